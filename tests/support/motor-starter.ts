// SPDX-License-Identifier: EUPL-1.2
// The motor starter's scenario, read, and played with times.
import { assess } from '#domain/assessment/index.ts'
import type { Results } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, play, readScenario, start } from '#domain/scenario/index.ts'
import type { Progress, Trace } from '#domain/scenario/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import json from '#resources/scenarios/panne-depart-moteur/scenario.json' with { type: 'json' }
import { timed } from './plays.ts'

export const starterJson: unknown = json
export const starter = readScenario(json)
export const starterDigest = digestOfScenario(json)

/** The gestures played live, one after another. */
export function played(seed: number, gestures: readonly Gesture[], mode: Progress['mode'] = 'guided'): Progress {
  return timed(gestures).reduce((progress, action) => play(starter, progress, action), start(starter, { seed, mode }))
}

/** The gestures recorded, then replayed. */
export const traceOf = (seed: number, gestures: readonly Gesture[], mode: Progress['mode'] = 'assessed'): Trace =>
  replay(starter, { scenario: { id: starter.id, digest: starterDigest }, seed, mode, actions: timed(gestures) })

/** The gestures recorded, replayed and assessed. */
export const resultsOf = (seed: number, gestures: readonly Gesture[]): Results => assess(starter.rubric, traceOf(seed, gestures))
