// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DiplomaTables } from './tables.ts'

/** A line of imported results, as its diploma's record key writes it. */
const LINE = /^(\d+):(\d+)$/

/**
 * The diploma that was issued, under a later decision, from the line that corrects this one's: the two lines speak of one
 * person, one diploma and one session, and the correcting file was confirmed later. Null when there is none yet.
 */
export async function correctionOf(db: Kysely<DiplomaTables>, { session, record_key }: { session: string; record_key: string }): Promise<string | null> {
  const [, position, line] = LINE.exec(record_key) ?? []
  if (position === undefined || line === undefined) return null
  const { rows } = await sql<{ id: string }>`
    with own as (
      select source.results, line.match from result_files as source join result_lines as line on line.file = source.id
      where source.results = coalesce((select results from deliberations where id = ${session}), ${session})
        and source.position = ${Number(position)}::int and line.line = ${Number(line)}::int and source.state = 'confirmed'
    )
    select next.id from own
      join result_lines as newer on newer.match = own.match
      join result_files as later on later.id = newer.file and later.results = own.results and later.state = 'confirmed'
        and later.position > ${Number(position)}::int
      join issuing_sessions as decided on decided.deliberation is not null
        and (decided.id = own.results or decided.id in (select id from deliberations where results = own.results))
      join diplomas as next on next.session = decided.id and next.record_key = later.position || ':' || newer.line and next.salt is not null
    order by later.position desc, decided.created_at desc limit 1`.execute(db)
  return rows[0]?.id ?? null
}
