// SPDX-License-Identifier: EUPL-1.2
import { heldAt, leadsToRoot, onLedger, recordsOf, sameAccount } from './accreditation.ts'
import { kinds } from '../credential/kind.ts'
import type { Facts, LedgerFacts } from './facts.ts'
import { judgeJury, judgeJuryAlone } from './judge-jury.ts'
import { withRenewals } from './judge-renewals.ts'
import { judgeStatus } from './judge-status.ts'
import type { BundleFault, Reason } from './reasons.ts'
import { checkNames } from './verdict.ts'
import type { Check, CheckName, Outcome, Verdict } from './verdict.ts'

// A verifier's clock may be slow, and a credential is often shown at once.
const CLOCK_TOLERANCE = 300

type Answer = Omit<Check, 'name'>
const passed = (reason: Reason, date?: number): Answer => answer('passed', reason, date)
const failed = (reason: Reason, date?: number): Answer => answer('failed', reason, date)
const unknown = (reason: Reason): Answer => answer('unknown', reason)

function answer(result: Check['result'], reason: Reason, date?: number): Answer {
  return date === undefined ? { result, reason } : { result, reason, values: { date } }
}

/** The verdict on these facts. Total: every combination of facts has an answer; nothing is fetched, nothing throws. */
export function judge(facts: Facts): Verdict {
  const trusted = 'missing' in facts.ledger || !isTrusted(facts, facts.ledger) ? null : facts.ledger
  const checks = withRenewals(facts, trusted, sayWhatIsClosed(checksOf(facts).map(name => ({ name, ...rules[name](facts) }))))
  return { outcome: outcomeOf(checks), checks }
}

/** Only a diploma is decided by a jury. */
const checksOf = ({ said: { kind } }: Facts) => (kind === kinds.diploma ? checkNames : withoutJury)
const withoutJury = checkNames.filter(name => name !== 'deliberation')

/**
 * Whether everything else in the file stands, so that its issuer's newest revocation list is worth asking for: nobody
 * is asked anything on the word of a file that is not an accredited issuer's own.
 */
export function isWorthAsking(facts: Facts): boolean {
  const needed: CheckName[] = ['integrity', 'signature', 'accreditation', 'issuerKey', 'anchored', 'deliberation']
  return checksOf(facts).filter(name => needed.includes(name)).every(name => rules[name](facts).result === 'passed')
}

/** The verdict on a file that cannot be read as a bundle. */
export function judgeUnread(fault: BundleFault): Verdict {
  const newer = fault === 'file-of-another-version'
  const checks = withoutJury.map(name => ({ name, ...(name === 'integrity' ? (newer ? unknown : failed)(fault) : unknown('file-unread')) }))
  return { outcome: newer ? 'cannot-tell' : 'not-valid', checks }
}

function outcomeOf(checks: Check[]): Outcome {
  if (checks.some(({ result }) => result === 'failed')) return 'not-valid'
  const has = (reason: Reason) => checks.some(check => check.reason === reason)
  if (checks.some(check => check.result === 'unknown' && !said.has(check.reason))) return 'cannot-tell'
  return then.some(has) ? 'valid-when-issued' : 'valid'
}

/** What cannot be known and is said, without spoiling the answer about the day of issue. */
const said: ReadonlySet<string> = new Set<Reason>(['status-not-known-since', 'status-at-renewal'])
/** What makes it an answer about the day of issue. */
const then: Reason[] = ['accredited-then', 'key-then', 'signature-sealed', 'anchored-renewed', 'status-at-renewal']

// A closed school publishes no list any more: what the file says of this credential is all there may ever be.
function sayWhatIsClosed(checks: Check[]): Check[] {
  if (!checks.some(({ reason }) => reason === 'accredited-then')) return checks
  const since: Reason = 'status-not-known-since'
  return checks.map(check => (check.reason === 'status-newer-list' ? { ...check, reason: since } : check))
}

