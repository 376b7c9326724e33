// SPDX-License-Identifier: EUPL-1.2
import type { World } from './pieces.ts'
import type { Network } from './setup.ts'
import type { Groups } from './nodes.ts'
import type { Phasor } from './phasor.ts'
import { solveLinear } from './linear.ts'
import { linksOf } from './links.ts'

/** Insulation leaks a little to earth (1 MΩ): why a conductor that nothing feeds reads 0 V. */
const leak = 1e-6

/**
 * The potentials of groups that no source holds, by nodal analysis (Kirchhoff's current law at each group): loads
 * are resistances, so one real matrix serves the real and the imaginary part.
 */
export function floatingPotentials(
  network: Network, world: World, groups: Groups, held: ReadonlyMap<string, Phasor>,
): Map<string, Phasor> {
  const links = conductances(network, world, groups)
  const unknown = [...new Set(links.flatMap(({ a, b }) => [a, b]))].filter((group) => !held.has(group))
  const place = new Map(unknown.map((group, index) => [group, index]))
  const matrix = unknown.map((_, row) => unknown.map((_, column) => (row === column ? leak : 0)))
  const real = unknown.map(() => 0)
  const imaginary = unknown.map(() => 0)
  for (const { a, b, siemens } of links) {
    for (const [from, to] of [[a, b], [b, a]] as const) {
      const row = place.get(from)
      if (row === undefined) continue
      add(matrix[row], row, siemens)
      const column = place.get(to)
      const potential = held.get(to)
      if (column !== undefined) add(matrix[row], column, -siemens)
      add(real, row, siemens * (potential?.re ?? 0))
      add(imaginary, row, siemens * (potential?.im ?? 0))
    }
  }
  const [re, im] = [solveLinear(matrix, real), solveLinear(matrix, imaginary)]
  return new Map(unknown.map((group, index) => [group, { re: re[index] ?? 0, im: im[index] ?? 0 }]))
}

const add = (row: number[] | undefined, index: number, value: number) => {
  if (row) row[index] = (row[index] ?? 0) + value
}

function conductances(network: Network, world: World, groups: Groups) {
  return linksOf(network, world)
    .map(({ a, b, ohms }) => ({ a: groups.groupOf(a), b: groups.groupOf(b), siemens: 1 / ohms }))
    .filter(({ a, b }) => a !== b)
}
