// SPDX-License-Identifier: EUPL-1.2
import type { Action, WorldEvent } from '../workshop/action.ts'
import type { World } from '../workshop/pieces.ts'

/** One moment of an attempt: what was done, what happened, the world just before and just after. */
export type TraceMoment = { at: number; action: Action; events: readonly WorldEvent[]; before: World; world: World }

/** What a variant says is true of it: the right device, the sources to separate… Used as `$name` in conditions. */
export type Facts = Readonly<Record<string, string | readonly string[]>>

/** A recording replayed: the world at each moment. */
export type Trace = {
  variant: string
  facts: Facts
  /** The world before the first gesture. */
  start: World
  moments: readonly TraceMoment[]
  /** Why the attempt ended before its learner ended it, when it did. */
  over?: string
}
