// SPDX-License-Identifier: EUPL-1.2
import { sameAccount } from './accreditation.ts'
import type { LedgerFacts } from './facts.ts'
import type { LedgerReader, StatusListRecord, SuccessionRecord } from './ledger.ts'

const LONGEST = 8

/**
 * The records of one list that count, oldest first: the issuer's own until it has a successor, then those of whoever
 * speaks for it. What a closed issuer's account publishes after that second does not count, nor what a successor
 * published before it.
 */
export function countedLists(records: StatusListRecord[], { successors = [] }: Pick<LedgerFacts, 'successors'>): StatusListRecord[] {
  let from = 0
  const spans = [undefined, ...successors].map(succession => ({ by: succession?.successor, from: from = Math.max(from, succession?.recordedAt ?? 0) }))
  return spans.flatMap((span, i) => {
    const until = spans[i + 1]?.from ?? Infinity
    return records.filter(({ by, recordedAt }) => isBy(by, span.by) && span.from <= recordedAt && recordedAt < until)
  })
}

const isBy = (a: string | undefined, b: string | undefined) => (a === undefined || b === undefined ? a === b : sameAccount(a, b))

/** Who took over from this account, then from that one: a successor may close in its turn. */
export async function successorsOf(reader: LedgerReader, account: string): Promise<SuccessionRecord[]> {
  const found: SuccessionRecord[] = []
  const known = new Set([account.toLowerCase()])
  for (let next = await reader.successorOf(account); next && found.length < LONGEST && !known.has(next.successor.toLowerCase());) {
    found.push(next)
    known.add(next.successor.toLowerCase())
    next = await reader.successorOf(next.successor)
  }
  return found
}

/** Every record of this list: the issuer's, and those of its successors under their names. */
export async function listsOf(reader: LedgerReader, list: StatusListRecord['digest'], issuer: string, successors: SuccessionRecord[]): Promise<StatusListRecord[]> {
  const own = await reader.statusListsOf(issuer, list)
  const others = await Promise.all(successors.map(async ({ successor }) =>
    (await reader.statusListsOf(successor, list)).map(record => ({ ...record, by: successor }))))
  return [...own, ...others.flat()]
}
