// SPDX-License-Identifier: EUPL-1.2
import { groupNodes } from './nodes.ts'
import type { Setup } from './setup.ts'

/** The devices whose poles end on the same conductors as a terminal block: what one finds by following the wires. */
export function devicesFeeding(setup: Setup, block: string): string[] {
  const conductors = groupNodes(setup, {})
  const terminals = setup.equipment[block]?.terminals ?? []
  const groups = new Set(terminals.map((terminal) => conductors.groupOf(`${block}.${terminal}`)))
  return setup.network.switches
    .filter(({ poles }) => poles.some((pole) => pole.some((node) => groups.has(conductors.groupOf(node)))))
    .map(({ device }) => device)
}
