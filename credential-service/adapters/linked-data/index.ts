// SPDX-License-Identifier: EUPL-1.2
import { availableParallelism } from 'node:os'
import { DomainError } from '#domain/errors.ts'
import type { Reading } from '#service/use-cases/vc-api/ports.ts'
import { ServiceError } from '../../use-cases/errors.ts'
import { signBase } from './selective-disclosure.ts'
import { shares } from './shares.ts'
import type { Share } from './shares.ts'
import type { TaskName, Tasks } from './tasks.ts'
import { threads } from './threads.ts'

export { selectiveDisclosure } from './selective-disclosure.ts'

/** What one request may take of a thread's time, in milliseconds: the largest document let in takes a quarter of it. */
const BUDGET = 10_000
const LIMITS = { threads: Math.min(2, availableParallelism()), longestQueue: 32 }
/** What one address may take of a minute: half of what the threads can do, so that it never keeps them all busy. */
const shareOf = (threads: number) => threads * 30_000

export type ReaderLimits = { budget?: number; threads?: number; longestQueue?: number; perMinute?: number }

/**
 * Reads documents of others in threads apart. Each request has a reading of its own, with its own budget of time; what
 * an address may take in a minute is bounded too.
 */
export function linkedDataReaders({ budget = BUDGET, perMinute, ...limits }: ReaderLimits = {}) {
  const all = { ...LIMITS, ...limits }
  const { run, close } = threads(all)
  const { of } = shares(perMinute ?? shareOf(all.threads))
  return { open: (address = '') => readingWithin(budget, run, of(address)), close }
}

type Run = ReturnType<typeof threads>['run']

function readingWithin(budget: number, run: Run, share: Share): Reading {
  let left = budget
  let before: Promise<unknown> = Promise.resolve()
  const one = async (task: TaskName, given: unknown[]) => {
    if (left <= 0) throw new ServiceError('ERR_DOCUMENT_TOO_SLOW')
    share.check()
    // A task that is ended has cost all that was left to it; one that finds no place has cost nothing.
    const { answer, took } = await run(task, given, left).catch((error: unknown) => {
      if (error instanceof ServiceError && error.code === 'ERR_DOCUMENT_TOO_SLOW') share.spend(left)
      throw error
    })
    left -= took
    share.spend(took)
    if ('broken' in answer) throw new Error(`A thread that reads documents broke: ${answer.broken}`)
    if ('failed' in answer) throw new DomainError('ERR_NOT_CONFORMING', { rule: answer.failed, at: answer.failed === 'json-ld' ? '' : '/proof/proofValue', faults: 1 })
    return answer.made
  }
  // One after the other: a request holds one place of the queue at most, however many credentials it brings.
  const ask = <Name extends TaskName>(task: Name, ...given: Parameters<Tasks[Name]>) => {
    const made = before.then(() => one(task, given))
    before = made.catch(() => undefined)
    return made as ReturnType<Tasks[Name]>
  }
  const known = new Map<string, Promise<string>>()
  return {
    meaning: (document) => ask('meaning', document),
    canonicalise(document, how) {
      // Ten proofs are over the same document: it is read once.
      const key = JSON.stringify([how, document])
      const quads = known.get(key) ?? ask('canonicalise', document, how)
      known.set(key, quads)
      return quads
    },
    isDisclosed: (...given) => ask('isDisclosed', ...given),
    derive: (...given) => ask('derive', ...given),
    makeBaseProof: async (document, options, pointers, signer) => signBase(await ask('baseData', document, options, pointers), signer),
  }
}
