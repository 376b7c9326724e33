// SPDX-License-Identifier: EUPL-1.2
// Movements of the head and the hands: kept on this device alone, only when a learner asked for it, thirty days at most.
// Nothing here knows the way to the service.
import { openDB } from 'idb'
import type { DBSchema } from 'idb'
import { packPoses, poseEvery, unpackPoses } from './poses-pack.ts'
import type { Pose, PoseSample } from './poses-pack.ts'

/** The movements of one attempt: when they began to be kept, in milliseconds since 1970. */
type Take = { attempt: string; keptSince: number }
type Piece = { attempt: string; index: number; bytes: ArrayBuffer }

interface PoseSchema extends DBSchema {
  takes: { key: string; value: Take }
  pieces: { key: [string, number]; value: Piece }
}

export const poseStoreName = 'compagnon-poses'
/** How long movements are kept at most. */
export const poseDays = 30
const lifetime = poseDays * 24 * 60 * 60_000
/** Samples written together: five seconds. What a closing page loses is less than that. */
const together = 50

export type PoseStore = Awaited<ReturnType<typeof openPoseStore>>

/** Opens the store. What is too old is gone before anything can be read. */
export async function openPoseStore(now = Date.now()) {
  const db = await openDB<PoseSchema>(poseStoreName, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('takes', { keyPath: 'attempt' })
      fresh.createObjectStore('pieces', { keyPath: ['attempt', 'index'] })
    },
  })
  const rows = (attempt: string) => IDBKeyRange.bound([attempt, 0], [attempt, Number.MAX_SAFE_INTEGER])
  async function forget(attempt: string): Promise<void> {
    const change = db.transaction(['takes', 'pieces'], 'readwrite')
    await Promise.all([change.objectStore('takes').delete(attempt), change.objectStore('pieces').delete(rows(attempt)), change.done])
  }
  for (const { attempt, keptSince } of await db.getAll('takes')) {
    // A clock set back must not make them last: what is from the future goes too.
    if (now - keptSince >= lifetime || keptSince - now > lifetime) await forget(attempt)
  }
  return {
    begin: async (attempt: string, keptSince: number) => {
      await forget(attempt)
      await db.put('takes', { attempt, keptSince })
    },
    knows: async (attempt: string) => (await db.get('takes', attempt)) !== undefined,
    pieces: (attempt: string) => db.count('pieces', rows(attempt)),
    add: async (attempt: string, index: number, samples: readonly PoseSample[]) => void (await db.put('pieces', { attempt, index, bytes: packPoses(samples) })),
    read: async (attempt: string) => (await db.getAll('pieces', rows(attempt))).flatMap(({ bytes }) => unpackPoses(bytes)),
    any: async () => (await db.count('takes')) > 0,
    forget,
    forgetAll: async () => { for (const { attempt } of await db.getAll('takes')) await forget(attempt) },
    close: () => db.close(),
  }
}

/** Whether this device has ever kept movements: nothing is opened, or created, to ask. */
export const everKept = async (): Promise<boolean> => (await indexedDB.databases()).some(({ name }) => name === poseStoreName)

/** Lets go of what has been kept for thirty days. On whatever page someone comes back. */
export async function forgetOldPoses(now = Date.now()): Promise<void> {
  if (await everKept()) (await openPoseStore(now)).close()
}

/** Whether there are movements on this device that one may want to delete. */
export async function anyPoses(): Promise<boolean> {
  if (!(await everKept())) return false
  const store = await openPoseStore()
  const any = await store.any()
  store.close()
  return any
}

/** Deletes every movement kept on this device, now. */
export async function forgetAllPoses(): Promise<void> {
  if (!(await everKept())) return
  const store = await openPoseStore()
  await store.forgetAll()
  store.close()
}

/** The movements kept of an attempt; none when there were none or they are too old. */
export async function posesOf(attempt: string): Promise<PoseSample[]> {
  if (!(await everKept())) return []
  const store = await openPoseStore()
  const samples = await store.read(attempt)
  store.close()
  return samples
}

export type PoseRecorder = {
  /** Keeps where head and hands are at this simulation time, ten times a second at most. */
  take(t: number, head: Pose, left: Pose | null, right: Pose | null): void
  /** Writes what is left, and lets go of the store. */
  close(): void
}

/** What the learner of an attempt asked for; an attempt that is taken up again goes on as it was begun. */
export type PoseWish = 'keep' | 'no' | 'as before'

/** Begins to keep an attempt's movements when its learner asks, or goes on. Null: nobody asked, and nothing is kept. */
export async function recordPoses(attempt: string, wish: PoseWish, now = Date.now()): Promise<PoseRecorder | null> {
  if (wish !== 'keep' && !(await everKept())) return null
  const store = await openPoseStore(now)
  if (wish === 'keep') await store.begin(attempt, now)
  // Attempts without an account share one name: a new one has nothing of the one before.
  if (wish === 'no') await store.forget(attempt)
  if (await store.knows(attempt)) return recorder(store, attempt, await store.pieces(attempt))
  store.close()
  return null
}

function recorder(store: PoseStore, attempt: string, from: number): PoseRecorder {
  let index = from
  let waiting: PoseSample[] = []
  let last = -poseEvery
  const write = (): Promise<void> => {
    const samples = waiting
    waiting = []
    return samples.length > 0 ? store.add(attempt, index++, samples) : Promise.resolve()
  }
  return {
    take: (t, head, left, right) => {
      if (t - last < poseEvery) return
      last = t
      waiting.push({ t, head, left, right })
      if (waiting.length >= together) void write()
    },
    close: () => void write().finally(store.close),
  }
}
