// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import { SHORTEST_LIST } from '#domain/credential/index.ts'
import type { DiplomaStore, IssuingSession } from '#service/use-cases/diplomas/ports.ts'
import type { Seal } from '../seal/seal.ts'
import type { DiplomaTables } from './tables.ts'

type Db = Kysely<DiplomaTables>
type Sessions = Pick<DiplomaStore, 'open' | 'session' | 'move' | 'keepDecision' | 'keepProblem' | 'lists' | 'anchoredSessions'>

export const sessionsOf = (db: Db, origin: string, seal: Seal): Sessions => ({
  async open({ id, issuer, session, academy, key, validFrom, expected, resumedAt }) {
    await db.insertInto('issuing_sessions').values({
      id, issuer, session, academy, state: 'running', key_sealed: seal.close(id, key), valid_from: validFrom, expected, issued: 0, deliberation: null, last_key: null,
      resumed_at: resumedAt, issued_before: 0, last_part_at: null, problem: null, created_at: resumedAt,
    }).onConflict(clash => clash.doNothing()).execute()
  },
  async session(id) {
    const row = await db.selectFrom('issuing_sessions').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? toSession(row, seal) : null
  },
  async move(id, from, to, at) {
    const moved = await db.updateTable('issuing_sessions').set(eb => ({
      state: to, ...(to === 'running' ? { resumed_at: at, issued_before: eb.ref('issued'), last_part_at: null, problem: null } : {}),
    })).where('id', '=', id).where('state', 'in', [...from]).executeTakeFirst()
    return moved.numUpdatedRows > 0n
  },
  async keepDecision(id, deliberation) {
    await db.updateTable('issuing_sessions').set({ deliberation }).where('id', '=', id).execute()
  },
  async keepProblem(id, problem) {
    await db.updateTable('issuing_sessions').set({ problem }).where('id', '=', id).execute()
  },
  async anchoredSessions(issuer, before) {
    const rows = await db.selectFrom('issuing_sessions').select('id').where('issuer', '=', issuer).where('state', '=', 'anchored')
      .where(eb => eb.not(eb.exists(eb.selectFrom('diploma_batches').select('ordinal').whereRef('diploma_batches.session', '=', 'issuing_sessions.id')
        .where(late => late.or([late('confirmed_at', 'is', null), late('confirmed_at', '>=', before)])))))
      .orderBy('id').execute()
    return rows.map(({ id }) => id)
  },
  lists: (session, count) => lists(db, origin, session, count),
})

async function lists(db: Db, origin: string, { id, issuer }: IssuingSession, count: number) {
  const known = () => db.selectFrom('diploma_lists').innerJoin('status_lists', 'status_lists.id', 'diploma_lists.list')
    .select(['status_lists.id', 'status_lists.url as address']).where('diploma_lists.session', '=', id).orderBy('ordinal').execute()
  const found = await known()
  if (found.length >= count) return found
  await db.transaction().execute(async tx => {
    // The session's row is locked: two processes do not make two lists for the same places.
    await tx.selectFrom('issuing_sessions').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
    const { made } = await tx.selectFrom('diploma_lists').select(eb => eb.fn.countAll<number | string>().as('made')).where('session', '=', id).executeTakeFirstOrThrow()
    for (let ordinal = Number(made); ordinal < count; ordinal++) {
      const list = randomUUID()
      await tx.insertInto('status_lists').values({ id: list, issuer, purpose: 'revocation', url: `${origin}/status/${list}`, length: SHORTEST_LIST }).execute()
      await tx.insertInto('diploma_lists').values({ session: id, ordinal, list }).execute()
    }
  })
  return known()
}

export const toSession = (row: Selectable<DiplomaTables['issuing_sessions']>, seal: Seal): IssuingSession => ({
  id: row.id,
  issuer: row.issuer,
  session: row.session,
  academy: row.academy,
  state: row.state,
  key: seal.open(row.id, row.key_sealed),
  validFrom: row.valid_from,
  expected: row.expected,
  issued: row.issued,
  deliberation: row.deliberation,
  lastKey: row.last_key,
  resumedAt: row.resumed_at,
  issuedBefore: row.issued_before,
  lastPartAt: row.last_part_at,
  problem: row.problem,
})
