// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import type { HeldCredential, IssuingStore } from '#service/use-cases/issuing/ports.ts'
import type { Seal } from '../seal/seal.ts'
import { batchRows, toBatch } from './batches.ts'
import type { IssuingTables } from './tables.ts'

type Wallet = Pick<IssuingStore, 'heldBy' | 'kept' | 'confirmedAfter'>

export const walletOf = (db: Kysely<IssuingTables>, seal: Seal): Wallet => ({
  heldBy: learner => heldBy(db, learner),
  kept: id => kept(db, seal, id),
  async confirmedAfter(issuer, before, after, limit) {
    const rows = await db.selectFrom('credentials').innerJoin('batches', 'batches.id', 'credentials.batch').select('credentials.id')
      .where('credentials.issuer', '=', issuer).where('batches.confirmed_at', '<', before)
      .where('credentials.id', '>', after ?? '').orderBy('credentials.id').limit(limit).execute()
    return rows.map(({ id }) => id)
  },
})

/** From the orders, so that a credential is in the wallet from the moment it was validated. */
async function heldBy(db: Kysely<IssuingTables>, learner: string): Promise<HeldCredential[]> {
  const rows = await db.selectFrom('issuing_orders as issuing')
    .innerJoin('schools', 'schools.id', 'issuing.school')
    .leftJoin('credentials', 'credentials.record_key', 'issuing.attempt')
    .leftJoin('batches', 'batches.id', 'credentials.batch')
    .select(['issuing.attempt', 'issuing.scenario', 'schools.name as school', 'issuing.decided_at', 'credentials.id',
      'credentials.issued_at', 'credentials.batch', 'credentials.problem', 'batches.confirmed_at'])
    .where('issuing.learner', '=', learner)
    // The one that replaces another stands for both.
    .where(eb => eb.not(eb.exists(eb.selectFrom('issuing_orders as newer').select('newer.attempt')
      .whereRef('newer.supersedes', '=', 'issuing.attempt'))))
    .orderBy('issuing.decided_at', 'desc').execute()
  return rows.map(row => ({
    id: row.id ?? row.attempt,
    scenario: row.scenario,
    school: row.school,
    issuedAt: row.issued_at ?? row.decided_at,
    status: statusOf(row),
  }))
}

function statusOf(row: { confirmed_at: Date | null; batch: string | null; problem: string | null }): HeldCredential['status'] {
  if (row.confirmed_at) return 'ready'
  if (row.problem !== null) return 'failed'
  return row.batch === null ? 'preparing' : 'anchoring'
}

async function kept(db: Kysely<IssuingTables>, seal: Seal, id: string): ReturnType<Wallet['kept']> {
  const row = await db.selectFrom('credentials').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return notYet(db, id)
  const { learner, issuer, signed, digest, status_digest } = row
  if (signed === null || digest === null || status_digest === null) return { learner, signed: null }
  const status = await db.selectFrom('status_publications').selectAll().where('digest', '=', status_digest)
    .executeTakeFirstOrThrow()
  const batch = row.batch === null ? null : await batchRows(db).where('batches.id', '=', row.batch).executeTakeFirst()
  return {
    learner, issuer, signed, digest,
    issuedAt: row.issued_at,
    salt: Buffer.from(seal.open(row.id, row.salt_sealed)).toString(),
    batch: batch ? toBatch(batch) : null,
    status: { list: status.list, text: status.signed, digest: status_digest as Digest, publishedAt: status.published_at },
    suspension: await suspensionsOf(db, status),
  }
}

async function suspensionsOf(
  db: Kysely<IssuingTables>, { list, version, turn }: { list: string; version: number; turn: number },
) {
  const row = await db.selectFrom('status_publications').select(['signed', 'digest']).where('list', '=', list)
    .where('form', '=', 'suspension')
    .where(eb => eb.or([eb('version', '<', version), eb.and([eb('version', '=', version), eb('turn', '<=', turn)])]))
    .orderBy('version', 'desc').orderBy('turn', 'desc').limit(1).executeTakeFirst()
  return row ? { text: row.signed, digest: row.digest as Digest } : null
}

/** Until an order has its credential, the wallet shows it under the attempt's id. */
async function notYet(db: Kysely<IssuingTables>, attempt: string) {
  const order = await db.selectFrom('issuing_orders').select('learner').where('attempt', '=', attempt).executeTakeFirst()
  return order ? { learner: order.learner, signed: null } : null
}
