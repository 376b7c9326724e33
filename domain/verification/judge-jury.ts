// SPDX-License-Identifier: EUPL-1.2
import { sameAccount } from './accreditation.ts'
import type { JuryDecision } from './bundle.ts'
import type { Facts, LedgerFacts } from './facts.ts'
import type { DeliberationRecord } from './ledger.ts'
import type { Reason } from './reasons.ts'
import type { Check } from './verdict.ts'

type Answer = Omit<Check, 'name'>
const answer = (result: Check['result'], reason: Reason, values?: Check['values']): Answer =>
  (values === undefined ? { result, reason } : { result, reason, values })

/** What the file alone settles: a path that leads nowhere; without a ledger, what it says and nobody confirms. Else null. */
export function judgeJuryAlone({ jury, ledger }: Pick<Facts, 'jury' | 'ledger'>): Answer | null {
  if (jury && !jury.leads) return answer('failed', 'jury-path-differs')
  if (!('missing' in ledger)) return null
  return jury ? answer('unknown', 'jury-by-the-file-alone', valuesOf(jury.said)) : answer('unknown', 'jury-not-told')
}

/**
 * Whether a jury of this issuer decided over the anchored root, by the word of the ledger: its contract checked each
 * member's signature, and the path from this root to what they signed. What the file says must agree with it.
 */
export function judgeJury({ jury, receipt }: Pick<Facts, 'jury' | 'receipt'>, { deliberation: found }: LedgerFacts): Answer {
  if (found === undefined || found === 'not-answered') return answer('unknown', 'jury-not-answered')
  if (found === null || found.outcome !== 'decided') return answer('failed', 'jury-none')
  if (!sameAccount(found.issuer, receipt.ledger.issuer)) return answer('failed', 'jury-of-another')
  if (found.signatures < found.quorum) return answer('failed', 'jury-too-few')
  const decision = decisionOf(found)
  if (jury && !agree(jury.said, decision)) return answer('failed', 'jury-differs')
  return answer('passed', 'jury-decided', valuesOf(decision))
}

type Decision = Omit<JuryDecision, 'path'>

const decisionOf = ({ name, results, root, round, members, quorum, signatures, closedAt }: DeliberationRecord): Decision =>
  ({ deliberation: name, results, root, round, members, quorum, signatures, decidedAt: closedAt })

const agree = (said: Decision, held: Decision) => (Object.keys(held) as (keyof Decision)[]).every(member => said[member] === held[member])

const valuesOf = ({ signatures, members, decidedAt, round, deliberation }: Decision) =>
  ({ signatures, members, moment: decidedAt, round, deliberation })
