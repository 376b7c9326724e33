// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import type { Action, WorldEvent } from '../workshop/action.ts'
import { perform, startWorld } from '../workshop/perform.ts'
import type { World } from '../workshop/pieces.ts'
import type { Setup } from '../workshop/setup.ts'
import type { Scenario } from './schema.ts'
import type { Trace, TraceMoment } from './trace.ts'
import { setupOf, variantOf } from './variant.ts'

/**
 * Three ways in. Guided: hints, and one goes on whatever happens. Practice: no hints; what hurts is seen, and one goes on
 * from just before. Assessed: no hints; what hurts ends the attempt.
 */
export const modes = ['guided', 'practice', 'assessed'] as const
export type Mode = (typeof modes)[number]

/** An attempt at one moment. A new object after each action; nothing in it is ever changed. */
export type Progress = {
  seed: number
  mode: Mode
  /** The equipment and the network of the variant. */
  setup: Setup
  world: World
  /** What the last action made happen. */
  events: readonly WorldEvent[]
  trace: Trace
  /** The event that ended the attempt: 'shock', 'arc', 'accident'. Only in assessed mode. */
  over?: string
}

/** Events after which nobody goes on: someone is hurt. */
export const endingEvents: readonly string[] = ['shock', 'arc', 'accident', 'eye-hit']

/** The first of these events after which nobody would go on, in a real workshop. */
export const hurtBy = (events: readonly WorldEvent[]): string | undefined =>
  events.find(({ name }) => endingEvents.includes(name))?.name

/** The beginning of an attempt. Refuses ERR_SEED_MISMATCH for a seed that is not a whole positive number. */
export function start(scenario: Scenario, { seed, mode }: { seed: number; mode: Mode }): Progress {
  const { id, facts } = variantOf(scenario, seed)
  const setup = setupOf(scenario, seed)
  const world = startWorld(setup)
  return { seed, mode, setup, world, events: [], trace: { variant: id, facts, start: world, moments: [] } }
}

/**
 * Does one action: pure, whatever the input it came from. Refuses ERR_UNKNOWN_ACTION and ERR_UNKNOWN_EQUIPMENT for
 * what the world does not know, ERR_ATTEMPT_CLOSED once the attempt is over. What the world can refuse by itself
 * (a locked lever) is an event, 'refused'.
 */
export function play(_scenario: Scenario, progress: Progress, action: Action): Progress {
  if (progress.over) throw new DomainError('ERR_ATTEMPT_CLOSED', { reason: progress.over })
  const { world, events } = perform(progress.setup, progress.world, action)
  const moment: TraceMoment = { at: action.at, action, events, before: progress.world, world }
  const hurt = hurtBy(events)
  const over = hurt === undefined || progress.mode !== 'assessed' ? {} : { over: hurt }
  // In practice nobody stays hurt: the trace keeps what happened, and the world is as it was just before.
  const after = hurt !== undefined && progress.mode === 'practice' ? progress.world : world
  const trace = { ...progress.trace, moments: [...progress.trace.moments, moment], ...over }
  return { ...progress, world: after, events, trace, ...over }
}
