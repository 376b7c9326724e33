// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '#service/use-cases/errors.ts'
import { fillGap } from './fill.ts'
import type { FollowNeeds } from './follow.ts'
import type { Entry, Variant } from './journal.ts'
import { RECENT, answerOf, bumped, gapsBelow, isStuck, stillThere } from './rules.ts'
import type { Answer, Head } from './rules.ts'
import { keepVariant } from './sign.ts'

type Missing = { account: string; used: number; entries: Entry[] }

/**
 * Sends whatever the ledger does not have, in the order of the journal, and outbids what is stuck. A refusal holds up
 * the account it concerns, and everybody while what was lost is put back: a school cannot anchor before its academy
 * accredited it.
 * @returns the refusals that an operator must hear of, and whether everything missing was sent
 */
export async function sendAll(needs: FollowNeeds, head: Head, whole: boolean): Promise<{ refused: Error[]; complete: boolean }> {
  const missing = await whatIsMissing(needs, whole)
  const entries = missing.flatMap(({ entries }) => entries).sort((a, b) => a.sequence - b.sequence)
  if (entries.length) await needs.fund([...new Set(entries.map(entry => entry.account))])
  const refused: Error[] = []
  const held = new Set<string>()
  for (const entry of entries) {
    if (held.has(entry.account)) continue
    const used = missing.find(({ account }) => account === entry.account)?.used
    const went = await sendOne(needs, entry, head, entry.nonce === used)
    if (went === 'sent') continue
    held.add(entry.account)
    if (went !== 'later') refused.push(went)
    if (went !== 'later' && entry.includedAt !== null) break
  }
  for (const one of missing) await fillGaps(needs, one)
  return { refused, complete: held.size === 0 }
}

/** Entries whose nonce the ledger has not used. */
async function whatIsMissing({ journal, chain }: FollowNeeds, whole: boolean): Promise<Missing[]> {
  const active = new Set((await journal.toFollow(RECENT)).map(entry => entry.account))
  const missing: Missing[] = []
  for (const { address: account } of await journal.accounts()) {
    if (!whole && !active.has(account)) continue
    const used = await chain.used(account)
    missing.push({ account, used, entries: await journal.fromNonce(account, used) })
  }
  return missing
}

/** Sends one; 'later' when it has to wait for the node, or the refusal. */
async function sendOne(needs: FollowNeeds, entry: Entry, head: Head, isNext: boolean): Promise<'sent' | 'later' | Error> {
  const { journal, chain, now, patience } = needs
  if (entry.block) {
    const there = (await chain.block(entry.block.number))?.hash ?? null
    if (stillThere(entry.block, there, head.number) !== 'gone') return 'later'
    await journal.keepSeen(entry, null)
    needs.tell?.({ what: 'undone', account: entry.account, nonce: entry.nonce, purpose: entry.purpose })
  }
  const last = (await journal.variantsOf(entry.sequence)).filter(({ nonce }) => nonce === entry.nonce).at(-1)
  if (!last) return 'later'
  const answer = await offer(needs, entry, last, head)
  if (answer === 'poor') return new ServiceError('ERR_LEDGER_FUNDS', { account: entry.account })
  if (answer === 'other') return new ServiceError('ERR_LEDGER_REFUSED', { account: entry.account, nonce: entry.nonce })
  // Of several that wait, only the first holds up the others.
  const stuck = isNext && isStuck(last.sent, head.number, now(), patience)
  if (answer === 'cheap' || (stuck && answer !== 'low')) return outbid(needs, entry, last, head)
  return answer === 'gap' ? 'later' : 'sent'
}

/** The same bytes sent twice are one transaction, so "already known" is success. */
async function offer({ chain, journal, now }: FollowNeeds, entry: Entry, { raw, hash }: Pick<Variant, 'raw' | 'hash'>, head: Head) {
  const refusal = await chain.send(raw)
  const answer: Answer = refusal === null ? 'known' : answerOf(refusal)
  const error = answer === 'known' || answer === 'low' ? null : refusal
  await journal.keepSending(entry, hash, error, { at: now(), head: head.number })
  return answer
}

/** The same content at the same nonce for higher fees: at most one of the two can ever be in a block. */
async function outbid(needs: FollowNeeds, entry: Entry, last: Variant, head: Head): Promise<'sent' | 'later' | Error> {
  const fees = await needs.chain.fees()
  const price = bumped(last.price, fees, needs.cap)
  if (!price) return new ServiceError('ERR_LEDGER_FEES', { account: entry.account, cap: needs.cap.toString(), base: fees.base.toString() })
  const variant = await keepVariant(needs, entry, last.hash, price)
  if (!variant) return 'later'
  needs.tell?.({ what: 'outbid', account: entry.account, nonce: entry.nonce, purpose: entry.purpose })
  const answer = await offer(needs, entry, variant, head)
  return answer === 'poor' ? new ServiceError('ERR_LEDGER_FUNDS', { account: entry.account }) : 'sent'
}

/** Once the first that waits has waited long enough to know that nobody else will use the nonces before it. */
async function fillGaps(needs: FollowNeeds, { account, used, entries }: Missing): Promise<void> {
  const gaps = gapsBelow(used, entries.map(({ nonce }) => nonce))
  const first = entries.find(({ nonce }) => nonce === used + gaps.length)
  if (!first || gaps.length === 0) return
  const sent = (await needs.journal.variantsOf(first.sequence)).at(-1)?.sent
  if (!sent || needs.now().getTime() - sent.at.getTime() < needs.patience.ms) return
  for (const nonce of gaps) await fillGap(needs, account, nonce)
}
