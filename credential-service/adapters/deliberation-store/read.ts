// SPDX-License-Identifier: EUPL-1.2
import { fromHex, toHex } from '#domain/anchoring/index.ts'
import type { DeliberationStore } from '../../use-cases/deliberation/ports.ts'
import type { Seal } from '../seal/seal.ts'
import { deliberationOf, placeOf, placeRows, type DeliberationDb } from './tables.ts'

export type Reading = Pick<DeliberationStore, 'sessionSalt' | 'deliberation' | 'roundsOf' | 'ofAcademy' | 'of' | 'underWay' | 'signatures' | 'minutes' | 'signedMinutes'>

const all = (db: DeliberationDb) => db.selectFrom('deliberations').selectAll('deliberations').orderBy('opened_at', 'desc').orderBy('round', 'desc')

async function withPlaces(db: DeliberationDb, query: ReturnType<typeof all>) {
  const rows = await query.execute()
  if (rows.length === 0) return []
  const places = await placeRows(db).where('sits.deliberation', 'in', rows.map(({ id }) => id)).orderBy('sits.place').execute()
  return rows.map((row) => deliberationOf(row, places.filter(({ deliberation }) => deliberation === row.id).map(placeOf)))
}

export const reading = (db: DeliberationDb, seal: Seal): Reading => ({
  async sessionSalt(id) {
    const { session_salt_sealed } = await db.selectFrom('deliberations').select('session_salt_sealed').where('id', '=', id).executeTakeFirstOrThrow()
    return toHex(seal.open(`${id}:session`, session_salt_sealed))
  },
  deliberation: async (id) => (await withPlaces(db, all(db).where('id', '=', id)))[0] ?? null,
  roundsOf: (results) => withPlaces(db, all(db).where('results', '=', results)),
  ofAcademy: (name) => withPlaces(db, all(db).where('academy', '=', name)),
  of: (person) => withPlaces(db, all(db).where('id', 'in', db.selectFrom('deliberation_members').select('deliberation').where('person', '=', person))),
  underWay: () => withPlaces(db, all(db).where('minutes_kept_at', 'is', null)),
  async signatures(id) {
    const rows = await db.selectFrom('deliberation_signatures').selectAll().where('deliberation', '=', id).orderBy('signed_at').execute()
    return rows.map(({ member, root, authenticator_data, client_data, signature, signed_at }) =>
      ({ member, root, authenticatorData: authenticator_data, clientData: client_data, signature, signedAt: signed_at }))
  },
  async minutes(id) {
    const row = await db.selectFrom('deliberations').select('minutes_sealed').where('id', '=', id).executeTakeFirst()
    return row?.minutes_sealed ? Buffer.from(seal.open(`${id}:minutes`, row.minutes_sealed)).toString('utf8') : null
  },
  async signedMinutes(id) {
    const row = await db.selectFrom('deliberation_minutes').select('document_sealed').where('deliberation', '=', id).executeTakeFirst()
    return row ? seal.open(`${id}:minutes-document`, row.document_sealed) : null
  },
})

export const sealedSalts = (seal: Seal, id: string, { results, session }: { results: string; session: string }) => ({
  results_salt_sealed: seal.close(`${id}:results`, fromHex(results)),
  session_salt_sealed: seal.close(`${id}:session`, fromHex(session)),
})
