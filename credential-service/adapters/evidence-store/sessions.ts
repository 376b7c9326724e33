// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Selectable } from 'kysely'
import type { Session, SessionStore } from '../../use-cases/sessions/ports.ts'
import type { Database } from '../database/index.ts'
import type { EvidenceTables } from './tables.ts'

/** Teachers' sessions, in the database. */
export function databaseSessions(database: Database): SessionStore {
  const db = database.db as unknown as Kysely<EvidenceTables>
  return {
    open: async ({ openedAt, closedAt, ...session }) => {
      const { numInsertedOrUpdatedRows } = await db.insertInto('teaching_sessions')
        .values({ ...session, opened_at: openedAt, closed_at: closedAt })
        .onConflict((taken) => taken.column('code').where('closed_at', 'is', null).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    byCode: async (code) => sessionOf(await db.selectFrom('teaching_sessions').selectAll().where('code', '=', code)
      .orderBy('closed_at', (order) => order.desc().nullsFirst()).limit(1).executeTakeFirst()),
    byId: async (id) =>
      sessionOf(await db.selectFrom('teaching_sessions').selectAll().where('id', '=', id).executeTakeFirst()),
    close: async (id, at) => {
      await db.updateTable('teaching_sessions').set({ closed_at: at })
        .where('id', '=', id).where('closed_at', 'is', null).execute()
    },
    ofTeacher: async (person) => {
      const rows = await db.selectFrom('teaching_sessions').selectAll().where('teacher', '=', person)
        .orderBy('opened_at', 'desc').execute()
      return rows.map(present)
    },
  }
}

type Row = Selectable<EvidenceTables['teaching_sessions']>

const sessionOf = (row: Row | undefined): Session | null => (row ? present(row) : null)

const present = ({ opened_at, closed_at, ...session }: Row): Session =>
  ({ ...session, openedAt: opened_at, closedAt: closed_at })
