// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { DiplomaPart, DiplomaStore } from '#service/use-cases/diplomas/ports.ts'
import type { DiplomaTables } from './tables.ts'

type Taken = Pick<DiplomaStore, 'halve' | 'nextTurnOfPart' | 'keepPartConfirmed'>

/** What is anchored in the place of roots that were taken, of every batch of a session. */
export async function partsOfBatches(db: Kysely<DiplomaTables>, session: string): Promise<(DiplomaPart & { batch: number })[]> {
  const rows = await db.selectFrom('diploma_parts').selectAll().where('session', '=', session).orderBy('batch').orderBy('level').orderBy('place').execute()
  return rows.map(({ batch, level, place, root, anchoring, confirmed_at }) => ({ batch, level, place, root, turn: anchoring, confirmedAt: confirmed_at }))
}

export const takenOf = (db: Kysely<DiplomaTables>): Taken => ({
  // Whole or not at all, and once: of two processes that halve the same node the second changes nothing.
  halve: (session, batch, taken, halves) => db.transaction().execute(async tx => {
    await tx.selectFrom('diploma_batches').select('ordinal').where('session', '=', session).where('ordinal', '=', batch).forUpdate().execute()
    await tx.deleteFrom('diploma_parts').where('session', '=', session).where('batch', '=', batch)
      .where('level', '=', taken.level).where('place', '=', taken.place).execute()
    const rows = halves.map(({ level, place, root }) => ({ session, batch, level, place, root, confirmed_at: null }))
    await tx.insertInto('diploma_parts').values(rows).onConflict(clash => clash.doNothing()).execute()
  }),
  async nextTurnOfPart(session, batch, { level, place }) {
    await db.updateTable('diploma_parts').set(eb => ({ anchoring: eb('anchoring', '+', 1) })).where('session', '=', session)
      .where('batch', '=', batch).where('level', '=', level).where('place', '=', place).execute()
  },
  async keepPartConfirmed(session, batch, { level, place }, at) {
    await db.updateTable('diploma_parts').set({ confirmed_at: at }).where('session', '=', session)
      .where('batch', '=', batch).where('level', '=', level).where('place', '=', place).execute()
  },
})
