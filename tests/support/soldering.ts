// SPDX-License-Identifier: EUPL-1.2
// The soldering scenario, read, and played with times: what the rooms' tests begin with.
import { assess } from '#domain/assessment/index.ts'
import type { Results } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, readScenario } from '#domain/scenario/index.ts'
import type { Progress, Trace } from '#domain/scenario/index.ts'
import type { Action } from '#domain/workshop/action.ts'
import json from '#resources/scenarios/brasage-composant/scenario.json' with { type: 'json' }

export const solderingJson: unknown = json
export const soldering = readScenario(json)
const digest = digestOfScenario(json)

/** The recording replayed, as the service does. */
export const solderingTrace = (seed: number, actions: Action[], mode: Progress['mode'] = 'assessed'): Trace =>
  replay(soldering, { scenario: { id: soldering.id, digest }, seed, mode, actions })

/** What the rubric makes of it. */
export const solderingResults = (seed: number, actions: Action[]): Results =>
  assess(soldering.rubric, solderingTrace(seed, actions))
