// SPDX-License-Identifier: EUPL-1.2
import type { LinkSpeed, PairFault, WireMapDisplay } from './cabling-pieces.ts'
import { pinNode, pins } from './copper.ts'
import type { Copper } from './copper.ts'
import type { World } from './pieces.ts'
import { hundredths } from './stripper.ts'

/** The pins of each pair, in the order of the standards: 1-2, 3-6, 4-5, 7-8. */
export const pinPairs = [[1, 2], [3, 6], [4, 5], [7, 8]] as const
/** Untwisted by more than 13 mm, pairs disturb each other (TIA-568). In hundredths of a millimetre. */
const mostUntwist = 1300

/** Worst first: what a tester says when several things are wrong. */
const worstFirst: readonly PairFault[] = ['short', 'open', 'miswire', 'crossed', 'reversed', 'split', 'unstable', 'crosstalk']

/** What a wire map finds between two jacks or plugs. */
export type WireMap = {
  /** For each near pin, the far pins it arrives at. */
  arrivals: ReadonlyMap<number, readonly number[]>
  /** Near pins joined to one another. */
  shorted: readonly number[]
  faults: readonly { pair: string; fault: PairFault }[]
  metres: number
}

/** Maps the wires from a near place to a far one, pin by pin, and names what is wrong with each pair. */
export function wireMap(world: World, copper: Copper, near: string, far: string): WireMap {
  const at = (place: string, pin: number) => copper.groupOf(pinNode(place, pin))
  const arrivals = new Map(pins.map((pin) => [pin, pins.filter((other) => at(far, other) === at(near, pin))]))
  const shorted = pins.filter((pin) => pins.some((other) => other !== pin && at(near, other) === at(near, pin)))
  const faults = pinPairs.flatMap(([a, b]) => {
    const fault = faultOf({ world, copper, near, arrivals, shorted }, a, b)
    return fault ? [{ pair: `${a}-${b}`, fault }] : []
  })
  return { arrivals, shorted, faults, metres: metresOf(world, copper, near) }
}

type Looking = { world: World; copper: Copper; near: string } & Pick<WireMap, 'arrivals' | 'shorted'>

/** The fault of one pair; undefined when it is right. */
function faultOf({ world, copper, near, arrivals, shorted }: Looking, a: number, b: number): PairFault | undefined {
  if (shorted.includes(a) || shorted.includes(b)) return 'short'
  const [to, too] = [arrivals.get(a)?.[0], arrivals.get(b)?.[0]]
  if (to === undefined || too === undefined) return 'open'
  if (to === b && too === a) return 'reversed'
  if (to !== a || too !== b) {
    return pinPairs.some(([c, d]) => (to === c && too === d) || (to === d && too === c)) ? 'crossed' : 'miswire'
  }
  const [nodeA, nodeB] = [pinNode(near, a), pinNode(near, b)]
  if (copper.wiresAt(nodeA).some(({ end, colour }) => copper.wiresAt(nodeB).some((one) => one.end === end && one.colour !== colour))) return 'split'
  if (copper.unsteady(nodeA) || copper.unsteady(nodeB)) return 'unstable'
  return copper.wiresAt(nodeA).some(({ end }) => untwisted(world, end) > mostUntwist) ? 'crosstalk' : undefined
}

const untwisted = (world: World, end: string): number => {
  const piece = world[end]
  return piece?.kind === 'cable-end' && piece.untwist ? hundredths(piece.untwist) : 0
}

/** The length of the cables reached from the near pins. */
function metresOf(world: World, copper: Copper, near: string): number {
  const ends = new Set(pins.flatMap((pin) => copper.wiresAt(pinNode(near, pin)).map(({ end }) => end)))
  const lengths = new Map([...ends].flatMap((id): [string, number][] => {
    const piece = world[id]
    return piece?.kind === 'cable-end' ? [[piece.cable, piece.metres]] : []
  }))
  return [...lengths.values()].reduce((sum, metres) => sum + metres, 0)
}

/** The worst fault found, and the pairs that have it. */
export function verdictOf({ faults }: WireMap): { fault: PairFault | 'none'; pairs: string } {
  const fault = worstFirst.find((one) => faults.some((found) => found.fault === one)) ?? 'none'
  return { fault, pairs: faults.filter((found) => found.fault === fault).map(({ pair }) => pair).join(' ') }
}

/** As it is shown: `1-1 2-2 3-6…`; `0`: arrives nowhere. */
export const sayMap = ({ arrivals }: WireMap): string =>
  pins.map((pin) => `${pin}-${arrivals.get(pin)?.join('+') || '0'}`).join(' ')

/** The whole display of a tester. */
export function displayOf(world: World, copper: Copper, near: string, far: string): WireMapDisplay {
  const map = wireMap(world, copper, near, far)
  return { between: [near, far], map: sayMap(map), ...verdictOf(map), metres: map.metres }
}

/**
 * What a link comes up at: 1 Gbit/s needs all four pairs, 100 Mbit/s the pairs 1-2 and 3-6. Crosstalk alone does not
 * show on the light: this is why a light is no acceptance test.
 */
export function speedBetween(world: World, copper: Copper, near: string, far: string): LinkSpeed {
  const wrong = wireMap(world, copper, near, far).faults.filter(({ fault }) => fault !== 'crosstalk').map(({ pair }) => pair)
  if (wrong.length === 0) return 'gigabit'
  return wrong.includes('1-2') || wrong.includes('3-6') ? 'none' : 'fast'
}
