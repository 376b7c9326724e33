// SPDX-License-Identifier: EUPL-1.2
import { linksOf } from './links.ts'
import { solve } from './network.ts'
import type { Solved } from './network.ts'
import { groupNodes } from './nodes.ts'
import { voltsBetween } from './phasor.ts'
import type { World } from './pieces.ts'
import type { Setup } from './setup.ts'

type Pole = readonly [string, string]

/** The poles and contacts that end on this node: where its current passes. */
const polesAt = ({ network }: Setup, node: string): Pole[] =>
  [...(network.contacts ?? []).map(({ between }) => between), ...network.switches.flatMap(({ poles }) => poles)]
    .filter((pole) => pole.includes(node))

/** The current of the wire at a terminal, in amperes: 0 where no pole or contact ends. */
export function ampsAt(setup: Setup, world: World, node: string): number {
  const [pole] = polesAt(setup, node)
  return pole ? ampsThrough(setup, world, pole) : 0
}

/**
 * The current through a pole, by Kirchhoff's current law: what flows from the nodes behind it (its second end) into
 * their links. A pole with another way beside it carries a share nobody can tell: 0 is answered.
 */
export function ampsThrough(setup: Setup, world: World, pole: Pole, solved: Solved = solve(setup, world)): number {
  const groups = groupNodes(setup, world, pole)
  const behind = groups.groupOf(pole[1])
  if (behind === groups.groupOf(pole[0])) return 0
  const sum = { re: 0, im: 0 }
  for (const { a, b, ohms } of linksOf(setup.network, world)) {
    const [one, other] = [groups.groupOf(a) === behind, groups.groupOf(b) === behind]
    if (one === other) continue
    const [from, to] = [solved.potentialAt(one ? a : b), solved.potentialAt(one ? b : a)]
    sum.re += (from.re - to.re) / ohms
    sum.im += (from.im - to.im) / ohms
  }
  return voltsBetween(sum, { re: 0, im: 0 })
}

/** The largest current through a device's contacts of this name: what a thermal relay feels. */
export function largestAmps(setup: Setup, world: World, device: string, contact: string): number {
  const solved = solve(setup, world)
  return (setup.network.contacts ?? [])
    .filter((one) => one.device === device && one.contact === contact)
    .reduce((largest, { between }) => Math.max(largest, ampsThrough(setup, world, between, solved)), 0)
}
