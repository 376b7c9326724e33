// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import { digestOfText } from '#domain/canonical.ts'
import type { Digest } from '#domain/canonical.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { RenewalStore } from '#service/use-cases/resealing/ports.ts'
import type { RenewalTables } from './tables.ts'

type Documents = Pick<RenewalStore, 'listsThen' | 'document'>
type Opening = Parameters<RenewalStore['open']>[0]

export const renewalDocuments = (db: Kysely<RenewalTables>): Documents => ({
  async listsThen(renewal, list) {
    const row = await db.selectFrom('renewal_lists').selectAll().where('renewal', '=', renewal).where('list', '=', list).executeTakeFirst()
    if (!row) return null
    const texts = await db.selectFrom('status_publications').select(['digest', 'signed', 'published_at'])
      .where('digest', 'in', [row.revocation, row.suspension ?? row.revocation]).execute()
    const of = (digest: string | null) => {
      const found = texts.find(text => text.digest === digest)
      return found ? { text: found.signed, digest: found.digest as Digest, publishedAt: found.published_at } : null
    }
    const revocation = of(row.revocation)
    return revocation && { revocation, suspension: of(row.suspension) }
  },
  async document(digest) {
    const { text } = await db.selectFrom('renewal_documents').select('text').where('digest', '=', digest).executeTakeFirstOrThrow()
    return JSON.parse(text) as JsonObject
  },
})

/** Keeps a document once; gives its digest. */
export async function keepDocument(db: Pick<Kysely<RenewalTables>, 'insertInto'>, text: string): Promise<Digest> {
  const digest = digestOfText(text)
  await db.insertInto('renewal_documents').values({ digest, text }).onConflict(clash => clash.doNothing()).execute()
  return digest
}

/** Opens a renewal over the lists that were published last, in one transaction; does nothing when the year has one. */
export const openRenewal = (db: Kysely<RenewalTables>, { cursor, openedAt, contexts, ...renewal }: Opening): Promise<void> =>
  db.transaction().execute(async tx => {
    const kept = await tx.insertInto('renewals')
      .values({ ...renewal, state: 'hashing', opened_at: openedAt, contexts: await keepDocument(tx, contexts), cursor: JSON.stringify(cursor) })
      .onConflict(clash => clash.columns(['issuer', 'year']).doNothing()).returning('id').executeTakeFirst()
    if (!kept) return
    const lists = await tx.selectFrom('status_lists').select('id').where('issuer', '=', renewal.issuer).execute()
    for (const { id: list } of lists) {
      const last = (form: string) => tx.selectFrom('status_publications').select('digest').where('list', '=', list).where('form', '=', form)
        .orderBy('version', 'desc').orderBy('turn', 'desc').limit(1).executeTakeFirst()
      const [revocation, suspension] = [await last('revocation'), await last('suspension')]
      if (revocation) await tx.insertInto('renewal_lists').values({ renewal: kept.id, list, revocation: revocation.digest, suspension: suspension?.digest ?? null }).execute()
    }
  })
