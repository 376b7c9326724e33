// SPDX-License-Identifier: EUPL-1.2
import scenarioJson from '#resources/scenarios/consignation-armoire/scenario.json' with { type: 'json' }
import type { Debrief } from '#app/service/shapes.ts'
import { assess } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, readScenario } from '#domain/scenario/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import { timed } from '#tests/support/plays.ts'
import type { Answers } from './fake-service.ts'

export const scenario = readScenario(scenarioJson)

/** The debrief the service would give of these gestures: played and judged by the real rules. */
export function debriefOf(seed: number, gestures: readonly Gesture[], more: Partial<Debrief['attempt']> = {}): Debrief {
  const digest = digestOfScenario(scenarioJson)
  const actions = timed(gestures, 7_300)
  const trace = replay(scenario, { scenario: { id: scenario.id, digest }, seed, mode: 'assessed', actions })
  return {
    attempt: {
      id: '0b9c1f0e-5d0a-4b6e-9a55-2f6d1d3c7a10', scenario: { id: scenario.id, title: scenario.title, digest },
      mode: 'assessed', assurance: 'supervised', status: 'assessed', startedAt: '2026-11-23T08:12:00Z',
      finishedAt: '2026-11-23T08:31:00Z', variant: trace.variant, seed, longestSilenceMs: 0, ...more,
    },
    learner: null,
    results: assess(scenario.rubric, trace),
    trace: trace.moments.map(({ at, action, events }) => ({ at, action, events: [...events] })),
    decision: null,
    credential: null,
  }
}

/** The answers that the debrief page needs for one debrief. */
export const answersFor = (debrief: Debrief): Answers => ({
  [`GET /api/attempts/${debrief.attempt.id}`]: { body: { debrief } },
  [`GET /api/scenarios/${scenario.id}`]: { body: { id: scenario.id, digest: debrief.attempt.scenario.digest, scenario: scenarioJson } },
})
