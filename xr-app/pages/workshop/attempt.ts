// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import type { Mode, RecordingHead } from '#domain/evidence/recording.ts'
import { readScenario } from '#domain/scenario/index.ts'
import type { Action } from '#domain/workshop/action.ts'
import { createSession } from '../../engine/session.ts'
import type { Session } from '../../engine/session.ts'
import { get, post } from '../../service/api.ts'
import { Problem, Unreachable } from '../../service/problem.ts'
import { holdAlone } from '../../service/evidence-queue-alone.ts'
import { stopLeftovers } from '../../service/evidence-queue-leftovers.ts'
import { localAttempt, setLocalAside } from '../../service/evidence-queue-local.ts'
import { openEvidenceStore } from '../../service/evidence-queue-store.ts'
import type { EvidenceDeviceStore, StoredAttempt } from '../../service/evidence-queue-store.ts'
import { httpTransport } from '../../service/evidence-queue-transport.ts'
import { recordPoses } from '../../service/poses.ts'
import type { PoseRecorder, PoseWish } from '../../service/poses.ts'
import { openEvidenceQueue } from '../../service/evidence-queue.ts'
import type { EvidenceQueue } from '../../service/evidence-queue.ts'

/** A scenario as the service publishes it. `json` is what the digest is made of. */
export type Published = { id: string; digest: Digest; scenario: unknown }

/** An attempt being made here: its session, and the way its evidence goes (null: it stays on this device). */
export type LiveAttempt = {
  id: string
  session: Session
  queue: EvidenceQueue | null
  /** Keeps the movements of head and hands on this device, when its learner asked for it. */
  poses: PoseRecorder | null
  /** Ends the attempt; resolves when its debrief can be read. */
  finish(): Promise<void>
  /** Lets another tab take it up. */
  release(): void
}

/** The attempt is open in another tab of this browser. */
export class OpenElsewhere extends Error {}

export type Interrupted = { stored: StoredAttempt; gestures: number }

/** A scenario as it is published now; without an answer, as it was last played here. */
export async function publishedScenario(id: string, signal?: AbortSignal): Promise<Published> {
  try {
    return await get<Published>(`/api/scenarios/${id}`, signal ? { signal } : {})
  } catch (error) {
    if (!isSilence(error)) throw error
    const kept = await (await openEvidenceStore()).scenarioNamed(id)
    if (!kept) throw error
    return { id, digest: kept.digest, scenario: kept.json }
  }
}

/** Nobody answers, or only something between here and a stopped service. */
export const isSilence = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Problem && (error.status >= 502 || error.code === 'NOT_JSON'))

// Lives as long as the tab, reloads included: says which attempt is this tab's when nobody answers who this is.
const tabAttempt = 'compagnon-attempt'

/**
 * The last attempt at a scenario in this mode that this person (null: nobody signed in) left unfinished here; when
 * nobody answers who this is ('unknown'), the one this very tab was making.
 */
export async function findInterrupted(
  scenario: string, mode: Mode, person: string | null | 'unknown',
): Promise<Interrupted | null> {
  const store = await openEvidenceStore()
  const isMine = ({ id, owner }: StoredAttempt) =>
    (person === 'unknown' ? owner === null || id === sessionStorage.getItem(tabAttempt) : owner === person)
  const mine = (await store.attempts()).filter((one) => isMine(one) && one.finishedAt === null && !one.refusal
    && one.head.scenario.id === scenario && one.head.mode === mode)
  const stored = mine.sort((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1)
  if (!stored) return null
  const gestures = (await store.actions(stored.id)).length
  return gestures > 0 ? { stored, gestures } : null
}

type Wish = { published: Published; mode: Mode; person: string | null; sessionCode?: string; keepPoses: boolean }

/** Begins an attempt: given by the service to someone signed in, kept on this device for anyone else. */
export async function beginAttempt({ published, mode, person, sessionCode, keepPoses }: Wish): Promise<LiveAttempt> {
  const store = await openEvidenceStore()
  const given = person === null
    ? { attempt: localAttempt, head: localHead(published, mode) }
    : await post<{ attempt: string; head: RecordingHead }>('/api/attempts', {
      scenario: published.id, mode, ...(sessionCode ? { sessionCode } : {}),
    })
  // The scenario may have been published anew between the two answers.
  const fresh = given.head.scenario.digest === published.digest ? published : await publishedScenario(published.id)
  const stored: StoredAttempt = {
    id: given.attempt, owner: person, head: given.head, startedAt: new Date().toISOString(), finishedAt: null,
  }
  if (person === null) await setLocalAside(store)
  await store.saveScenario(fresh.digest, fresh.scenario)
  await store.saveAttempt(stored)
  return goLive(store, stored, fresh.scenario, [], keepPoses ? 'keep' : 'no')
}

/** Takes up an interrupted attempt where it was, by replaying what this device keeps of it. */
export async function resumeAttempt({ id }: StoredAttempt): Promise<LiveAttempt> {
  const store = await openEvidenceStore()
  const stored = await store.attempt(id)
  if (!stored) throw new OpenElsewhere()
  const json = await store.scenario(stored.head.scenario.digest) ?? (await publishedScenario(stored.head.scenario.id)).scenario
  return goLive(store, stored, json, await store.actions(id))
}

async function goLive(
  store: EvidenceDeviceStore, stored: StoredAttempt, json: unknown, earlier: Action[], wish: PoseWish = 'as before',
): Promise<LiveAttempt> {
  const letGo = await holdAlone(stored.id) ?? await afterLeftovers(stored.id)
  if (!letGo) throw new OpenElsewhere()
  sessionStorage.setItem(tabAttempt, stored.id)
  const local = stored.owner === null
  const queue = local ? null : await openEvidenceQueue(store, stored, httpTransport)
  let kept = earlier.length
  const keepHere = (actions: Action[]) => {
    void store.addActions(stored.id, kept, actions)
    kept += actions.length
  }
  const session = createSession({
    scenario: readScenario(json), head: stored.head, clock: performance, earlier,
    onActions: queue ? queue.add : keepHere,
  })
  const poses = await recordPoses(stored.id, wish)
  const finishHere = () => store.saveAttempt({ ...stored, finishedAt: new Date().toISOString() })
  return {
    id: stored.id, session, queue, poses,
    finish: queue ? queue.finish : finishHere,
    release: () => {
      queue?.close()
      poses?.close()
      letGo()
    },
  }
}

/** This very page may be sending what is left of it. */
async function afterLeftovers(id: string) {
  await stopLeftovers()
  return holdAlone(id)
}

function localHead({ id, digest }: Published, mode: Mode): RecordingHead {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1))
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { scenario: { id, digest }, seed: seed >>> 1, mode, assurance: 'self', nonce }
}
