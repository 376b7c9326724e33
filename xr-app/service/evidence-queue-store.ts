// SPDX-License-Identifier: EUPL-1.2
import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { Digest } from '#domain/canonical.ts'
import type { Chunk, RecordingHead } from '#domain/evidence/recording.ts'
import type { Action } from '#domain/workshop/action.ts'

/** An attempt as the device knows it. `local`: guided without an account, never sent. */
export type StoredAttempt = {
  /** The service's id, or 'local'. */
  id: string
  /** The service's id of the person, so that a shared device never takes up another's attempt; null when local. */
  owner: string | null
  head: RecordingHead
  /** ISO 8601. */
  startedAt: string
  /** The learner asked for the debrief; the service may not know yet. */
  finishedAt: string | null
  /** Why the service refused the rest of it, when it did. */
  refusal?: string
}

/** A chunk as it was first made: sent again, it is the same to the byte. */
export type StoredChunk = { attempt: string; sequence: number; chunk: Chunk; acknowledged: boolean }
/** A scenario file as it was played: an attempt can be taken up again, and a local one looked back at, offline. */
type StoredScenario = { digest: Digest; json: unknown }
type StoredAction = { attempt: string; index: number; action: Action }

interface EvidenceSchema extends DBSchema {
  attempts: { key: string; value: StoredAttempt }
  actions: { key: [string, number]; value: StoredAction }
  chunks: { key: [string, number]; value: StoredChunk }
  scenarios: { key: string; value: StoredScenario }
}

/** What the device keeps until the service has acknowledged it. */
export type EvidenceDeviceStore = Awaited<ReturnType<typeof openEvidenceStore>>

const rowsOf = (attempt: string) => IDBKeyRange.bound([attempt, 0], [attempt, Number.MAX_SAFE_INTEGER])

/** Opens the device's store (IndexedDB). Rejects when the browser refuses storage. */
export async function openEvidenceStore(name = 'compagnon-evidence') {
  const db: IDBPDatabase<EvidenceSchema> = await openDB<EvidenceSchema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('attempts', { keyPath: 'id' })
      fresh.createObjectStore('actions', { keyPath: ['attempt', 'index'] })
      fresh.createObjectStore('chunks', { keyPath: ['attempt', 'sequence'] })
      fresh.createObjectStore('scenarios', { keyPath: 'digest' })
    },
  })

  async function forget(attempt: string): Promise<void> {
    const change = db.transaction(['attempts', 'actions', 'chunks'], 'readwrite')
    await Promise.all([
      change.objectStore('attempts').delete(attempt),
      change.objectStore('actions').delete(rowsOf(attempt)),
      change.objectStore('chunks').delete(rowsOf(attempt)),
      change.done,
    ])
  }

  return {
    attempts: () => db.getAll('attempts'),
    attempt: (id: string) => db.get('attempts', id),
    saveAttempt: async (attempt: StoredAttempt) => void (await db.put('attempts', attempt)),
    actions: async (attempt: string) => (await db.getAll('actions', rowsOf(attempt))).map((row) => row.action),
    addActions: async (attempt: string, from: number, actions: readonly Action[]) => {
      const change = db.transaction('actions', 'readwrite')
      for (const [offset, action] of actions.entries()) {
        void change.store.put({ attempt, index: from + offset, action })
      }
      await change.done
    },
    chunks: (attempt: string) => db.getAll('chunks', rowsOf(attempt)),
    saveChunk: async (row: StoredChunk) => void (await db.put('chunks', row)),
    scenario: async (digest: Digest) => (await db.get('scenarios', digest))?.json,
    /** The last version of a scenario that was played here. */
    scenarioNamed: async (id: string) =>
      (await db.getAll('scenarios')).findLast(({ json }) => (json as { id?: string }).id === id),
    saveScenario: async (digest: Digest, json: unknown) => void (await db.put('scenarios', { digest, json })),
    forget,
    close: () => db.close(),
  }
}
