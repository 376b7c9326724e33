// SPDX-License-Identifier: EUPL-1.2
import type { StatusState } from '#domain/credential/index.ts'
import type { GovernedCredential, NewAct, Officer, StatusActStore, WaitingAct } from '#service/use-cases/status/ports.ts'
import { competences } from './competences.ts'
import type { Db, Family, Named, Tx } from './family.ts'
import { actRows, toAct } from './rows.ts'

const MOST_WAITING = 200

/** What two persons do to credentials: the acts, and the places they flip, in the same transaction. */
export function tableStatusActs(db: Db, families: readonly Family[] = [competences()]): StatusActStore {
  const kinds: Kinds = {
    of: recordKey => families.find(family => family.owns(recordKey)),
    async find(from, officer, named) {
      for (const family of families) {
        const found = await family.find(from, officer, named)
        if (found) return found
      }
      return null
    },
  }
  return {
    find: (officer, credential) => kinds.find(db, officer, { credential }),
    async search(officer, wanted) {
      return (await Promise.all(families.map(family => family.search?.(db, officer, wanted) ?? []))).flat()
    },
    async historyOf(recordKey) {
      return (await actRows(db).where('record_key', '=', recordKey).orderBy('proposed_at').execute()).map(toAct)
    },
    act: (officer, id) => waitingAct(db, kinds, officer, id),
    async waiting(officer) {
      const acts = (await Promise.all(families.map(family => family.waiting(db, officer, MOST_WAITING)))).flat()
      const oldest = acts.toSorted((a, b) => a.proposedAt.getTime() - b.proposedAt.getTime()).slice(0, MOST_WAITING)
      const found = await Promise.all(oldest.map(({ id }) => waitingAct(db, kinds, officer, id)))
      return found.filter(act => act !== null)
    },
    propose: (recordKey, act) => db.transaction().execute(tx => propose(tx, kinds, recordKey, act)),
    decide: (officer, act, decision, rule) => db.transaction().execute(async tx => {
      // The act's row is locked first: of two who decide at once, the second sees what the first decided.
      const locked = await tx.selectFrom('status_acts').select('record_key').where('id', '=', act).forUpdate().executeTakeFirst()
      if (!locked) return false
      await tx.selectFrom('status_indexes').select('state').where('record_key', '=', locked.record_key).forUpdate().execute()
      const found = await waitingAct(tx, kinds, officer, act)
      if (!found) return false
      const state = rule(found)
      if (found.decision) return true
      await tx.updateTable('status_acts').set({ decision: decision.taken, decided_by: officer.id, decided_at: decision.at })
        .where('id', '=', act).execute()
      if (state !== null && state !== found.credential.state) await flip(tx, locked.record_key, state, decision.at)
      if (state !== null && found.act === 'correct') await kinds.of(locked.record_key)?.replace(tx, locked.record_key, { id: act, by: officer.id, at: decision.at })
      return true
    }),
  }
}

type Kinds = {
  of(recordKey: string): Family | undefined
  find(db: Db, officer: Officer, named: Named): Promise<GovernedCredential | null>
}

async function propose(tx: Tx, kinds: Kinds, recordKey: string, { id, act, reason, proposedBy, proposedAt }: NewAct): Promise<boolean> {
  await kinds.of(recordKey)?.place?.(tx, recordKey)
  const row = { id, record_key: recordKey, act, reason, proposed_by: proposedBy, proposed_at: proposedAt }
  const kept = await tx.insertInto('status_acts').values(row).onConflict(clash => clash.doNothing()).returning('id').executeTakeFirst()
  return kept !== undefined
}

/** The place, and the version of its list in the same transaction: no published list of this version can lack it. */
export async function flip(tx: Tx, recordKey: string, state: StatusState, at: Date): Promise<void> {
  const { list } = await tx.updateTable('status_indexes').set({ state, changed_at: at })
    .where('record_key', '=', recordKey).returning('list').executeTakeFirstOrThrow()
  await tx.updateTable('status_lists').set(eb => ({ version: eb('version', '+', 1) })).where('id', '=', list).execute()
}

async function waitingAct(db: Db, kinds: Kinds, officer: Officer, id: string): Promise<WaitingAct | null> {
  const act = await actRows(db).where('status_acts.id', '=', id).executeTakeFirst()
  const credential = act && (await kinds.find(db, officer, { recordKey: act.record_key }))
  return credential ? { ...toAct(act), credential } : null
}
