// SPDX-License-Identifier: EUPL-1.2
import { Worker } from 'node:worker_threads'
import { ServiceError } from '../../use-cases/errors.ts'
import type { TaskName } from './tasks.ts'
import type { Answer, Order } from './worker.ts'

/** Enough for the largest document that is let in; a thread that wants more is ended. */
const MEMORY = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 }

export type Limits = { threads: number; longestQueue: number }
/** How long a task took is told beside its answer: waiting for a thread costs nothing. */
type Done = { answer: Answer; took: number }
type Waiting = Order & { deadline: number; resolve(done: Done): void; reject(error: unknown): void }

/**
 * Threads that read what anybody sends, so that the service's own never waits for JSON-LD. A task that passes its
 * deadline ends its thread with it. Refuses ERR_DOCUMENT_TOO_SLOW, ERR_READERS_BUSY.
 */
export function threads({ threads: most, longestQueue }: Limits) {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const queue: Waiting[] = []

  const next = () => {
    if (queue.length === 0) return
    const worker = idle.pop()
    if (worker) void work(worker, queue.shift()!)
    else if (all.size < most) start()
  }
  const start = () => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { resourceLimits: MEMORY })
    all.add(worker)
    worker.unref()
    let ready = false
    worker.once('message', () => { ready = true; idle.push(worker); next() })
    worker.on('error', () => undefined) // its end follows, and is told to whoever waits
    worker.once('exit', () => {
      all.delete(worker)
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
      if (!ready) for (const { reject } of queue.splice(0)) reject(new Error('A thread that reads documents did not start'))
    })
  }
  const work = async (worker: Worker, { deadline, resolve, reject, ...order }: Waiting) => {
    const began = performance.now()
    const answer = await answerOf(worker, order, deadline).catch((error: unknown) => { reject(error); return null })
    if (answer) {
      resolve({ answer, took: performance.now() - began })
      idle.push(worker)
    } else {
      all.delete(worker)
      await worker.terminate()
    }
    next()
  }
  return {
    run: (task: TaskName, given: unknown[], deadline: number): Promise<Done> => new Promise((resolve, reject) => {
      if (queue.length >= longestQueue) { reject(new ServiceError('ERR_READERS_BUSY', { waiting: queue.length, seconds: 1 })); return }
      queue.push({ task, given, deadline, resolve, reject })
      next()
    }),
    close: async () => { await Promise.all([...all].map((worker) => { all.delete(worker); return worker.terminate() })) },
  }
}

/** What a thread makes of a task; refused when its time is over, or when it dies of it. */
const answerOf = (worker: Worker, order: Order, deadline: number) => new Promise<Answer>((resolve, reject) => {
  const tooSlow = () => { end(); reject(new ServiceError('ERR_DOCUMENT_TOO_SLOW')) }
  const timer = setTimeout(tooSlow, deadline)
  const made = (answer: Answer) => { end(); resolve(answer) }
  const end = () => { clearTimeout(timer); worker.off('message', made); worker.off('exit', tooSlow) }
  worker.once('message', made)
  // A thread ends by itself only when a document has taken all its memory.
  worker.once('exit', tooSlow)
  worker.postMessage(order)
})
