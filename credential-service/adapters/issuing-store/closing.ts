// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Kysely, QueryExecutorProvider } from 'kysely'
import { ServiceError } from '#service/use-cases/errors.ts'
import type { IssuerStore } from '#service/use-cases/issuing/ports.ts'
import type { IssuingTables } from './tables.ts'

type Closing = Pick<IssuerStore, 'isBusy' | 'keepClosing' | 'keepSuccessor'>

/** Issuers that close, and their successors. */
export const issuerClosing = (db: Kysely<IssuingTables>): Closing => ({
  async isBusy(did) {
    const { rows } = await sql<{ busy: boolean }>`select
      exists (select 1 from issuing_orders o join issuers i on i.school = o.school where i.did = ${did}
        and not exists (select 1 from credentials c where c.record_key = o.attempt))
      or exists (select 1 from credentials where issuer = ${did} and signed is null and problem is null)
      or exists (select 1 from credentials where issuer = ${did} and signed is not null and batch is null)
      or exists (select 1 from batches where issuer = ${did} and confirmed_at is null)
      or exists (select 1 from status_publications p join status_lists l on l.id = p.list
        where l.issuer = ${did} and p.anchored_at is null) as busy`.execute(db)
    return rows[0]?.busy ?? false
  },
  async keepClosing(did, date) {
    await db.updateTable('issuers').set({ closes_at: date }).where('did', '=', did).execute()
  },
  keepSuccessor: (did, successor) => db.transaction().execute(async tx => {
    await tx.updateTable('issuers').set({ successor }).where('did', '=', did).where('successor', 'is', null).execute()
    await tx.updateTable('status_lists').set(eb => ({ version: eb('version', '+', 1) })).where('issuer', '=', did).execute()
  }),
})

/** Refuses ERR_ISSUER_CLOSED when the school takes no more orders. Asked in the transaction that writes the order. */
export async function refuseWhenClosed(db: QueryExecutorProvider, school: string): Promise<void> {
  const { rows } = await sql<{ slug: string }>`select slug from issuers where school = ${school} and closes_at is not null limit 1`.execute(db)
  if (rows[0]) throw new ServiceError('ERR_ISSUER_CLOSED', { school: rows[0].slug })
}
