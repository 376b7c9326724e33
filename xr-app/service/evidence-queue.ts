// SPDX-License-Identifier: EUPL-1.2
import { linkOf, nextChunk } from '#domain/evidence/chain.ts'
import type { Link } from '#domain/evidence/chain.ts'
import type { Chunk, RecordingHead } from '#domain/evidence/recording.ts'
import type { Action } from '#domain/workshop/action.ts'
import type { EvidenceDeviceStore, StoredAttempt } from './evidence-queue-store.ts'
import { createRetry } from './evidence-queue-retry.ts'

/** The service has read and refused: sending the same again is useless. `code` is from the closed list of errors. */
export class EvidenceRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'EvidenceRefused'
    this.code = code
  }
}

/** The service answers but asks to sign in again: what is queued may pass afterwards. */
export class SignedOut extends Error {}

/** How evidence reaches the service. Rejects with EvidenceRefused when refused, with anything else when unreachable. */
export type EvidenceTransport = {
  send(attempt: string, chunk: Chunk, head: RecordingHead | undefined): Promise<void>
  finish(attempt: string, end: { chunks: number; last: string | null }): Promise<void>
}

/** `saved`: all acknowledged; `sending`; `waiting`: no answer, trying again later; `refused`: see `refusal`. */
export type QueueState = {
  /** Actions not yet acknowledged. */
  waiting: number
  state: 'saved' | 'sending' | 'waiting' | 'refused'
  refusal: string | null
  /** The service answers, but no longer knows who this is. */
  signedOut: boolean
}

/** The way from one attempt's gestures to the service: in order, nothing twice, nothing lost. */
export type EvidenceQueue = {
  add(actions: readonly Action[]): void
  state(): QueueState
  subscribe(listener: () => void): () => void
  /** Resolves once everything is acknowledged and the service has assessed; survives lost connections meanwhile. */
  finish(): Promise<void>
  /** Resolves once everything added so far is acknowledged. */
  sent(): Promise<void>
  /** Tries at once instead of at the end of the pause between two tries. */
  wake(): void
  /** Stops sending from here: the device keeps what is not acknowledged for whoever opens the queue next. */
  close(): void
}

/** At most this many actions in one chunk, when the connection comes back after a long silence. */
const mostInChunk = 200

/** Opens the queue of one attempt, with whatever an earlier page left unacknowledged. */
export async function openEvidenceQueue(
  store: EvidenceDeviceStore,
  attempt: StoredAttempt,
  transport: EvidenceTransport,
): Promise<EvidenceQueue> {
  const rows = await store.chunks(attempt.id)
  const actions = await store.actions(attempt.id)
  let link: Link | undefined
  for (const row of rows) link = linkOf(row.chunk, link)
  const unsent = rows.filter((row) => !row.acknowledged).map((row) => row.chunk)
  let chunked = rows.reduce((total, row) => total + row.chunk.actions.length, 0)
  let acknowledged = chunked - unsent.reduce((total, chunk) => total + chunk.actions.length, 0)
  let kept: Promise<unknown> = Promise.resolve()
  let refusal: string | null = null
  let settled = false
  let closed = false
  let state: QueueState = { waiting: actions.length - acknowledged, state: 'saved', refusal, signedOut: false }
  const listeners = new Set<() => void>()
  const endings: { done: () => void; failed: (why: unknown) => void }[] = []

  function tell(now: QueueState['state'], signedOut = false): void {
    state = { waiting: actions.length - acknowledged, state: now, refusal, signedOut }
    for (const listener of listeners) listener()
  }

  /** A chunk is kept as it was made before it is sent: what is sent again is the same to the byte. */
  async function formChunk(): Promise<Chunk | undefined> {
    if (chunked === actions.length) return undefined
    const chunk = nextChunk(attempt.head, link, actions.slice(chunked, chunked + mostInChunk))
    await kept
    // Another page may hold the attempt by now: it alone makes chunks.
    if (closed) return undefined
    await store.saveChunk({ attempt: attempt.id, sequence: chunk.sequence, chunk, acknowledged: false })
    link = linkOf(chunk, link)
    chunked += chunk.actions.length
    unsent.push(chunk)
    return chunk
  }

  async function sendOne(): Promise<boolean> {
    const chunk = unsent[0] ?? (await formChunk())
    if (!chunk || closed) return false
    tell('sending')
    await transport.send(attempt.id, chunk, chunk.sequence === 0 ? attempt.head : undefined)
    await store.saveChunk({ attempt: attempt.id, sequence: chunk.sequence, chunk, acknowledged: true })
    unsent.shift()
    acknowledged += chunk.actions.length
    return true
  }

  async function settle(): Promise<void> {
    // A gesture may have come in while the last chunk was on its way: the round after this one sends it first.
    if (attempt.finishedAt === null || settled || closed || acknowledged !== actions.length) return
    await transport.finish(attempt.id, { chunks: link ? link.sequence + 1 : 0, last: link?.digest ?? null })
    // The service has everything: nothing of the attempt stays on a device that others may use.
    await store.forget(attempt.id)
    settled = true
  }

  const sender = createRetry({
    work: async () => {
      while (await sendOne()) tell('sending')
      await settle()
      tell(acknowledged === actions.length ? 'saved' : 'sending')
      if (settled) for (const ending of endings.splice(0)) ending.done()
    },
    failed: (why) => {
      if (!(why instanceof EvidenceRefused)) return tell('waiting', why instanceof SignedOut)
      refusal = why.code
      tell('refused')
      for (const ending of endings.splice(0)) ending.failed(why)
    },
    givesUp: (why) => why instanceof EvidenceRefused,
  })
  sender.wake()

  return {
    add: (more) => {
      kept = store.addActions(attempt.id, actions.length, more)
      actions.push(...more)
      tell(state.state === 'saved' ? 'sending' : state.state)
      sender.nudge()
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    finish: async () => {
      if (settled) return
      attempt = { ...attempt, finishedAt: attempt.finishedAt ?? new Date().toISOString() }
      await store.saveAttempt(attempt)
      if (refusal) throw new EvidenceRefused(refusal)
      const ended = new Promise<void>((done, failed) => endings.push({ done, failed }))
      sender.wake()
      return ended
    },
    sent: () => new Promise((done) => {
      const look = () => {
        if (acknowledged === actions.length) done()
      }
      listeners.add(look)
      look()
    }),
    wake: sender.wake,
    close: () => {
      closed = true
      sender.close()
    },
  }
}
