// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Selectable } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import type { Cursor, RenewalStore, Renewing } from '#service/use-cases/resealing/ports.ts'
import { renewalBlocks } from './blocks.ts'
import { keepDocument, openRenewal, renewalDocuments } from './documents.ts'
import type { RenewalTables } from './tables.ts'

export type { RenewalTables } from './tables.ts'

/** Renewals of the issuers of this service, their trees and the documents they share, in the database. */
export function tableRenewals(db: Kysely<RenewalTables>, origin: string): RenewalStore {
  const rows = () => db.selectFrom('renewals').selectAll()
  const ofYear: RenewalStore['ofYear'] = async (issuer, year) => {
    const row = await rows().where('issuer', '=', issuer).where('year', '=', year).executeTakeFirst()
    return row ? toRenewing(row) : null
  }
  return {
    issuersWith: before => issuersWith(db, origin, before),
    ofYear,
    async open(renewal) {
      await openRenewal(db, renewal)
      return (await ofYear(renewal.issuer, renewal.year))!
    },
    async keepNothing(id) {
      await db.updateTable('renewals').set({ state: 'nothing' }).where('id', '=', id).where('state', '=', 'hashing').execute()
    },
    keepSigned: (id, { record, signer, roots, root, account }) => db.transaction().execute(async tx => {
      const digest = await keepDocument(tx, signer)
      await tx.updateTable('renewals').set({ state: 'signed', record: JSON.stringify(record), signer: digest, roots, root, account, anchoring: 1 })
        .where('id', '=', id).where('state', '=', 'hashing').execute()
    }),
    async signAgain(id, root) {
      await db.updateTable('renewals').set({ state: 'hashing', root: null }).where('id', '=', id).where('root', '=', root).where('state', '=', 'signed').execute()
    },
    async nextTurn(id) {
      await db.updateTable('renewals').set(eb => ({ anchoring: eb('anchoring', '+', 1) })).where('id', '=', id).execute()
    },
    async keepConfirmed(id, at) {
      await db.updateTable('renewals').set({ state: 'confirmed', confirmed_at: at }).where('id', '=', id).where('state', '=', 'signed').execute()
    },
    async confirmed(issuer) {
      const found = await rows().where('issuer', '=', issuer).where('state', '=', 'confirmed').orderBy('year').execute()
      return found.map(toRenewing)
    },
    ...renewalBlocks(db),
    ...renewalDocuments(db),
  }
}

async function issuersWith(db: Kysely<RenewalTables>, origin: string, before: Date): Promise<string[]> {
  const found = await db.selectFrom('issuers').select('did').where('origin', '=', origin).where(eb => eb.or([
    eb.exists(eb.selectFrom('batches').select('batches.id').whereRef('batches.issuer', '=', 'issuers.did').where('batches.confirmed_at', '<', before)),
    eb.exists(eb.selectFrom('diploma_batches').innerJoin('issuing_sessions', 'issuing_sessions.id', 'diploma_batches.session').select('diploma_batches.ordinal')
      .whereRef('issuing_sessions.issuer', '=', 'issuers.did').where('diploma_batches.confirmed_at', '<', before)),
  ])).orderBy('did').execute()
  return found.map(({ did }) => did)
}

const toRenewing = (row: Selectable<RenewalTables['renewals']>): Renewing => ({
  id: row.id,
  issuer: row.issuer,
  year: row.year,
  hash: row.hash,
  state: row.state,
  openedAt: row.opened_at,
  contexts: row.contexts as Digest,
  cursor: JSON.parse(row.cursor) as Cursor | null,
  blocks: row.blocks,
  sealed: row.sealed,
  record: row.record,
  signer: row.signer as Digest | null,
  roots: row.roots,
  root: row.root,
  account: row.account,
  turn: row.anchoring,
  confirmedAt: row.confirmed_at,
})
