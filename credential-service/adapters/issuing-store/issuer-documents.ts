// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Selectable } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import type { Issuer, IssuerDocument, IssuerStore } from '#service/use-cases/issuing/ports.ts'
import type { IssuingTables } from './tables.ts'

type Documents = Pick<IssuerStore, 'nextDocument' | 'keepNextDocument' | 'adoptDocument'>

/** The DID documents an issuer has had, and the one that waits for the ledger. */
export function issuerDocuments(db: Kysely<IssuingTables>): Documents {
  const nextDocument = async (did: string) => {
    const row = await documents(db, did).where('recorded_at', 'is', null).orderBy('created_at').limit(1).executeTakeFirst()
    return row ? toDocument(row) : null
  }
  return {
    nextDocument,
    keepNextDocument: (did, next) => db.transaction().execute(async tx => {
      // The issuer's row is locked: two who rotate at once go on with one key.
      await tx.selectFrom('issuers').select('did').where('did', '=', did).forUpdate().executeTakeFirstOrThrow()
      const waiting = await documents(tx, did).where('recorded_at', 'is', null).executeTakeFirst()
      if (waiting) return toDocument(waiting)
      await tx.insertInto('issuer_documents').values(documentRow(did, next)).execute()
      return next
    }),
    adoptDocument: (did, digest, at) => db.transaction().execute(async tx => {
      const row = await tx.updateTable('issuer_documents').set({ recorded_at: at }).where('did', '=', did)
        .where('digest', '=', digest).returningAll().executeTakeFirstOrThrow()
      const { document, signing_kid, verification_method } = row
      await tx.updateTable('issuers').set({ document: JSON.stringify(document), document_digest: digest, signing_kid, verification_method })
        .where('did', '=', did).execute()
      await tx.updateTable('status_lists').set(eb => ({ version: eb('version', '+', 1) })).where('issuer', '=', did).execute()
    }),
  }
}

/** What was in force at a date: the last one the ledger had by then, or the first there ever was. */
export async function documentAt(
  db: Kysely<IssuingTables>, did: string, at: Date,
): Promise<Pick<Issuer, 'document' | 'documentDigest' | 'signingKid' | 'verificationMethod'> | null> {
  const known = documents(db, did).where('recorded_at', 'is not', null)
  const row = await known.where('recorded_at', '<=', Math.floor(at.getTime() / 1000)).orderBy('recorded_at', 'desc').limit(1).executeTakeFirst()
    ?? await known.orderBy('recorded_at').limit(1).executeTakeFirst()
  if (!row) return null
  const { digest, ...rest } = toDocument(row)
  return { ...rest, documentDigest: digest }
}

const documents = (db: Kysely<IssuingTables>, did: string) => db.selectFrom('issuer_documents').selectAll().where('did', '=', did)

const toDocument = (row: Selectable<IssuingTables['issuer_documents']>): IssuerDocument =>
  ({ document: row.document, digest: row.digest as Digest, signingKid: row.signing_kid, verificationMethod: row.verification_method })

export const documentRow = (did: string, { document, digest, signingKid, verificationMethod }: IssuerDocument) => ({
  did, digest, document: JSON.stringify(document), signing_kid: signingKid, verification_method: verificationMethod, recorded_at: null,
})
