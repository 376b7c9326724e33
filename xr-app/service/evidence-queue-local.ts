// SPDX-License-Identifier: EUPL-1.2
import { assess } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/replay.ts'
import { readScenario } from '#domain/scenario/index.ts'
import type { Scenario, Trace } from '#domain/scenario/index.ts'
import { openEvidenceStore } from './evidence-queue-store.ts'
import type { EvidenceDeviceStore, StoredAttempt } from './evidence-queue-store.ts'
import type { Debrief } from './shapes.ts'

/** The id of an attempt being made without an account: it never leaves the device. Earlier ones are local-1, local-2… */
export const localAttempt = 'local'
/** How many earlier ones are kept, for the learner to compare with. */
const mostKept = 12

/** Makes room for a new local attempt: a finished one is kept beside the earlier ones, an unfinished one is let go. */
export async function setLocalAside(store: EvidenceDeviceStore): Promise<void> {
  const last = await store.attempt(localAttempt)
  if (last?.finishedAt) {
    const earlier = (await store.attempts()).filter(({ id }) => id.startsWith(`${localAttempt}-`)).toSorted((a, b) => numberOf(a) - numberOf(b))
    const id = `${localAttempt}-${earlier.length > 0 ? numberOf(earlier.at(-1)!) + 1 : 1}`
    await store.addActions(id, 0, await store.actions(localAttempt))
    await store.saveAttempt({ ...last, id })
    for (const one of earlier.slice(0, Math.max(0, earlier.length + 1 - mostKept))) await store.forget(one.id)
  }
  await store.forget(localAttempt)
}

const numberOf = ({ id }: StoredAttempt) => Number(id.slice(localAttempt.length + 1))

/**
 * The debrief of a local attempt, replayed and judged on this device with the same rules as the service's, and the
 * scenario it was made with; null when there is none. It proves nothing to anyone else: docs/assurance.md.
 */
export async function localDebrief(name = localAttempt): Promise<{ debrief: Debrief; scenario: Scenario } | null> {
  const store = await openEvidenceStore()
  const attempt = await store.attempt(name)
  const json = attempt && await store.scenario(attempt.head.scenario.digest)
  if (!attempt || !json) return null
  const scenario = readScenario(json)
  const trace = replay(scenario, { ...attempt.head, actions: await store.actions(name) })
  return { debrief: debriefOf(attempt, scenario, trace), scenario: json as Scenario }
}

/** The finished attempts without an account that this device keeps, of one scenario, latest first. */
export async function localAttempts(scenario: string): Promise<StoredAttempt[]> {
  const store = await openEvidenceStore()
  return (await store.attempts()).filter(({ owner, head, finishedAt }) => owner === null && finishedAt !== null && head.scenario.id === scenario)
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
}

function debriefOf(attempt: StoredAttempt, scenario: Scenario, trace: Trace): Debrief {
  const { scenario: { id, digest }, mode, assurance } = attempt.head
  return {
    attempt: {
      id: attempt.id, scenario: { id, digest, title: scenario.title }, mode, assurance,
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
