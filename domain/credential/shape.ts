// SPDX-License-Identifier: EUPL-1.2
import { escapeText } from './n-quads.ts'
import type { RdfQuad, RdfTerm } from './rdf.ts'

/** A piece of a quad: written as it is, the text of a slot, or the label of a blank node. */
type Piece = string | { slot: number; address: boolean } | { node: number }
type Line = readonly Piece[]

/** The canonical form of all documents of one shape: its quads, with slots for what changes. */
export type Shape = {
  lines: readonly Line[]
  /** For each blank node, the lines that speak of it. */
  nodes: readonly (readonly number[])[]
  /** How many slots there are, and which of them stand where an address does. */
  slots: number
  addresses: ReadonlySet<number>
  /** Texts that stay: a slot that takes one of them could join two quads or two nodes into one. */
  constants: ReadonlySet<string>
}

/** SHA-256 of a text (UTF-8), in hexadecimal. */
export type HexDigest = (text: string) => string

/** Reads the quads of a document whose texts were replaced by marks; `slotOf` tells a mark's slot, or none. */
export function shapeOf(quads: readonly RdfQuad[], slots: number, slotOf: (text: string) => number | undefined): Shape | null {
  const [addresses, constants, met] = [new Set<number>(), new Set<string>(), new Set<number>()]
  const labels = new Map<string, number>()
  const nodeOf = (label: string) => labels.get(label) ?? (labels.set(label, labels.size), labels.size - 1)
  const piecesOf = (term: RdfTerm): Piece[] => {
    if (term.termType === 'BlankNode') return ['_:', { node: nodeOf(term.value) }]
    const slot = slotOf(term.value)
    const address = term.termType === 'NamedNode'
    if (slot === undefined) constants.add(term.value)
    else met.add(slot)
    if (address && slot !== undefined) addresses.add(slot)
    const inside: Piece = slot === undefined ? (address ? term.value : escapeText(term.value)) : { slot, address }
    return address ? ['<', inside, '>'] : ['"', inside, `"${ending(term)}`]
  }
  const lines = quads.map(({ subject, predicate, object, graph }) => joined([
    ...piecesOf(subject), ` <${predicate.value}> `, ...piecesOf(object),
    ...(graph.termType === 'DefaultGraph' ? [] : [' ', ...piecesOf(graph)]), ' .\n',
  ]))
  if (met.size !== slots) return null
  const nodes = [...labels.values()].map((node) =>
    lines.flatMap((line, i) => (line.some((piece) => typeof piece === 'object' && 'node' in piece && piece.node === node) ? [i] : [])))
  return { lines, nodes, slots, addresses, constants }
}

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'
const ending = ({ language, datatype }: RdfTerm): string =>
  language ? `@${language}` : datatype && datatype.value !== XSD_STRING ? `^^<${datatype.value}>` : ''

/** Neighbouring constants as one. */
const joined = (pieces: Piece[]): Piece[] => pieces.reduce<Piece[]>((all, piece) => {
  const last = all.at(-1)
  return typeof piece === 'string' && typeof last === 'string' ? [...all.slice(0, -1), last + piece] : [...all, piece]
}, [])

/**
 * The canonical N-Quads of a document of this shape, from its texts (RDFC-1.0 §4.4.3, as long as every blank node has a
 * first-degree hash of its own, §4.6.3). Null when these texts need the ordinary way.
 */
export function fill(shape: Shape, values: readonly string[], digest: HexDigest): string | null {
  for (const value of values) if (shape.constants.has(value)) return null
  const texts = values.map(escapeText)
  const write = (line: Line, label: (node: number) => string): string => {
    let text = ''
    for (const piece of line) {
      if (typeof piece === 'string') text += piece
      else if ('slot' in piece) text += piece.address ? values[piece.slot]! : texts[piece.slot]!
      else text += label(piece.node)
    }
    return text
  }
  const hashes = shape.nodes.map((mentions, node) =>
    digest(mentions.map((i) => write(shape.lines[i]!, (other) => (other === node ? 'a' : 'z'))).sort().join('')))
  if (new Set(hashes).size !== hashes.length) return null
  const order = hashes.toSorted()
  const labels = hashes.map((hash) => `c14n${order.indexOf(hash)}`)
  return shape.lines.map((line) => write(line, (node) => labels[node]!)).sort().join('')
}
