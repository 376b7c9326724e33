// SPDX-License-Identifier: EUPL-1.2
import type { Consequence, Moment } from './kind.ts'
import { dangerousVolts, solve } from './network.ts'
import { idIn } from './kind.ts'

/**
 * Both hands at work beside a mains strip whose cover is off: sooner or later a finger meets a live terminal. Answers
 * the shock; undefined where nothing bare is live.
 */
export function brushedLive({ setup, world }: Moment, at: string): Consequence | undefined {
  const place = setup.equipment[idIn(at)]?.place
  const strips = Object.values(setup.equipment).filter((one) => one.kind === 'power-strip' && one.place === place)
  for (const { id, behind, terminals = [] } of strips) {
    const cover = behind === undefined ? undefined : world[behind]
    if (cover?.kind === 'door' && !cover.open) continue
    const solved = solve(setup, world)
    const volts = Math.max(0, ...terminals.map((terminal) => solved.volts(`${id}.${terminal}`, setup.network.earth)))
    if (volts > dangerousVolts) return { events: [{ name: 'shock', target: id, values: { volts: Math.round(volts), cause: 'brushed-live' } }] }
  }
  return undefined
}
