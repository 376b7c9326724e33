// SPDX-License-Identifier: EUPL-1.2
// The lock-out scenario, read, and played with times: what the rooms' tests begin with.
import { assess } from '#domain/assessment/index.ts'
import type { Results } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, play, readScenario, start } from '#domain/scenario/index.ts'
import type { Progress, Trace } from '#domain/scenario/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import json from '#resources/scenarios/consignation-armoire/scenario.json' with { type: 'json' }
import { timed } from './plays.ts'

export const scenarioJson: unknown = json
export const lockOut = readScenario(json)
export const lockOutDigest = digestOfScenario(json)

/** The gestures played live, one after another. */
export function played(seed: number, gestures: readonly Gesture[], mode: Progress['mode'] = 'assessed'): Progress {
  return timed(gestures).reduce((progress, action) => play(lockOut, progress, action), start(lockOut, { seed, mode }))
}

/** The gestures recorded, then replayed. */
export function traceOf(seed: number, gestures: readonly Gesture[], mode: Progress['mode'] = 'assessed'): Trace {
  return replay(lockOut, { scenario: { id: lockOut.id, digest: lockOutDigest }, seed, mode, actions: timed(gestures) })
}

/** The gestures recorded, replayed and assessed. */
export const resultsOf = (seed: number, gestures: readonly Gesture[]): Results => assess(lockOut.rubric, traceOf(seed, gestures))

/** The events of the last gesture. */
export const lastEvents = (seed: number, gestures: readonly Gesture[], mode: Progress['mode'] = 'guided') => played(seed, gestures, mode).events
