// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import type { Issuer, IssuerStore, School } from '#service/use-cases/issuing/ports.ts'
import { issuerClosing } from './closing.ts'
import { documentAt, documentRow, issuerDocuments } from './issuer-documents.ts'
import type { IssuingTables } from './tables.ts'

/** Issuers of one origin: under another address a school has another DID, and a document of its own there. */
export function tableIssuers(db: Kysely<IssuingTables>, origin: string): IssuerStore {
  const rows = () => db.selectFrom('issuers').innerJoin('schools', 'schools.id', 'issuers.school').selectAll('issuers')
    .select(['schools.name as school_name', 'schools.academy as academy', 'schools.slug as school_slug', 'schools.kind as school_kind'])
  type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
  const one = (row: Row | undefined) => (row ? toIssuer(row) : null)
  const issuerOf = async (school: string) =>
    one(await rows().where('issuers.school', '=', school).where('issuers.origin', '=', origin).executeTakeFirst())
  const schools = () => db.selectFrom('schools').select(['id', 'slug', 'name', 'academy', 'kind'])
  return {
    school: async id => (await schools().where('id', '=', id).executeTakeFirst()) ?? null,
    schoolOfSlug: async slug => (await schools().where('slug', '=', slug).executeTakeFirst()) ?? null,
    schools: () => schools().orderBy('id').execute(),
    issuerOf,
    issuerNamed: async (did, at) => {
      const issuer = one(await rows().where('issuers.did', '=', did).executeTakeFirst())
      const then = issuer && at && (await documentAt(db, did, at))
      return then ? { ...issuer, ...then } : issuer
    },
    ...issuerDocuments(db),
    ...issuerClosing(db),
    async keep(issuer) {
      await db.transaction().execute(async tx => {
        const kept = await tx.insertInto('issuers').values(toRow(issuer, origin)).onConflict(clash => clash.doNothing())
          .returning('did').executeTakeFirst()
        if (kept) await tx.insertInto('issuer_documents').values(documentRow(issuer.did, { ...issuer, digest: issuer.documentDigest })).execute()
      })
      return (await issuerOf(issuer.school.id)) ?? issuer
    },
    async keepAcademy({ id, slug, name, academy, kind }) {
      await db.insertInto('schools').values({ id, slug, name, academy, kind }).onConflict(clash => clash.doNothing()).execute()
    },
    async keepRegistered(did, at) {
      await db.transaction().execute(async tx => {
        await tx.updateTable('issuers').set({ registered_at: at }).where('did', '=', did).execute()
        await tx.updateTable('issuer_documents').set({ recorded_at: at }).where('did', '=', did).where('recorded_at', 'is', null).execute()
      })
    },
  }
}

type Row = Omit<IssuingTables['issuers'], 'document' | 'registered_at' | 'created_at' | 'closes_at'> & {
  document: Issuer['document']
  registered_at: string | number | null
  closes_at: string | number | null
  school_name: string
  school_slug: string
  academy: string
  school_kind: School['kind']
}

const toIssuer = (row: Row): Issuer => ({
  did: row.did,
  school: { id: row.school, slug: row.school_slug, name: row.school_name, academy: row.academy, kind: row.school_kind } satisfies School,
  account: row.account,
  signingKid: row.signing_kid,
  verificationMethod: row.verification_method,
  document: row.document,
  documentDigest: row.document_digest as Digest,
  registeredAt: row.registered_at === null ? null : Number(row.registered_at),
  closesAt: row.closes_at === null ? null : Number(row.closes_at),
  successor: row.successor,
})

const toRow = (issuer: Issuer, origin: string) => ({
  did: issuer.did,
  school: issuer.school.id,
  slug: issuer.school.slug,
  origin,
  account: issuer.account,
  signing_kid: issuer.signingKid,
  verification_method: issuer.verificationMethod,
  document: JSON.stringify(issuer.document),
  document_digest: issuer.documentDigest,
})
