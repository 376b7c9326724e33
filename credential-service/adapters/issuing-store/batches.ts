// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Batch, IssuingStore, MadeBatch } from '#service/use-cases/issuing/ports.ts'
import type { IssuingTables } from './tables.ts'

type Batches = Pick<IssuingStore, 'closeBatch' | 'openBatches' | 'nextTurn' | 'redraw' | 'keepConfirmed'>

export const batchesOf = (db: Kysely<IssuingTables>): Batches => ({
  closeBatch: (rule, make) => db.transaction().execute(tx => closeBatch(tx, rule, make)),
  async openBatches() {
    const rows = await batchRows(db).where('confirmed_at', 'is', null).orderBy('closed_at').execute()
    return rows.map(toBatch)
  },
  async nextTurn(batch) {
    await db.updateTable('batches').set(eb => ({ anchoring: eb('anchoring', '+', 1) })).where('id', '=', batch).execute()
  },
  redraw: ({ id, root }, make) => db.transaction().execute(tx => redraw(tx, id, root, make)),
  async keepConfirmed(batch, at, accreditation) {
    await db.updateTable('batches').set({ confirmed_at: at, accreditation: JSON.stringify(accreditation) })
      .where('id', '=', batch).execute()
  },
})

/** The rows are locked while the batch is made, and those another worker holds are left to it: no leaf is in two. */
async function closeBatch(
  tx: Transaction<IssuingTables>, rule: { before: Date; size: number }, make: (leaves: string[]) => MadeBatch,
): Promise<boolean> {
  const waiting = tx.selectFrom('credentials').select(['record_key', 'leaf', 'issuer', 'kind', 'issued_at'])
    .where('batch', 'is', null).where('signed', 'is not', null)
  const first = await waiting.orderBy('issued_at').limit(1).executeTakeFirst()
  if (!first) return false
  const rows = await waiting.where('issuer', '=', first.issuer).where('kind', '=', first.kind)
    .orderBy('issued_at').limit(rule.size).forUpdate().skipLocked().execute()
  if (rows.length === 0 || (rows.length < rule.size && first.issued_at > rule.before)) return false
  const { id, root, leaves, closedAt } = make(rows.map(row => row.leaf ?? ''))
  await tx.insertInto('batches').values({
    id, root, leaves: JSON.stringify(leaves), closed_at: closedAt, issuer: first.issuer, kind: first.kind,
  }).execute()
  await tx.updateTable('credentials').set({ batch: id }).where('record_key', 'in', rows.map(row => row.record_key)).execute()
  return true
}

/** Nobody holds a receipt under a root that is not confirmed, so it may give way to another. */
async function redraw(tx: Transaction<IssuingTables>, id: string, root: string, make: (leaves: string[]) => MadeBatch): Promise<void> {
  const taken = await tx.selectFrom('batches').select('id').where('id', '=', id).where('root', '=', root)
    .where('confirmed_at', 'is', null).forUpdate().executeTakeFirst()
  if (!taken) return
  const rows = await tx.selectFrom('credentials').select('leaf').where('batch', '=', id).execute()
  const { root: another, leaves } = make(rows.map(row => row.leaf ?? ''))
  await tx.updateTable('batches').set({ root: another, leaves: JSON.stringify(leaves), anchoring: 1 }).where('id', '=', id).execute()
}

/** Batches with the account that anchors them. */
export const batchRows = (db: Kysely<IssuingTables>) => db.selectFrom('batches')
  .innerJoin('issuers', 'issuers.did', 'batches.issuer').selectAll('batches').select('issuers.account')

export const toBatch = (row: Selectable<IssuingTables['batches']> & { account: string }): Batch => ({
  id: row.id,
  issuer: row.issuer,
  account: row.account,
  kind: row.kind,
  leaves: row.leaves,
  root: row.root,
  turn: row.anchoring,
  confirmedAt: row.confirmed_at,
  accreditation: row.accreditation,
})
