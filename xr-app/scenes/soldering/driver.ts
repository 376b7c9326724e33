// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '#domain/errors.ts'
import type { World } from '#domain/workshop/pieces.ts'
import { onBench } from '#domain/workshop/solder/bench.ts'
import { handAway, quantise, type BenchIds, type HandSample } from '#app/engine/soldering-hand.ts'
import type { Session } from '#app/engine/session.ts'

/** The bench's board, iron and wire; null where there is nothing to solder. */
export function benchOf(world: World): BenchIds | null {
  const [board, iron, wire] = [onBench(world, 'circuit-board'), onBench(world, 'soldering-iron'), onBench(world, 'solder-wire')]
  return board && iron && wire ? { board: board[0], iron: iron[0], wire: wire[0] } : null
}

export const ironInHand = (world: World): boolean => onBench(world, 'soldering-iron')?.[1].holder === 'hand'

export type Driver = ReturnType<typeof createDriver>

/** What the hand feels, as gestures of the session. One for all inputs: they may change in mid-gesture. */
export function createDriver(session: Session, ids: BenchIds) {
  let held = handAway
  /** The world has the last word: an iron withdrawn by other means is withdrawn. */
  const agree = () => {
    const contact = onBench(session.progress().world, 'circuit-board')?.[1].contact
    if (held.joint !== null && contact?.joint !== held.joint) held = { ...handAway, at: held.at, tilt: held.tilt, feltAt: held.feltAt }
  }
  return {
    feel(sample: Omit<HandSample, 'at'>): void {
      if (session.over !== null || !ironInHand(session.progress().world)) return
      agree()
      const next = quantise(held, { ...sample, at: session.elapsed() }, ids)
      held = next.held
      for (const gesture of next.gestures) {
        try {
          session.act(gesture)
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
        }
      }
      agree()
    },
    touching: () => held.joint,
  }
}
