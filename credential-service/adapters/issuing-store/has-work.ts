// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { IssuingTables } from './tables.ts'

/** Whether anything is left to do, in one question: it is asked each second of a service where nothing happens. */
export async function hasWork(db: Kysely<IssuingTables>, renew: Date): Promise<boolean> {
  const { rows } = await sql<{ work: boolean }>`select
    exists (select 1 from issuing_orders o where not exists (select 1 from credentials c where c.record_key = o.attempt))
    or exists (select 1 from credentials where signed is null and problem is null)
    or exists (select 1 from credentials where signed is not null and batch is null)
    or exists (select 1 from batches where confirmed_at is null)
    or exists (select 1 from status_publications where anchored_at is null)
    or exists (select 1 from status_lists l where not exists (select 1 from status_publications p
      where p.list = l.id and p.form = 'token' and p.version = l.version and p.expires_at > ${renew})) as work`.execute(db)
  return rows[0]?.work ?? false
}
