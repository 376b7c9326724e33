// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { Head } from './rules.ts'
import type { LedgerTables } from './tables.ts'

export type Network = { chainId: number; genesis: string; head: Head }

/** The one network that a journal belongs to, shared by every worker on its database. */
export const networkOf = (db: Kysely<LedgerTables>) => ({
  async network(): Promise<Network | null> {
    const row = await db.selectFrom('ledger_network').selectAll().executeTakeFirst()
    return row ? {
      chainId: Number(row.chain_id), genesis: row.genesis, head: { number: Number(row.head_number), hash: row.head_hash },
    } : null
  },

  /** Keeps the network that a journal is first used on. */
  async keepNetwork({ chainId, genesis, head }: Network): Promise<void> {
    await db.insertInto('ledger_network')
      .values({ chain_id: chainId, genesis, head_number: head.number, head_hash: head.hash })
      .onConflict(clash => clash.column('only_one').doNothing()).execute()
  },

  /** Keeps the highest block seen; a lower one only when `lower` says that the chain itself became shorter. */
  async keepHead(head: Head, lower: boolean): Promise<void> {
    const update = db.updateTable('ledger_network').set({ head_number: head.number, head_hash: head.hash })
    await (lower ? update : update.where('head_number', '<=', head.number)).execute()
  },
})
