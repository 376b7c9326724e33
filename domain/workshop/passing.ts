// SPDX-License-Identifier: EUPL-1.2
import type { WorldEvent } from './action.ts'
import { kinds } from './kinds.ts'
import type { World } from './pieces.ts'

/**
 * The workshop at a moment with nothing done since: what heats, cools or sets does so. Pure, and exact: passing to a
 * moment by way of another gives the same, bit for bit. What is drawn and said between two gestures is this.
 */
export function passTime(world: World, at: number): { world: World; events: readonly WorldEvent[] } {
  let [now, events]: [World, readonly WorldEvent[]] = [world, []]
  for (const [id, piece] of Object.entries(world)) {
    const passed = kinds[piece.kind].pass?.(now, id, at)
    if (!passed) continue
    now = { ...now, ...passed.pieces }
    events = [...events, ...passed.events]
  }
  return { world: now, events }
}
