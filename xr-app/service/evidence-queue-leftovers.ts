// SPDX-License-Identifier: EUPL-1.2
import { waitAlone } from './evidence-queue-alone.ts'
import { openEvidenceStore } from './evidence-queue-store.ts'
import type { EvidenceDeviceStore } from './evidence-queue-store.ts'
import { openEvidenceQueue } from './evidence-queue.ts'
import type { EvidenceQueue } from './evidence-queue.ts'
import { httpTransport } from './evidence-queue-transport.ts'

let sending: { person: string; stop: AbortController; done: Promise<unknown> } | undefined

/**
 * Sends what earlier visits left on this device for this person, until stopped; an attempt being played in another tab
 * is left to it until that tab is closed. An attempt that was not finished is sent as far as it goes, and stays open.
 */
export function sendLeftovers(person: string): void {
  if (sending?.person === person) return
  sending?.stop.abort()
  const stop = new AbortController()
  sending = { person, stop, done: sendAll(person, stop.signal) }
}

/** Leaves the attempts to whoever takes one up; resolves when nothing is held any more. */
export async function stopLeftovers(): Promise<void> {
  const ended = sending
  sending = undefined
  ended?.stop.abort()
  await ended?.done
}

async function sendAll(person: string, stop: AbortSignal): Promise<void> {
  const store = await openEvidenceStore()
  const left = (await store.attempts()).filter(({ owner, refusal }) => owner === person && !refusal)
  await Promise.all(left.map(({ id }) => sendOne(store, id, stop)))
}

async function sendOne(store: EvidenceDeviceStore, id: string, stop: AbortSignal): Promise<void> {
  const release = await waitAlone(id, stop)
  if (!release) return
  // Whoever held it until now may have sent everything.
  const attempt = await store.attempt(id)
  if (attempt && !stop.aborted) {
    const queue = await openEvidenceQueue(store, attempt, httpTransport)
    const wake = () => queue.wake()
    addEventListener('online', wake)
    const sent = attempt.finishedAt ? queue.finish() : queue.sent()
    // A refusal ends the sending as well as an answer: what was refused will not pass later.
    await Promise.race([sent.catch(() => undefined), refusedOf(queue), abortOf(stop)])
    removeEventListener('online', wake)
    queue.close()
  }
  release()
}

const abortOf = (signal: AbortSignal) => new Promise<void>((done) => {
  if (signal.aborted) done()
  signal.addEventListener('abort', () => done())
})

const refusedOf = (queue: EvidenceQueue) => new Promise<void>((done) => {
  queue.subscribe(() => {
    if (queue.state().state === 'refused') done()
  })
})