const rules: Record<CheckName, (facts: Facts) => Answer> = {
  integrity: ({ integrity }) =>
    integrity === 'intact' ? passed('file-intact') : failed(integrity === 'altered' ? 'file-altered' : 'context-altered'),

  signature: ({ key: { signature } }) => {
    if (signature === null) return failed('key-not-in-document')
    return signature.verified ? passed('signature-genuine') : failed(signature.reason)
  },

  accreditation: facts => onTrustedLedger(facts, ledger => {
    const { receipt: { ledger: { issuer, kind } }, accreditation, now } = facts
    const date = anchoredAt(facts, ledger)
    if (!accreditation.every(record => onLedger(record, ledger))) return failed('accreditation-differs')
    const records = recordsOf(ledger, issuer)
    if (records.length === 0) return unknown('issuer-unknown')
    const ofKind = records.filter(record => record.kind === kind)
    const then = ofKind.filter(record => heldAt(record, date))
    if (then.length === 0) {
      const ended = ofKind.find(({ from, withdrawnAt }) => from <= date && withdrawnAt !== 0 && withdrawnAt <= date)
      return ended ? failed('withdrawn-before', ended.withdrawnAt) : failed('not-accredited-then', date)
    }
    if (!then.some(record => leadsToRoot(record, ledger))) return failed('chain-broken')
    if (ofKind.some(record => heldAt(record, now))) return passed('accredited')
    const ends = then.map(({ until, withdrawnAt }) => (withdrawnAt === 0 ? until : Math.min(until, withdrawnAt)))
    return now < date ? passed('accredited') : passed('accredited-then', Math.max(...ends))
  }),

  issuerKey: facts => {
    const { issuerAgrees, signature, accountNamed, documentDigest, didDigest } = facts.key
    if (!issuerAgrees) return failed('issuer-differs')
    if (signature === null) return failed('key-not-in-document')
    if (!accountNamed) return failed('account-differs')
    return onTrustedLedger(facts, ledger => {
      const history = ledger.documents.filter(record => record.didDigest === didDigest)
      const spans = history.map((record, i) => ({ ...record, until: history[i + 1]?.recordedAt ?? Infinity }))
      const ours = spans.filter(record => record.documentDigest === documentDigest)
      if (ours.length === 0) return failed('document-not-recorded')
      // Signed first, anchored later: the key may have changed in between.
      const end = anchoredAt(facts, ledger)
      const start = Math.min(facts.said.signedAt ?? end, end)
      const then = ours.find(({ recordedAt, until }) => recordedAt <= end && start < until)
      if (then === undefined) return failed('key-not-then')
      return ours.some(({ until }) => until === Infinity) ? passed('key-in-force') : passed('key-then', then.until)
    })
  },

  anchored: facts => {
    const { receipt, said } = facts
    if (receipt.fault !== null) return failed(receipt.fault)
    if (said.kind !== receipt.ledger.kind) return failed('kind-differs')
    return onTrustedLedger(facts, ({ anchor, block }) => {
      if (anchor === null) return failed('never-anchored')
      if (!sameAccount(anchor.issuer, receipt.ledger.issuer)) return failed('anchored-by-other')
      const { kind, block: place, transaction } = receipt.ledger
      const agrees = anchor.kind === kind && anchor.anchoredAt === place.timestamp && block !== 'future'
        && (block === 'pruned' || (block.hash === place.hash && block.timestamp === place.timestamp && block.transactions.includes(transaction)))
      return agrees ? passed('anchored', anchor.anchoredAt) : failed('receipt-differs')
    })
  },

  deliberation: facts => judgeJuryAlone(facts) ?? onTrustedLedger(facts, ledger => judgeJury(facts, ledger)),

  status: facts => judgeStatus(facts, 'missing' in facts.ledger || !isTrusted(facts, facts.ledger) ? null : facts.ledger),

  dates: ({ now, said: { validFrom, validUntil } }) => {
    if (validFrom === null || validUntil === null) return failed('dates-unreadable')
    if (now + CLOCK_TOLERANCE < validFrom) return failed('not-yet-valid', validFrom)
    return validUntil !== undefined && validUntil <= now ? failed('expired', validUntil) : passed('in-dates', validFrom)
  },
}

function onTrustedLedger(facts: Facts, rule: (ledger: LedgerFacts) => Answer): Answer {
  if ('missing' in facts.ledger) return unknown(facts.ledger.missing)
  return isTrusted(facts, facts.ledger) ? rule(facts.ledger) : unknown('other-ledger')
}

const isTrusted = ({ receipt }: Facts, { chainId, contract }: LedgerFacts) =>
  receipt.ledger.chainId === chainId && sameAccount(receipt.ledger.contract, contract)

// The ledger's own date; where it has none, the date the file claims.
const anchoredAt = ({ receipt }: Facts, { anchor }: LedgerFacts) => anchor?.anchoredAt ?? receipt.ledger.block.timestamp
