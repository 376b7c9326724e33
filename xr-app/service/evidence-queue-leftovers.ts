// SPDX-License-Identifier: EUPL-1.2
import { holdAlone } from './evidence-queue-alone.ts'
import { openEvidenceStore } from './evidence-queue-store.ts'
import type { EvidenceDeviceStore, StoredAttempt } from './evidence-queue-store.ts'
import { openEvidenceQueue } from './evidence-queue.ts'
import { httpTransport } from './evidence-queue-transport.ts'

/**
 * Sends what earlier visits left on this device for this person, while the page is open; an attempt being played in
 * another tab is left to it. An attempt that was not finished is sent as far as it goes, and stays open.
 */
export async function sendLeftovers(person: string, except?: string): Promise<void> {
  const store = await openEvidenceStore()
  const left = (await store.attempts()).filter(({ id, owner }) => owner === person && id !== except)
  await Promise.all(left.map((attempt) => sendOne(store, attempt)))
}

async function sendOne(store: EvidenceDeviceStore, attempt: StoredAttempt): Promise<void> {
  const release = await holdAlone(attempt.id)
  if (!release) return
  const queue = await openEvidenceQueue(store, attempt, httpTransport)
  await Promise.race([attempt.finishedAt ? queue.finish() : queue.sent(), refusedOf(queue)])
  queue.close()
  release()
}

const refusedOf = (queue: Awaited<ReturnType<typeof openEvidenceQueue>>) => new Promise<void>((done) => {
  queue.subscribe(() => {
    if (queue.state().state === 'refused') done()
  })
})
