// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { DomainError } from '#domain/errors.ts'
import type { DomainErrorCode } from '#domain/errors.ts'
import type { MadePart, Makers, Run } from '#service/use-cases/diplomas/ports.ts'
import type { Order } from './worker.ts'

export { openSalt } from './salts.ts'

/** What a thread makes is soon garbage: a small young generation is emptied often, and memory stays flat. */
const LITTLE = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 128 }

type Answer = { ticket: number; part?: MadePart; code?: DomainErrorCode; values?: Record<string, string | number>; reason?: string }
type Waiting = { resolve: (part: MadePart) => void; reject: (error: unknown) => void }
type Hand = { worker: Worker; run: Run | null; open: number; waiting: Map<number, Waiting> }

/**
 * Threads over the cores, started with the first part and ended by `close`. `keyOf` gives the issuer's signing key, kept
 * in memory as long as a run is.
 */
export function diplomaWorkers(keyOf: (did: string) => Promise<KeyObject>, count = availableParallelism()): Makers & { close(): Promise<void> } {
  const hands: Hand[] = []
  let tickets = 0
  const leastBusy = () => {
    if (hands.length < count) hands.push(newHand(hands.length))
    return hands.reduce((least, hand) => (hand.open < least.open ? hand : least))
  }
  return {
    atOnce: count,
    async make(run, first, lines) {
      const hand = leastBusy()
      hand.open += 1
      try {
        const start = hand.run === run ? undefined : { run, key: await keyOf(run.issuer.did) }
        hand.run = run
        const order: Order = { ticket: tickets++, first, lines: JSON.stringify(lines), ...(start && { run: start }) }
        return await new Promise<MadePart>((resolve, reject) => {
          hand.waiting.set(order.ticket, { resolve, reject })
          hand.worker.postMessage(order)
        })
      } finally {
        hand.open -= 1
      }
    },
    close: async () => { for (const { worker } of hands.splice(0)) await worker.terminate() },
  }
}

function newHand(number: number): Hand {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: number, resourceLimits: LITTLE })
  const hand: Hand = { worker, run: null, open: 0, waiting: new Map() }
  const fail = (error: unknown) => {
    for (const { reject } of hand.waiting.values()) reject(error)
    hand.waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`A thread that signs diplomas ended with ${code}`)))
  worker.on('message', ({ ticket, part, code, values, reason }: Answer) => {
    const waiting = hand.waiting.get(ticket)
    hand.waiting.delete(ticket)
    if (part) waiting?.resolve(part)
    else waiting?.reject(code ? new DomainError(code, values) : new Error(reason))
  })
  worker.unref()
  return hand
}
