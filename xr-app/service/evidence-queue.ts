// SPDX-License-Identifier: EUPL-1.2
import type { Chunk, RecordingHead } from '#domain/evidence/recording.ts'
import type { Action } from '#domain/workshop/action.ts'
import { EvidenceLine } from './evidence-queue-line.ts'
import type { RecordingEnd } from './evidence-queue-line.ts'
import type { EvidenceDeviceStore, StoredAttempt } from './evidence-queue-store.ts'
import { createRetry } from './evidence-queue-retry.ts'
import type { Retry } from './evidence-queue-retry.ts'

/** The service has read and refused: sending the same again is useless. `code` is from the closed list of errors. */
export class EvidenceRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'EvidenceRefused'
    this.code = code
  }
}

/** The service answers, but to nobody or to somebody else: what is queued passes once its owner is signed in. */
export class SignedOut extends Error {}

/** How evidence reaches the service. Rejects with EvidenceRefused when refused, with anything else when unreachable. */
export type EvidenceTransport = {
  send(attempt: string, chunk: Chunk, head: RecordingHead | undefined): Promise<void>
  finish(attempt: string, end: RecordingEnd): Promise<void>
}

/** `saved`: all acknowledged; `sending`; `waiting`: no answer, trying again later; `refused`: see `refusal`. */
export type QueueState = {
  /** Actions not yet acknowledged. */
  waiting: number
  state: 'saved' | 'sending' | 'waiting' | 'refused'
  refusal: string | null
  /** The service answers, but no longer knows who this is. */
  signedOut: boolean
  /** False: only this open page has what waits. */
  deviceKeeps: boolean
  /** Finished or not; `kept`: the device has all of it, so that without a connection this page may be closed. */
  finish: 'no' | 'kept' | 'unkept'
}

/** The way from one attempt's gestures to the service: in order, nothing twice, nothing lost. */
export type EvidenceQueue = {
  add(actions: readonly Action[]): void
  state(): QueueState
  subscribe(listener: () => void): () => void
  /** Resolves once everything is acknowledged and the service has assessed; survives lost connections meanwhile. */
  finish(): Promise<void>
  /** After a refusal: ends the attempt with what the service had received before it. */
  finishReceived(): Promise<void>
  /** Resolves once everything added so far is acknowledged. */
  sent(): Promise<void>
  /** Tries at once instead of at the end of the pause between two tries. */
  wake(): void
  /** Stops sending from here: the device keeps what is not acknowledged for whoever opens the queue next. */
  close(): void
}

/** Opens the queue of one attempt, with whatever an earlier page left unacknowledged. */
export async function openEvidenceQueue(
  store: EvidenceDeviceStore, attempt: StoredAttempt, transport: EvidenceTransport,
): Promise<EvidenceQueue> {
  return new Queue(store, attempt, transport, await EvidenceLine.open(store, attempt))
}

class Queue implements EvidenceQueue {
  #attempt: StoredAttempt
  #state: QueueState
  #refusal: string | null = null
  #settled = false
  #finish: QueueState['finish']
  #closed = false
  readonly #store: EvidenceDeviceStore
  readonly #transport: EvidenceTransport
  readonly #line: EvidenceLine
  readonly #sender: Retry
  readonly #listeners = new Set<() => void>()
  readonly #endings: { done: () => void; failed: (why: unknown) => void }[] = []

  constructor(store: EvidenceDeviceStore, attempt: StoredAttempt, transport: EvidenceTransport, line: EvidenceLine) {
    this.#store = store
    this.#attempt = attempt
    this.#transport = transport
    this.#line = line
    this.#finish = attempt.finishedAt === null ? 'no' : 'kept'
    this.#state = { waiting: line.waiting, state: 'saved', refusal: null, signedOut: false, deviceKeeps: true, finish: this.#finish }
    this.#sender = createRetry({
      work: () => this.#send(), failed: (why) => this.#failed(why), givesUp: (why) => why instanceof EvidenceRefused,
    })
    this.wake()
  }

  // Given as they are to React and to the session: they keep their `this`.
  readonly state = () => this.#state
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly add = (more: readonly Action[]) => {
    this.#line.add(more)
    this.#tell(this.#state.state === 'saved' ? 'sending' : this.#state.state)
    this.#sender.nudge()
  }

  readonly wake = () => this.#sender.wake()

  readonly finish = async () => {
    if (this.#settled) return
    this.#attempt = { ...this.#attempt, finishedAt: this.#attempt.finishedAt ?? new Date().toISOString() }
    this.#finish = await this.#line.keeps(this.#store.saveAttempt(this.#attempt)) ? 'kept' : 'unkept'
    this.#tell(this.#state.state, this.#state.signedOut)
    if (this.#refusal) throw new EvidenceRefused(this.#refusal)
    const ended = new Promise<void>((done, failed) => this.#endings.push({ done, failed }))
    this.wake()
    return ended
  }

  readonly finishReceived = () => this.#transport.finish(this.#attempt.id, this.#line.received)

  readonly sent = () => new Promise<void>((done) => {
    const look = () => {
      if (this.#line.waiting === 0) done()
    }
    this.#listeners.add(look)
    look()
  })

  readonly close = () => {
    this.#closed = true
    this.#sender.close()
  }

  async #send(): Promise<void> {
    for (;;) {
      const chunk = await this.#line.next(() => this.#closed)
      if (!chunk || this.#closed) break
      this.#tell('sending')
      await this.#transport.send(this.#attempt.id, chunk, chunk.sequence === 0 ? this.#attempt.head : undefined)
      await this.#line.acknowledge(chunk)
    }
    await this.#settle()
    this.#tell(this.#line.waiting === 0 ? 'saved' : 'sending')
    if (this.#settled) for (const ending of this.#endings.splice(0)) ending.done()
  }

  async #settle(): Promise<void> {
    // A gesture may have come in while the last chunk was on its way: the round after this one sends it first.
    if (this.#attempt.finishedAt === null || this.#settled || this.#closed || this.#line.waiting > 0) return
    await this.#transport.finish(this.#attempt.id, this.#line.end)
    // The service has everything: nothing of the attempt stays on a device that others may use.
    await this.#store.forget(this.#attempt.id)
    this.#settled = true
  }

  #failed(why: unknown): void {
    if (!(why instanceof EvidenceRefused)) return this.#tell('waiting', why instanceof SignedOut)
    this.#refusal = why.code
    this.#attempt = { ...this.#attempt, refusal: why.code }
    // It stays on the device for whoever has to understand, and is not proposed to be taken up again.
    void this.#store.saveAttempt(this.#attempt)
    this.#tell('refused')
    for (const ending of this.#endings.splice(0)) ending.failed(why)
  }

  #tell(state: QueueState['state'], signedOut = false): void {
    const { waiting, deviceKeeps } = this.#line
    this.#state = { waiting, state, refusal: this.#refusal, signedOut, deviceKeeps, finish: this.#finish }
    for (const listener of this.#listeners) listener()
  }
}
