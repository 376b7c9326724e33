// SPDX-License-Identifier: EUPL-1.2
import type { AccreditationRecord } from './bundle.ts'
import type { LedgerFacts } from './facts.ts'

const HIGHEST = 8

export const sameAccount = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Whether an accreditation held at a date (seconds), on what the ledger knew then. */
export function heldAt(record: AccreditationRecord, date: number): boolean {
  return record.from <= date && date < record.until && record.recordedAt <= date
    && (record.withdrawnAt === 0 || date < record.withdrawnAt)
}

/**
 * Whether an accreditation goes back to the root authority: whoever granted it was, at the moment of granting, the root
 * or accredited to accredit. A later withdrawal higher up does not undo it: each school is withdrawn by name.
 */
export function leadsToRoot(record: AccreditationRecord, ledger: LedgerFacts, height = 0): boolean {
  if (sameAccount(record.by, ledger.rootAuthority)) return true
  if (height === HIGHEST) return false
  return recordsOf(ledger, record.by).some(above =>
    above.kind === record.kind && above.mayAccredit && heldAt(above, record.recordedAt) && leadsToRoot(above, ledger, height + 1))
}

export function recordsOf(ledger: LedgerFacts, account: string): AccreditationRecord[] {
  const known = account.toLowerCase()
  return Object.hasOwn(ledger.accreditations, known) ? ledger.accreditations[known] ?? [] : []
}

/**
 * Whether the ledger holds this very record. A withdrawal made since the file was handed over does not count, nor one
 * brought forward since: the ledger never puts it back.
 */
export function onLedger(record: AccreditationRecord, ledger: LedgerFacts): boolean {
  return recordsOf(ledger, record.issuer).some(held => sameAccount(held.by, record.by) && held.kind === record.kind
    && held.mayAccredit === record.mayAccredit && held.from === record.from && held.until === record.until
    && held.recordedAt === record.recordedAt && (record.withdrawnAt === 0 || wasWithdrawnBy(held, record.withdrawnAt)))
}

const wasWithdrawnBy = ({ withdrawnAt }: AccreditationRecord, date: number) => withdrawnAt !== 0 && withdrawnAt <= date
