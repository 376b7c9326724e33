// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Transaction } from 'kysely'
import type { StatusState } from '#domain/credential/index.ts'
import type { Officer, StatusActStore, WaitingAct } from '#service/use-cases/status/ports.ts'
import { refuseWhenClosed } from '../issuing-store/closing.ts'
import type { IssuingTables } from '../issuing-store/tables.ts'
import { actRows, governedRows, toAct, toGoverned } from './governed.ts'

/** What two persons do to credentials: the acts, and the places they flip, in the same transaction. */
export function tableStatusActs(db: Kysely<IssuingTables>): StatusActStore {
  return {
    async find(officer, credential) {
      const row = await governedRows(db, officer).where('credentials.id', '=', credential).executeTakeFirst()
      return row ? toGoverned(db, row) : null
    },
    async historyOf(recordKey) {
      return (await actRows(db).where('record_key', '=', recordKey).orderBy('proposed_at').execute()).map(toAct)
    },
    act: (officer, id) => waitingAct(db, officer, id),
    waiting: officer => waiting(db, officer),
    async propose(recordKey, { id, act, reason, proposedBy, proposedAt }) {
      const row = { id, record_key: recordKey, act, reason, proposed_by: proposedBy, proposed_at: proposedAt }
      const kept = await db.insertInto('status_acts').values(row).onConflict(clash => clash.doNothing())
        .returning('id').executeTakeFirst()
      return kept !== undefined
    },
    decide: (officer, act, decision, rule) => db.transaction().execute(async tx => {
      // The act's row is locked first: of two who decide at once, the second sees what the first decided.
      const locked = await tx.selectFrom('status_acts').select('record_key').where('id', '=', act).forUpdate().executeTakeFirst()
      if (!locked) return false
      await tx.selectFrom('status_indexes').select('state').where('record_key', '=', locked.record_key).forUpdate().execute()
      const found = await waitingAct(tx, officer, act)
      if (!found) return false
      const state = rule(found)
      if (found.decision) return true
      await tx.updateTable('status_acts').set({ decision: decision.taken, decided_by: officer.id, decided_at: decision.at })
        .where('id', '=', act).execute()
      if (state !== null && state !== found.credential.state) await flip(tx, locked.record_key, state, decision.at)
      if (state !== null && found.act === 'correct') await orderAnother(tx, locked.record_key, { id: act, by: officer.id, at: decision.at })
      return true
    }),
  }
}

/** The place, and the version of its list in the same transaction: no published list of this version can lack it. */
export async function flip(tx: Transaction<IssuingTables>, recordKey: string, state: StatusState, at: Date): Promise<void> {
  const { list } = await tx.updateTable('status_indexes').set({ state, changed_at: at })
    .where('record_key', '=', recordKey).returning('list').executeTakeFirstOrThrow()
  await tx.updateTable('status_lists').set(eb => ({ version: eb('version', '+', 1) })).where('id', '=', list).execute()
}

/** An order for the credential that replaces one: the same result, told anew from the register as it stands. */
async function orderAnother(tx: Transaction<IssuingTables>, recordKey: string, { id, by, at }: { id: string; by: string; at: Date }): Promise<void> {
  const { results, ...order } = await tx.selectFrom('issuing_orders').selectAll().where('attempt', '=', recordKey).executeTakeFirstOrThrow()
  await refuseWhenClosed(tx, order.school)
  await tx.insertInto('issuing_orders').values({
    ...order, results: JSON.stringify(results), attempt: id, supersedes: recordKey, decided_by: by, decided_at: at,
  }).execute()
}

async function waiting(db: Kysely<IssuingTables>, officer: Officer): Promise<WaitingAct[]> {
  const acts = await actRows(db).where('decision', 'is', null)
    .where('record_key', 'in', governedRows(db, officer).clearSelect().select('credentials.record_key'))
    .orderBy('proposed_at').limit(200).execute()
  const found = await Promise.all(acts.map(({ id }) => waitingAct(db, officer, id)))
  return found.filter(act => act !== null)
}

async function waitingAct(db: Kysely<IssuingTables>, officer: Officer, id: string): Promise<WaitingAct | null> {
  const act = await actRows(db).where('status_acts.id', '=', id).executeTakeFirst()
  const row = act && (await governedRows(db, officer).where('credentials.record_key', '=', act.record_key).executeTakeFirst())
  return row ? { ...toAct(act), credential: await toGoverned(db, row) } : null
}
