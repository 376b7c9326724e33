// SPDX-License-Identifier: EUPL-1.2
import type { Consequence, Moment } from './kind.ts'
import { dangerousVolts, solve } from './network.ts'
import type { World } from './pieces.ts'

/** Whether the hands are protected: gloves on, and sound. */
export const handsProtected = (world: World): boolean =>
  Object.values(world).some((piece) => piece.kind === 'gloves' && piece.worn && piece.sound)

/**
 * A hand on a terminal. Above 50 V a bare hand takes a shock; through gloves the fingers bridge live parts and an arc
 * strikes. On a dead terminal nothing happens, and that it was touched is kept.
 */
export function touch({ setup, world, action }: Moment): Consequence {
  const volts = solve(setup, world).volts(action.target, setup.network.earth)
  const bare = !handsProtected(world)
  if (volts <= dangerousVolts) return { events: [{ name: 'touched', values: { bare } }] }
  return { events: [{ name: bare ? 'shock' : 'arc', values: { volts: Math.round(volts), cause: 'touched-live' } }] }
}
