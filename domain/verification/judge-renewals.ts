// SPDX-License-Identifier: EUPL-1.2
import { kinds, RENEWAL_KIND } from '../credential/kind.ts'
import { heldAt, leadsToRoot, recordsOf, sameAccount } from './accreditation.ts'
import { brokenAt } from './broken.ts'
import type { BrokenAlgorithms } from './broken.ts'
import type { Facts, LedgerFacts } from './facts.ts'
import { hasUnreadList } from './judge-status.ts'
import type { Reason } from './reasons.ts'
import type { Check } from './verdict.ts'

/** What ties a credential to its receipt, its issuer's document and its lists. */
const HASHES = ['sha-256', 'keccak-256'] as const

type Change = { result: Check['result']; reason: Reason; values?: Check['values'] }
type Judged = { broken: BrokenAlgorithms; facts: Facts; ledger: LedgerFacts; issuedAt: number }

/**
 * The checks of a file once something they rest on is broken (RFC 4998 §5.3): what was signed stands if it was anchored
 * before its signature was broken; what was hashed stands if a renewal by a hash that still holds, made before, covers
 * it. What nothing covers is neither genuine nor forged: nobody can tell. `ledger` is null when there is none to trust.
 */
export function withRenewals(facts: Facts, ledger: LedgerFacts | null, checks: Check[]): Check[] {
  const { broken = {}, renewals = [] } = facts
  const altered = renewals.some(({ fault }) => fault === 'renewal-differs' || fault === 'renewal-unsigned')
  const told = altered ? changed(checks, { anchored: { result: 'failed', reason: 'renewal-differs' } }) : checks
  if (!ledger?.anchor || Object.keys(broken).length === 0) return brokenUnheard(facts, told)
  const judged = { broken, facts, ledger, issuedAt: ledger.anchor.anchoredAt }
  return changed(told, { signature: signature(judged), anchored: anchored(judged), status: status(judged) })
}

/** Only what failed stays as it was. */
const changed = (checks: Check[], changes: Partial<Record<Check['name'], Change | null>>): Check[] => checks.map(check => {
  const change = check.result === 'failed' ? null : changes[check.name]
  return change ? { name: check.name, ...change } : check
})

/** Without a ledger nothing says when anything was made. */
function brokenUnheard({ broken = {}, now }: Facts, checks: Check[]): Check[] {
  const fallen = brokenAt(broken, ['ed25519', ...HASHES], now)
  return fallen ? changed(checks, { signature: unknown('signature-broken', fallen) }) : checks
}

const unknown = (reason: Reason, { algorithm, since }: { algorithm: string; since: number }): Change =>
  ({ result: 'unknown', reason, values: { algorithm, date: since } })

function signature({ broken, facts, issuedAt }: Judged): Change | null {
  const then = brokenAt(broken, ['ed25519', ...HASHES], issuedAt)
  if (then) return unknown('signature-broken', then)
  return brokenAt(broken, ['ed25519'], facts.now) ? { result: 'passed', reason: 'signature-sealed', values: { date: issuedAt } } : null
}

function anchored(judged: Judged): Change | null {
  const { broken, facts, issuedAt } = judged
  const decided = facts.receipt.ledger.kind === kinds.diploma ? ['secp256k1', 'p-256'] : ['secp256k1']
  const then = brokenAt(broken, decided, issuedAt)
  if (then) return unknown('anchor-broken', then)
  const fallen = brokenAt(broken, HASHES, facts.now)
  if (!fallen) return null
  const date = firstRenewal(judged)
  return date === null ? unknown('not-renewed', fallen) : { result: 'passed', reason: 'anchored-renewed', values: { date } }
}

/**
 * Lists are known as they were at the last renewal: what a broken hash or account says since is not listened to. That a
 * newer list was published before anything was broken is no forgery: while it is not read, the check stays as it was.
 */
function status(judged: Judged): Change | null {
  const { broken, facts, ledger } = judged
  const rested = [...HASHES, 'secp256k1']
  const fallen = brokenAt(broken, rested, facts.now)
  if (!fallen) return null
  const last = (facts.renewals ?? []).length - 1
  const date = last >= 0 && stands(judged, last) ? dateOf(judged, last) : null
  if (date === null) return unknown('status-not-renewed', fallen)
  if (hasUnreadList(facts, ledger, recordedAt => brokenAt(broken, rested, recordedAt) === null)) return null
  return { result: 'unknown', reason: 'status-at-renewal', values: { date } }
}

/** When the first renewal was made that covers what is broken now, and still stands; null when none does. */
function firstRenewal(judged: Judged): number | null {
  const covering = (judged.facts.renewals ?? []).map((_, i) => i).find(i => stands(judged, i) && brokenAt(judged.broken, HASHES, dateOf(judged, i)) === null)
  return covering === undefined ? null : dateOf(judged, covering)
}

const dateOf = ({ ledger }: Judged, i: number) => ledger.renewals?.[i]?.anchor?.anchoredAt ?? Infinity

/** A renewal stands while its hash does, or when the next one covered it before that hash was broken, and stands. */
function stands(judged: Judged, i: number): boolean {
  const { broken, facts } = judged
  const renewal = facts.renewals?.[i]
  if (renewal === undefined || !counts(judged, i)) return false
  if (brokenAt(broken, [renewal.hash], facts.now) === null) return true
  return brokenAt(broken, [renewal.hash], dateOf(judged, i + 1)) === null && stands(judged, i + 1)
}

/** Whether the ledger knows it from an account entitled to renew, signed by the issuer of then or by its successor. */
function counts({ broken, facts, ledger }: Judged, i: number): boolean {
  const [renewal, on] = [facts.renewals?.[i], ledger.renewals?.[i]]
  if (!renewal || renewal.fault !== null || !on?.anchor) return false
  const { issuer, kind, anchoredAt } = on.anchor
  if (kind !== RENEWAL_KIND || !sameAccount(issuer, renewal.account) || brokenAt(broken, ['secp256k1'], anchoredAt)) return false
  const entitled = recordsOf(ledger, issuer).some(record => record.kind === RENEWAL_KIND && heldAt(record, anchoredAt) && leadsToRoot(record, ledger))
  return entitled && isSigners(facts, ledger, i, anchoredAt)
}

function isSigners(facts: Facts, ledger: LedgerFacts, i: number, date: number): boolean {
  const { account, documentDigest, didDigest } = facts.renewals?.[i]?.signer ?? { account: null }
  if (account === null) return false
  const speaks = sameAccount(account, facts.receipt.ledger.issuer)
    || (ledger.successors ?? []).some(({ successor, recordedAt }) => sameAccount(successor, account) && recordedAt <= date)
  return speaks && (ledger.renewals?.[i]?.documents ?? []).some(record =>
    record.documentDigest === documentDigest && record.didDigest === didDigest && record.recordedAt <= date)
}
