// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import { toEntry, toVariant } from './entry.ts'
import type { Entry, Variant } from './entry.ts'
import { networkOf } from './network.ts'
import { fill, renew, reserve } from './nonces.ts'
import type { NewEntry } from './nonces.ts'
import type { Head } from './rules.ts'
import type { LedgerTables, TransactionState } from './tables.ts'

export type { Entry, Variant } from './entry.ts'

/** What a transaction looks like on the ledger now: which form of it is in which block; null when it is in none. */
export type Seen = { state: TransactionState; hash: string; raw: string; block: NonNullable<Entry['block']>; includedAt: Date } | null

/**
 * The journal of ledger transactions. A nonce is reserved inside a database transaction that locks the account's row,
 * so one account's transactions are ordered whoever asks; every signed form is there before it is sent.
 */
export const journalOn = (db: Kysely<LedgerTables>) => ({
  async find(key: string): Promise<Entry | undefined> {
    const row = await all(db).where('idempotency_key', '=', key).executeTakeFirst()
    return row && toEntry(row)
  },

  reserve: (entry: NewEntry, used: number): Promise<Entry> => reserve(db, entry, used),
  renew: (entry: Entry, used: number): Promise<void> => renew(db, entry, used),
  fill: (entry: NewEntry, nonce: number): Promise<void> => fill(db, entry, nonce),
  ...networkOf(db),

  /**
   * Keeps a signed form before it is sent, in the place of the last one (`instead`, null for the first). False when
   * another worker kept one meanwhile, or the entry has another nonce: this one must then not be sent.
   */
  keepSigned: (entry: Entry, instead: string | null, variant: Omit<Variant, 'sent' | 'nonce'>): Promise<boolean> =>
    db.transaction().execute(async tx => {
      const { raw, hash, price } = variant
      const { numUpdatedRows } = await tx.updateTable('ledger_transactions').set({ raw, hash, state: 'signed' })
        .where('sequence', '=', entry.sequence).where('nonce', '=', entry.nonce).where('block_hash', 'is', null)
        .where('hash', instead === null ? 'is' : '=', instead).executeTakeFirst()
      if (numUpdatedRows === 0n) return false
      await tx.insertInto('ledger_variants').values({
        hash, raw, transaction: entry.sequence, nonce: entry.nonce,
        max_fee: price.maxFee.toString(), priority_fee: price.tip.toString(),
      }).execute()
      return true
    }),

  /** Every signed form of an entry, in the order in which they were signed; of earlier nonces too. */
  async variantsOf(sequence: number): Promise<Variant[]> {
    const rows = await db.selectFrom('ledger_variants').selectAll().where('transaction', '=', sequence).orderBy('place').execute()
    return rows.map(toVariant)
  },

  /** What is not settled, and the last `recent` settled ones, which a reorganisation could still undo. */
  async toFollow(recent: number): Promise<Entry[]> {
    const open = await all(db).where('state', 'in', ['reserved', 'signed']).orderBy('sequence').execute()
    const settled = recent === 0 ? [] : await all(db).where('state', 'in', ['confirmed', 'reverted']).orderBy('sequence', 'desc')
      .limit(recent).execute()
    return [...open, ...settled].map(toEntry).sort((a, b) => a.sequence - b.sequence)
  },

  /** Every entry of an account from a nonce on: what the ledger has lost or never had. */
  async fromNonce(account: string, nonce: number): Promise<Entry[]> {
    const rows = await all(db).where('account', '=', account).where('nonce', '>=', nonce).execute()
    return rows.map(toEntry)
  },

  async keepSending({ sequence }: Entry, hash: string, error: string | null, sent: { at: Date; head: number }): Promise<void> {
    await db.updateTable('ledger_variants').set({ sent_at: sent.at, sent_head: sent.head })
      .where('hash', '=', hash).where('sent_at', 'is', null).execute()
    await db.updateTable('ledger_transactions')
      .set(eb => ({ sends: eb('sends', '+', 1), last_error: error })).where('sequence', '=', sequence).execute()
  },

  /** Writes what the ledger says now; null puts the entry back among those to send. */
  async keepSeen({ sequence, nonce }: Entry, seen: Seen): Promise<void> {
    await db.updateTable('ledger_transactions').set({
      state: seen?.state ?? 'signed',
      ...(seen && { hash: seen.hash, raw: seen.raw }),
      block_number: seen?.block.number ?? null,
      block_hash: seen?.block.hash ?? null,
      block_timestamp: seen?.block.timestamp ?? null,
      included_at: seen?.includedAt ?? null,
      rival_number: null, rival_hash: null, rival_since: null,
    }).where('sequence', '=', sequence).where('nonce', '=', nonce).where('state', '<>', 'reserved').execute()
  },

  /** Notes since which block another transaction holds the entry's nonce; null when none does. */
  async keepRival({ sequence, nonce }: Entry, rival: (Head & { since: Date }) | null): Promise<void> {
    await db.updateTable('ledger_transactions').set({
      rival_number: rival?.number ?? null, rival_hash: rival?.hash ?? null, rival_since: rival?.since ?? null,
    }).where('sequence', '=', sequence).where('nonce', '=', nonce).execute()
  },

  async accounts(): Promise<{ address: string; name: string; kid: string }[]> {
    return db.selectFrom('ledger_accounts').select(['address', 'name', 'kid']).execute()
  },
})

export type Journal = ReturnType<typeof journalOn>

const all = (db: Kysely<LedgerTables>) => db.selectFrom('ledger_transactions').selectAll()
