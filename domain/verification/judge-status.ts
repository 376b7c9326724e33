// SPDX-License-Identifier: EUPL-1.2
import type { Facts, LedgerFacts, ListFacts } from './facts.ts'
import type { StatusListRecord } from './ledger.ts'
import type { Reason } from './reasons.ts'
import { countedLists } from './succession.ts'
import type { Check } from './verdict.ts'

type Answer = { result: Check['result']; reason: Reason }
const passed = (reason: Reason): Answer => ({ result: 'passed', reason })
const failed = (reason: Reason): Answer => ({ result: 'failed', reason })
const unknown = (reason: Reason): Answer => ({ result: 'unknown', reason })

/**
 * Whether the credential is neither revoked nor suspended. Of two lists the worse answer counts; `ledger` is null when
 * there is none to trust.
 */
export function judgeStatus({ status, suspension }: Pick<Facts, 'status' | 'suspension'>, ledger: LedgerFacts | null): Answer {
  const counted = (records: StatusListRecord[] = []) => ledger && countedLists(records, ledger)
  const answers = [judgeList(status, counted(ledger?.statusLists), 'revoked')]
  if (suspension) answers.push(judgeList(suspension, counted(ledger?.suspensionLists), 'suspended'))
  const worst = answers.find(({ result }) => result === 'failed') ?? answers.find(({ result }) => result === 'unknown')
  return worst ?? answers.find(({ reason }) => reason === 'not-revoked-by-successor') ?? passed('not-revoked')
}

function judgeList(list: ListFacts, published: StatusListRecord[] | null, set: 'revoked' | 'suspended'): Answer {
  const { genuine, digest, revoked, fresh } = list
  if (!genuine || revoked === null) return failed('status-list-altered')
  if (revoked) return failed(set)
  if (!published) return unknown('status-at-issue-only')
  const latest = published.at(-1)
  if (latest === undefined) return unknown('status-not-published')
  if (!published.some(record => record.digest === digest)) return failed('status-list-unknown')
  if (latest.digest === digest) return passed('not-revoked')
  if (!isRead(fresh, latest)) return unknown('status-newer-list')
  if (latest.by === undefined) return fresh.revoked ? failed(set) : passed('not-revoked')
  return fresh.revoked ? failed(`${set}-by-successor`) : passed('not-revoked-by-successor')
}

type Fresh = ListFacts['fresh']
const isRead = (fresh: Fresh, { digest }: StatusListRecord): fresh is NonNullable<Fresh> & { revoked: boolean } =>
  fresh !== null && fresh.digest === digest && fresh.revoked !== null

/** Whether a list that counts came after the file's own, at a second that may be relied on, and nobody knows what it says. */
export function hasUnreadList({ status, suspension }: Pick<Facts, 'status' | 'suspension'>, ledger: LedgerFacts, isReliable: (recordedAt: number) => boolean): boolean {
  const isUnread = ({ digest, fresh }: ListFacts, records: StatusListRecord[] = []) => {
    const counted = countedLists(records, ledger)
    const since = counted.slice(counted.findLastIndex(record => record.digest === digest) + 1)
    const latest = since.at(-1)
    return latest !== undefined && !isRead(fresh, latest) && since.some(({ recordedAt }) => isReliable(recordedAt))
  }
  return isUnread(status, ledger.statusLists) || (suspension !== undefined && isUnread(suspension, ledger.suspensionLists))
}
