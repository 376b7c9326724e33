// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DiplomaCounts } from '#service/use-cases/diplomas/count-ports.ts'
import type { DiplomaTables } from './tables.ts'

/** What is stored of sessions, counted by the database itself: nothing here takes a fact from what issuing wrote about itself. */
export const diplomaCounts = (db: Kysely<DiplomaTables>): DiplomaCounts => ({
  async sessions() {
    const rows = await db.selectFrom('issuing_sessions').select('id').orderBy('created_at').orderBy('id').execute()
    return rows.map(({ id }) => id)
  },
  async tally(session) {
    const { rows } = await sql<{ diplomas: number; keys: number; ids: number; leaves: number }>`select count(*)::int as diplomas,
      count(distinct record_key)::int as keys, count(distinct id)::int as ids, count(distinct leaf)::int as leaves
      from diplomas where session = ${session}`.execute(db)
    return rows[0]!
  },
  async without(session, keys) {
    const { rows } = await sql<{ key: string }>`select key from unnest(string_to_array(${keys.join('\n')}::text, e'\n')) as line (key)
      where not exists (select 1 from diplomas where session = ${session} and record_key = key)`.execute(db)
    return keys.length === 0 ? [] : rows.map(({ key }) => key)
  },
  async leavesFound(session, from, to) {
    const { rows } = await sql<{ leaves: Uint8Array | null }>`select string_agg(leaf, ''::bytea order by place) as leaves
      from diplomas where session = ${session} and place >= ${from} and place < ${to}`.execute(db)
    return rows[0]?.leaves ?? new Uint8Array(0)
  },
  async leavesOfBatch(session, ordinal) {
    const { rows } = await sql<{ leaves: Uint8Array | null }>`select string_agg(leaves, ''::bytea order by block) as leaves
      from diploma_blocks where session = ${session} and batch = ${ordinal}`.execute(db)
    return rows[0]?.leaves ?? new Uint8Array(0)
  },
  async rootsOf(issuer) {
    const rows = await db.selectFrom('diploma_batches').innerJoin('issuing_sessions', 'issuing_sessions.id', 'diploma_batches.session')
      .select('root').where('issuer', '=', issuer).execute()
    // What stands for a root that another account took.
    const parts = await db.selectFrom('diploma_parts').innerJoin('issuing_sessions', 'issuing_sessions.id', 'diploma_parts.session')
      .select('root').where('issuer', '=', issuer).execute()
    return [...rows, ...parts].map(({ root }) => root)
  },
})
