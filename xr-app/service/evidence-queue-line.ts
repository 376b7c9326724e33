// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import { linkOf, nextChunk } from '#domain/evidence/chain.ts'
import type { Link } from '#domain/evidence/chain.ts'
import type { Chunk } from '#domain/evidence/recording.ts'
import type { Action } from '#domain/workshop/action.ts'
import type { EvidenceDeviceStore, StoredAttempt, StoredChunk } from './evidence-queue-store.ts'

/** At most this many actions in one chunk, when the connection comes back after a long silence. */
const mostInChunk = 200

/** How many chunks, and the digest of the last: what finishing an attempt names. */
export type RecordingEnd = { chunks: number; last: Digest | null }
const endOf = (link: Link | undefined): RecordingEnd => ({ chunks: link ? link.sequence + 1 : 0, last: link?.digest ?? null })

/** What was done in one attempt, in order, and how far it is acknowledged; on the device first, then in memory. */
export class EvidenceLine {
  /** False once the device refused to keep something (full, or private browsing): only this page has it then. */
  deviceKeeps = true
  #actions: Action[]
  #unsent: Chunk[]
  #last: Link | undefined
  #received: Link | undefined
  #chunked = 0
  #acknowledged = 0
  #kept: Promise<unknown> = Promise.resolve()
  readonly #store: EvidenceDeviceStore
  readonly #attempt: StoredAttempt

  private constructor(store: EvidenceDeviceStore, attempt: StoredAttempt, actions: Action[], rows: StoredChunk[]) {
    this.#store = store
    this.#attempt = attempt
    this.#actions = actions
    for (const { chunk, acknowledged } of rows) {
      this.#last = linkOf(chunk, this.#last)
      this.#chunked += chunk.actions.length
      if (acknowledged) this.#receive(chunk, this.#last)
    }
    this.#unsent = rows.filter((row) => !row.acknowledged).map((row) => row.chunk)
  }

  /** With whatever an earlier page left. */
  static async open(store: EvidenceDeviceStore, attempt: StoredAttempt): Promise<EvidenceLine> {
    return new EvidenceLine(store, attempt, await store.actions(attempt.id), await store.chunks(attempt.id))
  }

  /** How many actions are not acknowledged yet. */
  get waiting(): number {
    return this.#actions.length - this.#acknowledged
  }

  /** How the recording ends, as far as it was put in chunks. */
  get end(): RecordingEnd {
    return endOf(this.#last)
  }

  /** How it ends as far as the service has it. */
  get received(): RecordingEnd {
    return endOf(this.#received)
  }

  add(more: readonly Action[]): void {
    this.#kept = this.#keep(this.#store.addActions(this.#attempt.id, this.#actions.length, more))
    this.#actions.push(...more)
  }

  /**
   * The next chunk to send. A new one is kept as it was made before it is handed out, so that what is sent again is
   * the same to the byte; none is made once `closed` says that another page may hold the attempt.
   */
  async next(closed: () => boolean): Promise<Chunk | undefined> {
    if (this.#unsent[0] || this.#chunked === this.#actions.length) return this.#unsent[0]
    const chunk = nextChunk(this.#attempt.head, this.#last, this.#actions.slice(this.#chunked, this.#chunked + mostInChunk))
    await this.#kept
    if (closed()) return undefined
    await this.#saveChunk(chunk, false)
    this.#last = linkOf(chunk, this.#last)
    this.#chunked += chunk.actions.length
    this.#unsent.push(chunk)
    return chunk
  }

  /** The service has the first of the chunks that were waiting. */
  async acknowledge(chunk: Chunk): Promise<void> {
    await this.#saveChunk(chunk, true)
    this.#unsent.shift()
    this.#receive(chunk, linkOf(chunk))
  }

  /** Once this writing and all that was added before it have ended: whether the device keeps everything. */
  async keeps(writing: Promise<void>): Promise<boolean> {
    await Promise.all([this.#kept, this.#keep(writing)])
    return this.deviceKeeps
  }

  #receive(chunk: Chunk, link: Link): void {
    this.#received = link
    this.#acknowledged += chunk.actions.length
  }

  #saveChunk(chunk: Chunk, acknowledged: boolean): Promise<void> {
    return this.#keep(this.#store.saveChunk({ attempt: this.#attempt.id, sequence: chunk.sequence, chunk, acknowledged }))
  }

  /** A device that keeps nothing must not stop the sending: what is sent is safe all the same. */
  async #keep(writing: Promise<void>): Promise<void> {
    await writing.catch(() => {
      this.deviceKeeps = false
    })
  }
}
