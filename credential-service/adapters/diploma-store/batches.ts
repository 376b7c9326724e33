// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { DiplomaStore } from '#service/use-cases/diplomas/ports.ts'
import { partsOfBatches } from './taken.ts'
import type { DiplomaTables } from './tables.ts'

type Batches = Pick<DiplomaStore, 'batches' | 'keepBatch' | 'nextTurn' | 'keepConfirmed' | 'block' | 'leavesOf'>

export const batchesOf = (db: Kysely<DiplomaTables>): Batches => ({
  async batches(session) {
    const rows = await db.selectFrom('diploma_batches').selectAll().where('session', '=', session).orderBy('ordinal').execute()
    const parts = await partsOfBatches(db, session)
    return rows.map(row => ({
      parts: parts.filter(({ batch }) => batch === row.ordinal).map(({ batch: _, ...part }) => part),
      ordinal: row.ordinal, root: row.root, leafCount: row.leaf_count, roots: row.roots, closedAt: row.closed_at,
      turn: row.anchoring, confirmedAt: row.confirmed_at, accreditation: row.accreditation, decision: row.decision,
    }))
  },
  // Whole or not at all; of two processes that close the same batch (their padding differs) the second keeps nothing.
  keepBatch: (session, { ordinal, root, leafCount, roots, blocks, closedAt }) => db.transaction().execute(async tx => {
    const kept = await tx.insertInto('diploma_batches')
      .values({ session, ordinal, root, leaf_count: leafCount, roots, closed_at: closedAt, confirmed_at: null, accreditation: null, decision: null })
      .onConflict(clash => clash.columns(['session', 'ordinal']).doNothing()).executeTakeFirst()
    if (!kept.numInsertedOrUpdatedRows) return
    for (const [block, leaves] of blocks.entries()) {
      await tx.insertInto('diploma_blocks').values({ session, batch: ordinal, block, first: leaves.slice(0, 32), leaves }).execute()
    }
  }),
  async nextTurn(session, ordinal) {
    await db.updateTable('diploma_batches').set(eb => ({ anchoring: eb('anchoring', '+', 1) }))
      .where('session', '=', session).where('ordinal', '=', ordinal).execute()
  },
  async keepConfirmed(session, ordinal, at, { accreditation, decision }) {
    await db.updateTable('diploma_batches').set({ confirmed_at: at, accreditation: JSON.stringify(accreditation), decision: JSON.stringify(decision) })
      .where('session', '=', session).where('ordinal', '=', ordinal).execute()
  },
  async leavesOf(session, ordinal) {
    const rows = await db.selectFrom('diploma_blocks').select('leaves').where('session', '=', session).where('batch', '=', ordinal).orderBy('block').execute()
    return Buffer.concat(rows.map(({ leaves }) => leaves))
  },
  async block(session, batch, leaf) {
    const row = await db.selectFrom('diploma_blocks').select(['block', 'leaves']).where('session', '=', session).where('batch', '=', batch)
      .where('first', '<=', leaf).orderBy('first', 'desc').limit(1).executeTakeFirst()
    return row ?? null
  },
})
