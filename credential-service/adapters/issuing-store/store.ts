// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import type { IssuingOrder, IssuingStore, Prepared } from '#service/use-cases/issuing/ports.ts'
import type { Seal } from '../seal/seal.ts'
import { allocateIndex } from '../status-store/allocate.ts'
import { batchesOf } from './batches.ts'
import { hasWork } from './has-work.ts'
import type { IssuingTables } from './tables.ts'
import { walletOf } from './wallet.ts'

/** Orders, credentials and batches of the issuers under one origin, in the database; salts sealed under `seal`. */
export function tableIssuing(db: Kysely<IssuingTables>, origin: string, seal: Seal): IssuingStore {
  return {
    hasWork: renew => hasWork(db, renew),
    ordersWaiting: limit => ordersWaiting(db, origin, limit),
    prepare: (draft, list) => db.transaction().execute(tx => prepare(tx, seal, draft, list.id)),
    unsigned: limit => unsigned(db, seal, limit),
    async keepSigned(attempt, { text, digest, leaf, statusDigest }) {
      await db.updateTable('credentials').set({ signed: text, digest, leaf, status_digest: statusDigest })
        .where('record_key', '=', attempt).where('signed', 'is', null).execute()
    },
    async keepProblem(attempt, problem) {
      await db.updateTable('credentials').set({ problem }).where('record_key', '=', attempt).execute()
    },
    ...batchesOf(db),
    ...walletOf(db, seal),
  }
}

/** Those of a school that cannot issue yet are left out: the oldest, never served, would fill every round. */
async function ordersWaiting(db: Kysely<IssuingTables>, origin: string, limit: number): Promise<IssuingOrder[]> {
  const rows = await db.selectFrom('issuing_orders').selectAll('issuing_orders')
    .innerJoin('issuers', 'issuers.school', 'issuing_orders.school')
    .where('issuers.origin', '=', origin).where('issuers.registered_at', 'is not', null)
    .where(eb => eb.not(eb.exists(
      eb.selectFrom('credentials').select('record_key').whereRef('record_key', '=', 'issuing_orders.attempt'),
    )))
    .orderBy('decided_at').orderBy('attempt').limit(limit).execute()
  return rows.map(toOrder)
}

/** The order's row is written first or not at all: who comes second finds the key taken and leaves everything. */
async function prepare(
  tx: Transaction<IssuingTables>, seal: Seal, draft: Omit<Prepared, 'status'>, list: string,
): Promise<void> {
  const { order } = draft
  const position = await allocateIndex(tx, list, order.attempt)
  if (position === null) return
  await tx.insertInto('credentials').values({
    record_key: order.attempt,
    id: draft.id,
    learner: order.learner,
    school: order.school,
    scenario: order.scenario,
    issuer: draft.issuer,
    kind: draft.kind,
    status_list: list,
    status_position: position,
    salt_sealed: seal.close(draft.id, Buffer.from(draft.salt)),
    issued_at: draft.issuedAt,
  }).execute()
}

async function unsigned(db: Kysely<IssuingTables>, seal: Seal, limit: number): Promise<Prepared[]> {
  const rows = await db.selectFrom('credentials')
    .innerJoin('issuing_orders', 'issuing_orders.attempt', 'credentials.record_key')
    .innerJoin('status_lists', 'status_lists.id', 'credentials.status_list')
    .selectAll('issuing_orders')
    .select(['credentials.id', 'credentials.issuer', 'credentials.kind', 'credentials.issued_at', 'salt_sealed',
      'status_list', 'status_position', 'status_lists.url'])
    .where('signed', 'is', null).where('problem', 'is', null)
    .orderBy('credentials.issued_at').limit(limit).execute()
  return rows.map(row => ({
    order: toOrder(row),
    id: row.id,
    issuer: row.issuer,
    kind: row.kind,
    issuedAt: row.issued_at,
    salt: Buffer.from(seal.open(row.id, row.salt_sealed)).toString(),
    status: { list: row.status_list, address: row.url, index: row.status_position },
  }))
}

const toOrder = (row: Selectable<IssuingTables['issuing_orders']>): IssuingOrder => ({
  attempt: row.attempt,
  learner: row.learner,
  school: row.school,
  scenario: row.scenario,
  scenarioDigest: row.scenario_digest as Digest,
  results: row.results,
  evidenceDigest: row.evidence_digest as Digest,
  assurance: row.assurance as IssuingOrder['assurance'],
  finishedAt: row.finished_at,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
})
