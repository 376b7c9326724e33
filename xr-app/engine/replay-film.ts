// SPDX-License-Identifier: EUPL-1.2
import type { RecordingHead } from '#domain/evidence/recording.ts'
import { play, start } from '#domain/scenario/index.ts'
import type { Progress, Scenario } from '#domain/scenario/index.ts'
import type { Action } from '#domain/workshop/action.ts'

/** What a replay is made of: the head says the seed and the mode, so that the same world begins. */
export type Recorded = { scenario: Scenario; head: RecordingHead; actions: readonly Action[] }

/** A recording played again, the world at hand at any moment of it. */
export type Film = {
  readonly actions: readonly Action[]
  /** Simulation time at which nothing is left to see, in milliseconds. */
  readonly length: number
  /** How many gestures are done at this time, those of this very millisecond included. */
  countAt(ms: number): number
  /** The attempt once so many gestures are done. */
  after(count: number): Progress
}

/** Between two kept moments: going back never plays more than this again. */
const apart = 16
/** What the last gesture did stays in sight for a while. */
const afterword = 2_000

/** Plays a recording again as it is asked for, with the same `play` as the attempt. What is reached is kept now and then. */
export function createFilm({ scenario, head, actions }: Recorded): Film {
  const kept = new Map<number, Progress>([[0, start(scenario, { seed: head.seed, mode: head.mode })]])
  let last = { count: 0, progress: kept.get(0) as Progress }

  function nearest(count: number): typeof last {
    if (last.count <= count && count - last.count <= apart) return last
    for (let at = count - (count % apart); at > 0; at -= apart) {
      const progress = kept.get(at)
      if (progress) return last.count <= count && last.count > at ? last : { count: at, progress }
    }
    return last.count <= count ? last : { count: 0, progress: kept.get(0) as Progress }
  }

  function after(wanted: number): Progress {
    const count = Math.min(Math.max(wanted, 0), actions.length)
    let { count: at, progress } = nearest(count)
    for (const action of actions.slice(at, count)) {
      progress = play(scenario, progress, action)
      at += 1
      if (at % apart === 0) kept.set(at, progress)
    }
    last = { count, progress }
    return progress
  }

  return { actions, length: actions.length > 0 ? (actions.at(-1)?.at ?? 0) + afterword : 0, countAt: (ms) => countAt(actions, ms), after }
}

/** By halves: actions are in the order of their times. */
function countAt(actions: readonly Action[], ms: number): number {
  let [low, high] = [0, actions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((actions[middle]?.at ?? 0) <= ms) low = middle + 1
    else high = middle
  }
  return low
}
