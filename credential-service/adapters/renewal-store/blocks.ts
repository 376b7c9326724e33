// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { KeptBlock, RenewalStore, Whose } from '#service/use-cases/resealing/ports.ts'
import type { RenewalTables } from './tables.ts'

type Blocks = Pick<RenewalStore, 'keepBlock' | 'rootsOf' | 'blocksOver'>

export const renewalBlocks = (db: Kysely<RenewalTables>): Blocks => ({
  // The renewal's row moves with the block, and only from where the block begins: kept in order, and twice never.
  keepBlock: ({ id, blocks }, block, count, next) => db.transaction().execute(async tx => {
    const moved = await tx.updateTable('renewals').set(eb => ({ cursor: JSON.stringify(next), blocks: block ? blocks + 1 : blocks, sealed: eb('sealed', '+', count) }))
      .where('id', '=', id).where('state', '=', 'hashing').where('blocks', '=', blocks).executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return false
    if (block) await tx.insertInto('renewal_blocks').values({ renewal: id, block: blocks, ...block }).execute()
    return true
  }),
  async rootsOf(renewal) {
    const rows = await db.selectFrom('renewal_blocks').select('root').where('renewal', '=', renewal).orderBy('block').execute()
    return Buffer.concat(rows.map(({ root }) => root))
  },
  blocksOver: whose => blocksOver(db, whose),
})

async function blocksOver(db: Kysely<RenewalTables>, whose: readonly Whose[]): Promise<KeptBlock[]> {
  const [first] = whose
  if (first === undefined) return []
  const blocks = db.selectFrom('renewal_blocks').innerJoin('renewals', 'renewals.id', 'renewal_blocks.renewal').selectAll('renewal_blocks')
    .where('renewals.state', '=', 'confirmed').where('source', '=', first.source)
  if (first.place === null) return blocks.where(sql<boolean>`keys && ${whose.map(({ id }) => id)}::text[]`).execute()
  const places = whose.map(({ place }) => place ?? 0)
  const [low, high] = [Math.min(...places), Math.max(...places)]
  return blocks.where('first', '<=', high).where(sql<boolean>`first + count > ${low}`).execute()
}
