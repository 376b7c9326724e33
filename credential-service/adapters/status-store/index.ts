// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import { SHORTEST_LIST } from '#domain/credential/index.ts'
import type { Publication, StatusList, StatusStore } from '#service/use-cases/issuing/ports.ts'
import type { IssuingTables } from '../issuing-store/tables.ts'

/** A list is left for a new one when half its places are given, so that drawing a free one stays quick. */
const FULL = SHORTEST_LIST / 2

/** Status lists of the issuers under one origin: places given at random, flipped in the table, published from it. */
export function tableStatuses(db: Kysely<IssuingTables>, origin: string): StatusStore {
  const lists = () => db.selectFrom('status_lists').selectAll()
  const publications = () => db.selectFrom('status_publications')
    .innerJoin('status_lists', 'status_lists.id', 'status_publications.list').selectAll('status_publications')
    .select(['status_lists.url', 'status_lists.issuer'])
  return {
    currentList: issuer => currentList(db, origin, issuer),
    lists: async () => (await lists().orderBy('created_at').execute()).map(toList),
    async revoked(list) {
      const rows = await db.selectFrom('status_indexes').select('position').where('list', '=', list)
        .where('revoked_at', 'is not', null).execute()
      return rows.map(row => row.position)
    },
    async latest(list) {
      const row = await publications().where('list', '=', list).orderBy('revoked_count', 'desc')
        .orderBy('published_at').executeTakeFirst()
      return row ? { ...toPublication(row), revokedCount: row.revoked_count } : null
    },
    async keep({ digest, list, text, publishedAt }, revokedCount) {
      const row = { digest, list, signed: text, published_at: publishedAt, revoked_count: revokedCount }
      await db.insertInto('status_publications').values(row).onConflict(clash => clash.doNothing()).execute()
    },
    async unanchored() {
      const rows = await publications().where('anchored_at', 'is', null).orderBy('published_at').execute()
      return rows.map(row => ({ ...toPublication(row), issuer: row.issuer }))
    },
    async keepAnchored(digest, at) {
      await db.updateTable('status_publications').set({ anchored_at: at }).where('digest', '=', digest).execute()
    },
    async revoke(attempt, at) {
      await db.updateTable('status_indexes').set({ revoked_at: at })
        .where('record_key', '=', attempt).where('revoked_at', 'is', null).execute()
    },
  }
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

const toPublication = (row: Selectable<IssuingTables['status_publications']> & { url: string }): Publication =>
  ({ list: row.list, address: row.url, digest: row.digest as Digest, text: row.signed, publishedAt: row.published_at })
