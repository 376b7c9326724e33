// SPDX-License-Identifier: EUPL-1.2
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { DomainError } from '../errors.ts'
import type { Contexts } from './contexts.ts'
import type { JsonObject } from './json.ts'
import { leavesOf, schemeOf, withLeaves } from './leaves.ts'
import { canonicalQuads, quadsOf } from './quads.ts'
import { fill, shapeOf } from './shape.ts'
import type { HexDigest, Shape } from './shape.ts'

export type Canonicaliser = {
  /** The canonical N-Quads of a document; the same text as `canonicalQuads`, sooner for a shape already met. */
  canonicalise(document: JsonObject): Promise<string>
  /** Their SHA-256, in hexadecimal. */
  digest(document: JsonObject): Promise<string>
  /** How many documents went each way so far. */
  counts(): { filled: number; ordinary: number; shapes: number }
}

type Options = {
  /** SHA-256 in hexadecimal; by default in JavaScript. A platform's own is faster. */
  digest?: HexDigest
  /** Every so many documents of a shape, the ordinary way is asked too. */
  proveEvery?: number
}

const MOST_SHAPES = 256
/** Members whose text is a word of a vocabulary: part of the shape. */
const VOCABULARY: ReadonlySet<string> = new Set(['proofPurpose'])
const inJavaScript: HexDigest = (text) => bytesToHex(sha256(utf8ToBytes(text)))

/**
 * Canonicalises many documents of few shapes: the first of a shape goes the ordinary way with marks for its texts,
 * the others fill their texts into the quads found. The first of each shape, and one in `proveEvery`, is compared with
 * the ordinary way. What fits no shape (a value that is no plain text, blank nodes that only their neighbours tell
 * apart) goes the ordinary way.
 * @throws ERR_CANONICAL_FORMS_DIFFER when the two ways disagree: nothing may be signed then.
 */
export function canonicaliser(contexts: Contexts, { digest = inJavaScript, proveEvery = 1000 }: Options = {}): Canonicaliser {
  const shapes = new Map<string, Known>()
  const counts = { filled: 0, ordinary: 0 }
  const learn = async (key: string, document: JsonObject, values: readonly string[]): Promise<Known> => {
    const shape = shapes.size < MOST_SHAPES ? await learnShape(document, values, contexts) : null
    const known = { shape, met: 0 }
    if (shapes.size < MOST_SHAPES) shapes.set(key, known)
    return known
  }
  const canonicalise: Canonicaliser['canonicalise'] = async (document) => {
    const { key, values } = leavesOf(document, VOCABULARY)
    const known = shapes.get(key) ?? await learn(key, document, values)
    const filled = known.shape && fill(known.shape, values, digest)
    if (filled === null) {
      counts.ordinary += 1
      return canonicalQuads(document, contexts)
    }
    if (known.met % proveEvery === 0 && filled !== await canonicalQuads(document, contexts)) {
      throw new DomainError('ERR_CANONICAL_FORMS_DIFFER', { met: known.met })
    }
    known.met += 1
    counts.filled += 1
    return filled
  }
  return { canonicalise, digest: async (document) => digest(await canonicalise(document)), counts: () => ({ ...counts, shapes: shapes.size }) }
}

type Known = { shape: Shape | null; met: number }

/** Canonicalises the document with a mark in the place of each text. Null when that says nothing of the texts. */
async function learnShape(document: JsonObject, values: readonly string[], contexts: Contexts): Promise<Shape | null> {
  const marks = new Map(values.map((value, slot) => [value, `${schemeOf(value)}//slot.invalid/${slot}/of/a/shape`]))
  const slots = new Map([...marks.values()].map((mark, slot) => [mark, slot]))
  const marked = withLeaves(document, VOCABULARY, (value) => marks.get(value) ?? value)
  // A text that JSON-LD reads as a word (and refuses another in its place) makes the shape one of its own.
  const quads = await quadsOf(marked, contexts).catch(() => null)
  return quads && shapeOf(quads, values.length, (text) => slots.get(text))
}
