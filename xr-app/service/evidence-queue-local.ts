// SPDX-License-Identifier: EUPL-1.2
import { assess } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/replay.ts'
import { readScenario } from '#domain/scenario/index.ts'
import { openEvidenceStore } from './evidence-queue-store.ts'
import type { Debrief } from './shapes.ts'

/** The id of a guided attempt made without an account: it never leaves the device. */
export const localAttempt = 'local'

/**
 * The debrief of the last local attempt, replayed and judged on this device with the same rules as the service's;
 * null when there is none. It proves nothing to anyone else: docs/assurance.md.
 */
export async function localDebrief(): Promise<Debrief | null> {
  const store = await openEvidenceStore()
  const attempt = await store.attempt(localAttempt)
  const json = attempt && await store.scenario(attempt.head.scenario.digest)
  if (!attempt || !json) return null
  const scenario = readScenario(json)
  const trace = replay(scenario, { ...attempt.head, actions: await store.actions(localAttempt) })
  const { scenario: { id, digest }, mode, assurance } = attempt.head
  return {
    attempt: {
      id: localAttempt, scenario: { id, digest, title: scenario.title }, mode, assurance,
      status: attempt.finishedAt ? 'assessed' : 'open',
      startedAt: attempt.startedAt, finishedAt: attempt.finishedAt, variant: trace.variant, seed: attempt.head.seed, longestSilenceMs: 0,
    },
    learner: null,
    results: assess(scenario.rubric, trace),
    trace: trace.moments.map(({ at, action, events }) => ({ at, action, events: [...events] })),
    decision: null,
    credential: null,
  }
}
