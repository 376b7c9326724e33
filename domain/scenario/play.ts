// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import type { Action, WorldEvent } from '../workshop/action.ts'
import { perform, startWorld } from '../workshop/perform.ts'
import type { World } from '../workshop/pieces.ts'
import type { Setup } from '../workshop/setup.ts'
import type { Scenario } from './schema.ts'
import type { Trace, TraceMoment } from './trace.ts'
import { setupOf, variantOf } from './variant.ts'

/** An attempt at one moment. A new object after each action; nothing in it is ever changed. */
export type Progress = {
  seed: number
  mode: 'guided' | 'assessed'
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
export const endingEvents: readonly string[] = ['shock', 'arc', 'accident']

/** The beginning of an attempt. Refuses ERR_SEED_MISMATCH for a seed that is not a whole positive number. */
export function start(scenario: Scenario, { seed, mode }: { seed: number; mode: Progress['mode'] }): Progress {
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
  const end = progress.mode === 'assessed' ? events.find(({ name }) => endingEvents.includes(name))?.name : undefined
  const over = end === undefined ? {} : { over: end }
  const trace = { ...progress.trace, moments: [...progress.trace.moments, moment], ...over }
  return { ...progress, world, events, trace, ...over }
}
