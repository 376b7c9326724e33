// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Transaction } from 'kysely'
import { toEntry } from './entry.ts'
import type { Entry } from './entry.ts'
import type { LedgerTables, TransactionRequest } from './tables.ts'

export type NewEntry = { key: string; account: string; purpose: string; request: TransactionRequest }

type Tx = Transaction<LedgerTables>

/**
 * Gives the entry of this key, reserving the account's next nonce when it is new. `used` is how many the ledger has
 * seen used: more than the journal gave out when the key was used elsewhere.
 */
export const reserve = (db: Kysely<LedgerTables>, entry: NewEntry, used: number): Promise<Entry> =>
  db.transaction().execute(async tx => {
    const free = await nextNonce(tx, entry.account, used)
    const known = await tx.selectFrom('ledger_transactions').selectAll().where('idempotency_key', '=', entry.key).executeTakeFirst()
    if (known) return toEntry(known)
    const row = await insert(tx, entry, free).returningAll().executeTakeFirstOrThrow()
    await moveNext(tx, entry.account, free + 1)
    return toEntry(row)
  })

/** Journals a transaction that does nothing at a nonce the ledger waits for and nothing else holds. */
export const fill = (db: Kysely<LedgerTables>, entry: NewEntry, nonce: number): Promise<void> =>
  db.transaction().execute(async tx => {
    await nextNonce(tx, entry.account, 0)
    const held = await tx.selectFrom('ledger_transactions').select('sequence')
      .where(eb => eb.or([
        eb('idempotency_key', '=', entry.key), eb.and([eb('account', '=', entry.account), eb('nonce', '=', nonce)]),
      ])).executeTakeFirst()
    if (!held) await insert(tx, entry, nonce).execute()
  })

/**
 * Gives an entry another nonce, since the one it had was used by an outside transaction. Its signed forms stay known.
 * Does nothing when another worker did.
 */
export const renew = (db: Kysely<LedgerTables>, { sequence, account, nonce }: Entry, used: number): Promise<void> =>
  db.transaction().execute(async tx => {
    const free = await nextNonce(tx, account, used)
    const { numUpdatedRows } = await tx.updateTable('ledger_transactions').set({
      nonce: free, state: 'reserved', raw: null, hash: null, rival_number: null, rival_hash: null, rival_since: null, included_at: null,
    }).where('sequence', '=', sequence).where('nonce', '=', nonce).where('state', '=', 'signed').where('block_hash', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await moveNext(tx, account, free + 1)
  })

/** Locks the account's row until the database transaction ends: one account's nonces are given one after another. */
async function nextNonce(tx: Tx, account: string, used: number): Promise<number> {
  const row = await tx.selectFrom('ledger_accounts').select('next_nonce').where('address', '=', account)
    .forUpdate().executeTakeFirstOrThrow()
  return Math.max(row.next_nonce, used)
}

const moveNext = (tx: Tx, account: string, next: number) =>
  tx.updateTable('ledger_accounts').set({ next_nonce: next }).where('address', '=', account).execute()

const insert = (tx: Tx, { key, account, purpose, request }: NewEntry, nonce: number) =>
  tx.insertInto('ledger_transactions')
    .values({ idempotency_key: key, account, nonce, purpose, request: JSON.stringify(request), state: 'reserved' })
