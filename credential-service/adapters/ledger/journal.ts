// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Selectable } from 'kysely'
import type { LedgerTables, TransactionRequest, TransactionState } from './tables.ts'

/** One journalled transaction. Block facts are those of the last time it was seen in a block. */
export type Entry = {
  sequence: number
  key: string
  account: string
  nonce: number
  purpose: string
  request: TransactionRequest
  raw: string | null
  hash: string | null
  state: TransactionState
  block: { number: number; hash: string; timestamp: number } | null
  includedAt: Date | null
}

export type NewEntry = { key: string; account: string; purpose: string; request: TransactionRequest }

/**
 * The journal of ledger transactions. A nonce is reserved inside a database transaction that locks the account's row,
 * so one account's transactions are ordered whoever asks; the row is there, signed, before anything is sent.
 */
export const journalOn = (db: Kysely<LedgerTables>) => ({
  async find(key: string): Promise<Entry | undefined> {
    const row = await all(db).where('idempotency_key', '=', key).executeTakeFirst()
    return row && toEntry(row)
  },

  /** Gives the entry of this key, reserving the account's next nonce when it is new. */
  reserve: (entry: NewEntry): Promise<Entry> => reserve(db, entry),

  async keepSigned(sequence: number, raw: string, hash: string): Promise<void> {
    await db.updateTable('ledger_transactions').set({ raw, hash, state: 'signed' })
      .where('sequence', '=', sequence).where('state', '=', 'reserved').execute()
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

  async keepSending(sequence: number, error: string | null): Promise<void> {
    await db.updateTable('ledger_transactions')
      .set(eb => ({ sends: eb('sends', '+', 1), last_error: error })).where('sequence', '=', sequence).execute()
  },

  /** Writes what the ledger says now; `block` null puts the entry back among those to send. */
  async keepSeen(sequence: number, state: TransactionState, block: Entry['block'], includedAt: Date | null) {
    await db.updateTable('ledger_transactions').set({
      state,
      block_number: block?.number ?? null,
      block_hash: block?.hash ?? null,
      block_timestamp: block?.timestamp ?? null,
      included_at: includedAt,
    }).where('sequence', '=', sequence).execute()
  },

  async accounts(): Promise<{ address: string; name: string; kid: string }[]> {
    return db.selectFrom('ledger_accounts').select(['address', 'name', 'kid']).execute()
  },
})

export type Journal = ReturnType<typeof journalOn>

async function reserve(db: Kysely<LedgerTables>, entry: NewEntry): Promise<Entry> {
  return db.transaction().execute(async tx => {
    const account = await tx.selectFrom('ledger_accounts').selectAll().where('address', '=', entry.account)
      .forUpdate().executeTakeFirstOrThrow()
    const known = await all(tx).where('idempotency_key', '=', entry.key).executeTakeFirst()
    if (known) return toEntry(known)
    const row = await tx.insertInto('ledger_transactions').values({
      idempotency_key: entry.key,
      account: entry.account,
      nonce: account.next_nonce,
      purpose: entry.purpose,
      request: JSON.stringify(entry.request),
      state: 'reserved',
    }).returningAll().executeTakeFirstOrThrow()
    await tx.updateTable('ledger_accounts').set({ next_nonce: account.next_nonce + 1 })
      .where('address', '=', entry.account).execute()
    return toEntry(row)
  })
}

const all = (db: Kysely<LedgerTables>) => db.selectFrom('ledger_transactions').selectAll()

function toEntry(row: Selectable<LedgerTables['ledger_transactions']>): Entry {
  const block = row.block_hash === null ? null : {
    number: Number(row.block_number), hash: row.block_hash, timestamp: Number(row.block_timestamp),
  }
  return {
    sequence: Number(row.sequence), key: row.idempotency_key, account: row.account, nonce: row.nonce,
    purpose: row.purpose, request: row.request, raw: row.raw, hash: row.hash, state: row.state, block,
    includedAt: row.included_at,
  }
}
