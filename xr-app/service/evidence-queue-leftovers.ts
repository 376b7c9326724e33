// SPDX-License-Identifier: EUPL-1.2
import { holdAlone } from './evidence-queue-alone.ts'
import { openEvidenceStore } from './evidence-queue-store.ts'
import type { EvidenceDeviceStore, StoredAttempt } from './evidence-queue-store.ts'
import { openEvidenceQueue } from './evidence-queue.ts'
import type { EvidenceQueue } from './evidence-queue.ts'
import { httpTransport } from './evidence-queue-transport.ts'

let sending: { person: string; stop: () => void; done: Promise<void> } | undefined

/**
 * Sends what earlier visits left on this device for this person, until stopped; an attempt being played in another tab
 * is left to it. An attempt that was not finished is sent as far as it goes, and stays open.
 */
export function sendLeftovers(person: string): void {
  if (sending?.person === person) return
  sending?.stop()
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
  sending = { person, stop, done: sendAll(person, stopped) }
}

/** Leaves the attempts to whoever takes one up; resolves when nothing is held any more. */
export async function stopLeftovers(): Promise<void> {
  const ended = sending
  sending = undefined
  ended?.stop()
  await ended?.done
}

async function sendAll(person: string, stopped: Promise<void>): Promise<void> {
  const store = await openEvidenceStore()
  const left = (await store.attempts()).filter(({ owner, refusal }) => owner === person && !refusal)
  await Promise.all(left.map((attempt) => sendOne(store, attempt, stopped)))
}

async function sendOne(store: EvidenceDeviceStore, attempt: StoredAttempt, stopped: Promise<void>): Promise<void> {
  const release = await holdAlone(attempt.id)
  if (!release) return
  const queue = await openEvidenceQueue(store, attempt, httpTransport)
  const sent = attempt.finishedAt ? queue.finish() : queue.sent()
  const wake = () => queue.wake()
  addEventListener('online', wake)
  // A refusal ends the sending as well as an answer: what was refused will not pass later.
  await Promise.race([sent.catch(() => undefined), refusedOf(queue), stopped])
  removeEventListener('online', wake)
  queue.close()
  release()
}

const refusedOf = (queue: EvidenceQueue) => new Promise<void>((done) => {
  queue.subscribe(() => {
    if (queue.state().state === 'refused') done()
  })
})
