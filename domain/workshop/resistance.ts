// SPDX-License-Identifier: EUPL-1.2
import { solveLinear } from './linear.ts'
import { linksOf } from './links.ts'
import { groupNodes } from './nodes.ts'
import type { World } from './pieces.ts'
import type { Setup } from './setup.ts'

/** A link between two groups of nodes. */
type Bridge = { a: string; b: string; ohms: number }

/**
 * What an ohmmeter finds between two nodes of a dead network: 0 when they are joined, Infinity when no way leads from
 * one to the other, else the resistance of all the ways together (one ampere in, the volts it takes).
 */
export function ohmsBetween(setup: Setup, world: World, from: string, to: string): number {
  const groups = groupNodes(setup, world)
  const [start, end] = [groups.groupOf(from), groups.groupOf(to)]
  if (start === end) return 0
  const bridges = linksOf(setup.network, world, true)
    .map(({ a, b, ohms }) => ({ a: groups.groupOf(a), b: groups.groupOf(b), ohms })).filter(({ a, b }) => a !== b)
  const reached = reachedFrom(start, bridges)
  if (!reached.includes(end)) return Infinity
  const unknown = reached.filter((group) => group !== end)
  const matrix = unknown.map((row) => unknown.map((column) => bridges.reduce((sum, { a, b, ohms }) => {
    const [touches, joins] = [a === row || b === row, (a === row && b === column) || (b === row && a === column)]
    return row === column ? sum + (touches ? 1 / ohms : 0) : sum - (joins ? 1 / ohms : 0)
  }, 0)))
  const volts = solveLinear(matrix, unknown.map((group) => (group === start ? 1 : 0)))
  return volts[unknown.indexOf(start)] ?? Infinity
}

function reachedFrom(start: string, bridges: readonly Bridge[]): string[] {
  const reached = [start]
  for (const group of reached) {
    for (const { a, b } of bridges) {
      const other = a === group ? b : b === group ? a : undefined
      if (other !== undefined && !reached.includes(other)) reached.push(other)
    }
  }
  return reached
}
