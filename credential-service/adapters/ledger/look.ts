// SPDX-License-Identifier: EUPL-1.2
import type { Chain, Receipt } from './chain.ts'
import type { FollowNeeds } from './follow.ts'
import type { Entry, Variant } from './journal.ts'
import { RECENT, isSettled, stillThere } from './rules.ts'
import type { Head } from './rules.ts'

/** Writes what the ledger says of everything open and of what was settled lately. */
export async function lookAtAll(needs: FollowNeeds): Promise<void> {
  const { chain, journal } = needs
  const head = await chain.head()
  const used = new Map<string, number>()
  for (const entry of await journal.toFollow(RECENT)) {
    if (entry.hash === null) continue
    const count = used.get(entry.account) ?? (await chain.used(entry.account))
    used.set(entry.account, count)
    // What is undone is put back by the next round, in the order of the journal.
    if (count <= entry.nonce) {
      if (entry.rival) await journal.keepRival(entry, null)
    } else await look(needs, entry, head, count)
  }
}

async function look(needs: FollowNeeds, entry: Entry, head: Head, used: number): Promise<void> {
  const found = await findReceipt(needs, entry)
  if (found) return place(needs, entry, found, head)
  if (!entry.block) return rivalled(needs, entry, head, used)
  const there = (await needs.chain.block(entry.block.number))?.hash ?? null
  if (stillThere(entry.block, there, head.number) !== 'gone') return
  await needs.journal.keepSeen(entry, null)
  needs.tell?.({ what: 'undone', account: entry.account, nonce: entry.nonce, purpose: entry.purpose })
}

type Found = { receipt: Receipt; variant: { raw: string; hash: string } }

/** Whichever form is in a block: mostly the last one, so it is asked first. */
async function findReceipt({ chain, journal }: FollowNeeds, { sequence, hash, raw }: Entry): Promise<Found | null> {
  const first = hash === null || raw === null ? null : await chain.receipt(hash)
  if (first && raw !== null) return { receipt: first, variant: { raw, hash: first.hash } }
  for (const variant of (await journal.variantsOf(sequence)).reverse() satisfies Variant[]) {
    const receipt = variant.hash === hash ? null : await chain.receipt(variant.hash)
    if (receipt) return { receipt, variant }
  }
  return null
}

async function place({ chain, journal, now, settling }: FollowNeeds, entry: Entry, { receipt, variant }: Found, head: Head) {
  const moved = entry.block?.hash !== receipt.block.hash
  if (!moved && entry.state !== 'signed') return
  const block = moved || !entry.block ? await datedBlock(chain, receipt.block) : entry.block
  // The block went away between two questions: the next round sees where it is now.
  if (!block) return
  const since = moved || !entry.includedAt ? now() : entry.includedAt
  const settled = isSettled({ number: block.number, since }, head.number, now(), settling)
  const state = !settled ? 'signed' : receipt.ok ? 'confirmed' : 'reverted'
  if (moved || state !== entry.state) await journal.keepSeen(entry, { state, ...variant, block, includedAt: since })
}

async function datedBlock(chain: Chain, { number, hash }: Head): Promise<NonNullable<Entry['block']> | null> {
  const block = await chain.block(number)
  return block?.hash === hash ? { number, hash, timestamp: block.timestamp } : null
}

/**
 * The ledger used the entry's nonce and knows none of its forms: the key was used elsewhere. Once that is as deep as
 * what counts as settled, and in a later round than the one that first saw it, the entry gets another nonce.
 */
async function rivalled({ chain, journal, now, settling, tell }: FollowNeeds, entry: Entry, head: Head, used: number) {
  const { rival } = entry
  const there = rival && ((await chain.block(rival.number))?.hash ?? null)
  if (!rival || stillThere(rival, there, head.number) === 'gone') return journal.keepRival(entry, { ...head, since: now() })
  if (there === null || !isSettled(rival, head.number, now(), settling)) return
  await journal.renew(entry, used)
  tell?.({ what: 'displaced', account: entry.account, nonce: entry.nonce, purpose: entry.purpose })
}
