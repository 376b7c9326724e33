// SPDX-License-Identifier: EUPL-1.2
// One thread that reads documents of others: it gets one task at a time, and is ended from outside when it takes too long.
import { parentPort } from 'node:worker_threads'
import { isUnreadable } from '#domain/credential/index.ts'
import { isBadProof } from './selective-disclosure.ts'
import { tasks } from './tasks.ts'
import type { TaskName } from './tasks.ts'

export type Order = { task: TaskName; given: unknown[] }
export type Answer = { made: unknown } | { failed: 'json-ld' | 'proof-value' } | { broken: string }

parentPort!.on('message', async ({ task, given }: Order) => {
  try {
    parentPort!.postMessage({ made: await (tasks[task] as (...all: unknown[]) => Promise<unknown>)(...given) } satisfies Answer)
  } catch (error) {
    parentPort!.postMessage(answerOf(error))
  }
})
parentPort!.postMessage('ready')

/** What broke is told by its kind and its place alone: these libraries quote the document in what they say. */
function answerOf(error: unknown): Answer {
  if (isUnreadable(error)) return { failed: 'json-ld' }
  if (isBadProof(error)) return { failed: 'proof-value' }
  const { name, stack = '' } = error as Error
  return { broken: [name, ...stack.split('\n').filter((line) => /^\s+at /.test(line))].join('\n') }
}
