// SPDX-License-Identifier: EUPL-1.2
import type { Strand } from './cabling-pieces.ts'
import { joinNodes } from './join-nodes.ts'
import type { World } from './pieces.ts'

/** The eight pins of a jack, of a plug and of a module. */
export const pins = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** The node of a pin of a jack or of a plug. */
export const pinNode = (place: string, pin: number) => `${place}#${pin}`
/** The node of a wire at one end of a cable. */
export const wireNode = (end: string, colour: string, strand: Strand) => `${end}/${colour}/${strand}`

/** A wire that was cut into by the blade breaks here: the thinnest of the four pairs' wires to be pulled. */
const breaks = { colour: 'blue', strand: 'solid' } as const

/** What is joined by copper at one moment: contacts to jacks, wires to contacts, plugs to jacks, end to end. */
export type Copper = {
  groupOf(node: string): string
  /** The wires of cables that carry this node. */
  wiresAt(node: string): readonly Wire[]
  /** Whether one of its joints holds only by chance. */
  unsteady(node: string): boolean
}
export type Wire = { end: string; colour: string; strand: Strand }
type Joint = { from: string; to: string; unsteady?: true }

/** Follows the copper through modules, cables and cords, from what was laid, punched and plugged. */
export function copperOf(world: World): Copper {
  const joints = [...moduleJoints(world), ...pairJoints(world), ...runJoints(world), ...cordJoints(world)]
  const groupOf = joinNodes(joints.map(({ from, to }): [string, string] => [from, to]))
  const wires = Map.groupBy(wiresOf(world), (wire) => groupOf(wireNode(wire.end, wire.colour, wire.strand)))
  const loose = new Set(joints.filter(({ unsteady }) => unsteady).map(({ from }) => groupOf(from)))
  return { groupOf, wiresAt: (node) => wires.get(groupOf(node)) ?? [], unsteady: (node) => loose.has(groupOf(node)) }
}

const ends = (world: World) => Object.entries(world).flatMap(([id, piece]) => (piece.kind === 'cable-end' ? [{ id, ...piece }] : []))
const laid = (world: World) => Object.values(world).filter((piece) => piece.kind === 'wire-pair')

function wiresOf(world: World): Wire[] {
  return laid(world).flatMap(({ end, colour }) => [{ end, colour, strand: 'white' as const }, { end, colour, strand: 'solid' as const }])
}

/** Inside a module, contact n is pin n of its jack. */
function moduleJoints(world: World): Joint[] {
  return Object.entries(world).flatMap(([id, piece]) =>
    (piece.kind === 'network-module' ? pins.map((pin) => ({ from: `${id}.c${pin}`, to: pinNode(`${id}.jack`, pin) })) : []))
}

/** Wires on contacts: pressed in by hand they hold by chance, not pressed in they do not touch. */
function pairJoints(world: World): Joint[] {
  return laid(world).flatMap(({ end, colour, seat, ...on }) => (['white', 'solid'] as const).flatMap((strand): Joint[] => {
    const contact = on[strand]
    const cut = world[end]
    const broken = cut?.kind === 'cable-end' && cut.nicked && colour === breaks.colour && strand === breaks.strand
    if (!contact || seat === 'none' || broken) return []
    return [{ from: wireNode(end, colour, strand), to: contact, ...(seat === 'poor' ? { unsteady: true as const } : {}) }]
  }))
}

/** The two ends of one run. */
function runJoints(world: World): Joint[] {
  const runs = Map.groupBy(ends(world), ({ cable }) => cable)
  return [...runs.values()].flatMap(([near, far]) => (!near || !far ? [] : wiresOf(world).filter(({ end }) => end === near.id)
    .map(({ colour, strand }) => ({ from: wireNode(near.id, colour, strand), to: wireNode(far.id, colour, strand) }))))
}

/** A cord, plug to plug and plug to jack; a broken wire of it does not conduct. */
function cordJoints(world: World): Joint[] {
  return Object.entries(world).flatMap(([id, piece]) => (piece.kind !== 'patch-cord' ? [] : pins.flatMap((pin): Joint[] => [
    ...(piece.broken.includes(String(pin)) ? [] : [{ from: pinNode(`${id}.a`, pin), to: pinNode(`${id}.b`, pin) }]),
    ...(piece.a ? [{ from: pinNode(`${id}.a`, pin), to: pinNode(piece.a, pin) }] : []),
    ...(piece.b ? [{ from: pinNode(`${id}.b`, pin), to: pinNode(piece.b, pin) }] : []),
  ])))
}
