// SPDX-License-Identifier: EUPL-1.2
import type { LedgerReader } from '../ledger.ts'

/** A ledger that did not answer is not asked the same again for so long (milliseconds): each asking may take its whole patience. */
const PATIENCE = 10_000
const MOST = 100_000

/**
 * The same ledger, asked each thing once: for a run over many files, which all are judged as of one moment. `clock`
 * gives milliseconds.
 */
export function rememberingLedger(reader: LedgerReader, clock: () => number): LedgerReader {
  const answers = new Map<string, { answer: Promise<unknown>; failedAt: number | null }>()
  const once = <A extends unknown[], R>(name: string, ask: (...args: A) => Promise<R>) => (...args: A): Promise<R> => {
    const key = `${name}(${args.join(',')})`
    const known = answers.get(key)
    if (known && (known.failedAt === null || clock() - known.failedAt < PATIENCE)) return known.answer as Promise<R>
    const answer = ask(...args)
    const kept = { answer, failedAt: null as number | null }
    answer.catch(() => { kept.failedAt = clock() })
    if (answers.size >= MOST) answers.clear()
    answers.set(key, kept)
    return answer
  }
  return {
    contract: reader.contract,
    chainId: once('chainId', () => reader.chainId()),
    rootAuthority: once('rootAuthority', () => reader.rootAuthority()),
    anchorOf: once('anchorOf', (root, kind) => reader.anchorOf(root, kind)),
    accreditationsOf: once('accreditationsOf', (account) => reader.accreditationsOf(account)),
    documentsOf: once('documentsOf', (account) => reader.documentsOf(account)),
    statusListsOf: once('statusListsOf', (account, list) => reader.statusListsOf(account, list)),
    successorOf: once('successorOf', (account) => reader.successorOf(account)),
    deliberationUnder: once('deliberationUnder', (root) => reader.deliberationUnder(root)),
    blockAt: once('blockAt', (number) => reader.blockAt(number)),
  }
}
