// SPDX-License-Identifier: EUPL-1.2
/** The answer: one of four. */
export type Outcome = 'valid' | 'valid-when-issued' | 'cannot-tell' | 'not-valid'

/** `deliberation` only of a diploma: no jury decides over the other kinds. */
export const checkNames = ['integrity', 'signature', 'accreditation', 'issuerKey', 'anchored', 'deliberation', 'status', 'dates'] as const
export type CheckName = (typeof checkNames)[number]

/**
 * One reason for the answer. `reason` is a stable code the pages put into words (French and English):
 * 'signature-altered', 'ledger-unreachable', 'revoked'…; `values` fill the words.
 */
export type Check = {
  name: CheckName
  result: 'passed' | 'failed' | 'unknown'
  reason: string
  values?: Record<string, string | number>
}

export type Verdict = {
  outcome: Outcome
  checks: Check[]
}
