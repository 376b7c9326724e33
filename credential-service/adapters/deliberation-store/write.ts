// SPDX-License-Identifier: EUPL-1.2
import type { DeliberationStore, NewDeliberation, WrittenMinutes } from '../../use-cases/deliberation/ports.ts'
import type { Seal } from '../seal/seal.ts'
import type { Passkeys } from './passkeys.ts'
import { sealedSalts, type Reading } from './read.ts'
import type { Seats } from './seats.ts'
import type { DeliberationDb, DeliberationTables } from './tables.ts'

type Writing = Omit<DeliberationStore, keyof Reading | keyof Passkeys | keyof Seats>
type Change = Partial<DeliberationTables['deliberations']>

export function writing(db: DeliberationDb, seal: Seal): Writing {
  const set = async (id: string, change: Omit<Change, 'turn' | 'counts' | 'closing'> & { counts?: string; closing?: string }) => {
    await db.updateTable('deliberations').set(change).where('id', '=', id).execute()
  }
  return {
    open: (deliberation) => open(db, seal, deliberation),
    sign: (id, { authenticatorData, clientData, signedAt, ...said }) => db.transaction().execute(async (change) => {
      // Locked against a replacement or a closing of the same moment.
      const row = await change.selectFrom('deliberations').select('state').where('id', '=', id).forUpdate().executeTakeFirst()
      const place = await change.selectFrom('deliberation_members').select('replaced_by')
        .where('deliberation', '=', id).where('member', '=', said.member).executeTakeFirst()
      if (row?.state !== 'open' || !place || place.replaced_by !== null) return false
      const kept = await change.insertInto('deliberation_signatures')
        .values({ deliberation: id, ...said, authenticator_data: authenticatorData, client_data: clientData, signed_at: signedAt })
        .onConflict((at) => at.doNothing()).returning('member').executeTakeFirst()
      return kept !== undefined
    }),
    replace: (id, absent, { person, member }, seat_until) => db.transaction().execute(async (change) => {
      const row = await change.selectFrom('deliberations').select('state').where('id', '=', id).forUpdate().executeTakeFirst()
      const places = await change.selectFrom('deliberation_members').selectAll().where('deliberation', '=', id).execute()
      const left = places.find(({ place }) => place === absent)
      const signed = left && await change.selectFrom('deliberation_signatures').select('member')
        .where('deliberation', '=', id).where('member', '=', left.member).executeTakeFirst()
      if (row?.state !== 'open' || !left || left.replaced_by !== null || signed || places.some((one) => one.person === person)) return false
      await change.insertInto('deliberation_members')
        .values({ deliberation: id, place: places.length, person, member, seat_until, replaced_by: null, replaced_at: null }).execute()
      await change.updateTable('deliberation_members').set({ replaced_by: places.length })
        .where('deliberation', '=', id).where('place', '=', absent).execute()
      return true
    }),
    async keepReplaced(id, absent, at) {
      await db.updateTable('deliberation_members').set({ replaced_at: at }).where('deliberation', '=', id).where('place', '=', absent).execute()
    },
    keepCounts: (id, counts) => set(id, { counts: JSON.stringify(counts) }),
    keepOpened: (id, name) => set(id, { name, state: 'open' }),
    keepRoot: (id, root) => set(id, { root }),
    keepClosed: (id, outcome, at, closing) => set(id, { state: outcome, closed_at: at, closing: JSON.stringify(closing) }),
    async nextTurn(id) {
      await db.updateTable('deliberations').set((is) => ({ turn: is('turn', '+', 1) })).where('id', '=', id).execute()
    },
    keepProblem: (id, problem) => set(id, { problem }),
    keepDiplomasProblem: (id, diplomas_problem) => set(id, { diplomas_problem }),
    keepMinutes: (id, minutes) => keepMinutes(db, seal, id, minutes),
    keepMinutesKept: (id, at) => set(id, { minutes_kept_at: at }),
  }
}

// Of two processes that write them, each with a salt of its own, the first is kept.
const keepMinutes = (db: DeliberationDb, seal: Seal, id: string, { text, document, digest, signedAt }: WrittenMinutes) => db.transaction().execute(async (change) => {
  const kept = await change.updateTable('deliberations')
    .set({ minutes_sealed: seal.close(`${id}:minutes`, Buffer.from(text)), minutes_digest: digest, minutes_signed_at: signedAt })
    .where('id', '=', id).where('minutes_digest', 'is', null).returning('id').executeTakeFirst()
  if (kept) await change.insertInto('deliberation_minutes').values({ deliberation: id, document_sealed: seal.close(`${id}:minutes-document`, document) }).execute()
})

const open = (db: DeliberationDb, seal: Seal, it: NewDeliberation): Promise<boolean> => db.transaction().execute(async (change) => {
  const row = await change.insertInto('deliberations').values({
    id: it.id, results: it.results, session: it.session, academy: it.academy, round: it.round, state: 'opening', digest: it.digest,
    results_digest: it.resultsDigest, session_digest: it.sessionDigest, quorum: it.quorum, counts: null, name: null, previous: it.previous,
    root: null, problem: null, diplomas_problem: null, opened_by: it.openedBy, opened_at: it.openedAt, closed_at: null,
    minutes_sealed: null, minutes_digest: null, minutes_kept_at: null, minutes_signed_at: null, closing: null,
    ...sealedSalts(seal, it.id, { results: it.resultsSalt, session: it.sessionSalt }),
  }).onConflict((at) => at.doNothing()).returning('id').executeTakeFirst()
  if (!row) return false
  await change.insertInto('deliberation_members').values(it.passkeys.map(({ person, member }, place) =>
    ({ deliberation: it.id, place, person, member, seat_until: it.seatUntil, replaced_by: null, replaced_at: null }))).execute()
  return true
})
