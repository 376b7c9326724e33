// SPDX-License-Identifier: EUPL-1.2
// The cabling scenario, read, and played with times.
import { assess } from '#domain/assessment/index.ts'
import type { Results } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, play, readScenario, start } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import json from '#resources/scenarios/cablage-baie-reseau/scenario.json' with { type: 'json' }
import { timed } from './plays.ts'

export const cabling = readScenario(json)
export const cablingDigest = digestOfScenario(json)

/** The gestures played live, one after another. */
export function played(seed: number, gestures: readonly Gesture[], mode: Progress['mode'] = 'assessed'): Progress {
  return timed(gestures).reduce((progress, action) => play(cabling, progress, action), start(cabling, { seed, mode }))
}

/** The gestures recorded, replayed and assessed. */
export function resultsOf(seed: number, gestures: readonly Gesture[]): Results {
  const recording = { scenario: { id: cabling.id, digest: cablingDigest }, seed, mode: 'assessed' as const, actions: timed(gestures) }
  return assess(cabling.rubric, replay(cabling, recording))
}

/** The events of the last gesture. */
export const lastEvents = (seed: number, gestures: readonly Gesture[]) => played(seed, gestures, 'guided').events
