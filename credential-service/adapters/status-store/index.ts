// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import { addressOfForm, SHORTEST_LIST } from '#domain/credential/index.ts'
import type { StatusForm } from '#domain/credential/index.ts'
import type { Publication, StatusList, StatusStore } from '#service/use-cases/issuing/ports.ts'
import type { IssuingTables } from '../issuing-store/tables.ts'

export { tableStatusActs } from './acts.ts'
export { competences } from './competences.ts'
export type { Family } from './family.ts'

/** A list is left for a new one when half its places are given, so that drawing a free one stays quick. */
const FULL = SHORTEST_LIST / 2

/** Status lists of the issuers under one origin: places given at random, flipped in the table, published from it. */
export function tableStatuses(db: Kysely<IssuingTables>, origin: string): StatusStore {
  const publications = () => db.selectFrom('status_publications')
    .innerJoin('status_lists', 'status_lists.id', 'status_publications.list').selectAll('status_publications')
    .select(['status_lists.url', 'status_lists.issuer'])
  return {
    currentList: issuer => currentList(db, origin, issuer),
    lists: async () => (await db.selectFrom('status_lists').selectAll().orderBy('created_at').execute()).map(toList),
    standing: list => standing(db, list),
    async edition(list) {
      const row = await db.selectFrom('status_publications').select(['version', 'turn', 'expires_at']).where('list', '=', list)
        .orderBy('version', 'desc').orderBy('turn', 'desc').limit(1).executeTakeFirst()
      return row ? { version: row.version, turn: row.turn, expiresAt: row.expires_at } : null
    },
    async latest(list, form) {
      const row = await publications().where('list', '=', list).where('form', '=', form)
        .orderBy('version', 'desc').orderBy('turn', 'desc').limit(1).executeTakeFirst()
      return row ? toPublication(row) : null
    },
    async first(list, form) {
      const row = await publications().where('list', '=', list).where('form', '=', form)
        .orderBy('version').orderBy('turn').limit(1).executeTakeFirst()
      return row ? toPublication(row) : null
    },
    async keep({ version, turn, expiresAt }, made) {
      const rows = made.map(({ digest, list, form, text, publishedAt }) =>
        ({ digest, list, form, version, turn, signed: text, published_at: publishedAt, expires_at: expiresAt }))
      await db.insertInto('status_publications').values(rows).onConflict(clash => clash.doNothing()).execute()
    },
    async unanchored() {
      const rows = await publications().where('anchored_at', 'is', null)
        .orderBy('published_at').orderBy('version').orderBy('turn').orderBy('form').execute()
      return rows.map(row => ({ ...toPublication(row), issuer: row.issuer }))
    },
    async keepAnchored(digest, at) {
      await db.updateTable('status_publications').set({ anchored_at: at }).where('digest', '=', digest).execute()
    },
  }
}

/** One statement sees one moment: a change that commits meanwhile is wholly in it or wholly out of it. */
async function standing(db: Kysely<IssuingTables>, list: string): ReturnType<StatusStore['standing']> {
  const rows = await db.selectFrom('status_lists')
    .leftJoin('status_indexes', join => join.onRef('status_indexes.list', '=', 'status_lists.id').on('state', '<>', 'valid'))
    .select(['version', 'position', 'state']).where('status_lists.id', '=', list).execute()
  const placesIn = (wanted: string) => rows.flatMap(({ position, state }) => (state === wanted && position !== null ? [position] : []))
  return { version: rows[0]?.version ?? 0, revoked: placesIn('revoked'), suspended: placesIn('suspended') }
}

async function currentList(db: Kysely<IssuingTables>, origin: string, issuer: string): Promise<StatusList> {
  return db.transaction().execute(async tx => {
    // The issuer's row is locked: two workers do not make two lists.
    await tx.selectFrom('issuers').select('did').where('did', '=', issuer).forUpdate().executeTakeFirstOrThrow()
    // The lists of a session of diplomas are given out by the session alone.
    const last = await tx.selectFrom('status_lists').selectAll().where('issuer', '=', issuer)
      .where(sql<boolean>`not exists (select 1 from diploma_lists d where d.list = status_lists.id)`)
      .orderBy('created_at', 'desc').limit(1).executeTakeFirst()
    if (last) {
      const { given } = await tx.selectFrom('status_indexes').select(sql<string | number>`count(*)`.as('given'))
        .where('list', '=', last.id).executeTakeFirstOrThrow()
      if (Number(given) < FULL) return toList(last)
    }
    const id = randomUUID()
    const row = { id, issuer, purpose: 'revocation', url: `${origin}/status/${id}`, length: SHORTEST_LIST }
    return toList(await tx.insertInto('status_lists').values(row).returningAll().executeTakeFirstOrThrow())
  })
}

const toList = (row: Selectable<IssuingTables['status_lists']>): StatusList =>
  ({ id: row.id, address: row.url, issuer: row.issuer, createdAt: row.created_at })

function toPublication(row: Selectable<IssuingTables['status_publications']> & { url: string }): Publication {
  const form = row.form as StatusForm
  return {
    list: row.list, form, address: addressOfForm(row.url, form), digest: row.digest as Digest, text: row.signed,
    publishedAt: row.published_at,
  }
}
