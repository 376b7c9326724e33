// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import { play, start } from '../scenario/play.ts'
import type { Scenario } from '../scenario/schema.ts'
import type { Trace } from '../scenario/trace.ts'
import { checkTiming, mostActions } from './chain.ts'
import type { Recording } from './recording.ts'

/**
 * Plays a recording again, from nothing, with the same rules as the learner's device. Refuses another scenario
 * (ERR_UNKNOWN_SCENARIO), too many actions (ERR_RECORDING_TOO_LONG), a time that goes back (ERR_TIMING_IMPOSSIBLE),
 * an action the world does not know (ERR_UNKNOWN_ACTION, ERR_UNKNOWN_EQUIPMENT) and one after the attempt was over
 * (ERR_ATTEMPT_CLOSED).
 */
export function replay(scenario: Scenario, recording: Pick<Recording, 'scenario' | 'seed' | 'mode' | 'actions'>): Trace {
  const { actions, seed, mode } = recording
  if (recording.scenario.id !== scenario.id) throw new DomainError('ERR_UNKNOWN_SCENARIO', { id: recording.scenario.id })
  if (actions.length > mostActions) throw new DomainError('ERR_RECORDING_TOO_LONG', { actions: actions.length, most: mostActions })
  checkTiming(actions, 0, Number.MAX_SAFE_INTEGER)
  return actions.reduce((progress, action) => play(scenario, progress, action), start(scenario, { seed, mode })).trace
}
