// SPDX-License-Identifier: EUPL-1.2
import type { StatusReason } from '#domain/credential/index.ts'
import type { Act } from '#service/use-cases/status/ports.ts'
import type { Db } from './family.ts'

/** Acts with the names of both persons. */
export const actRows = (db: Db) => db.selectFrom('status_acts')
  .leftJoin('people as proposer', 'proposer.id', 'status_acts.proposed_by')
  .leftJoin('people as decider', 'decider.id', 'status_acts.decided_by')
  .selectAll('status_acts').select(['proposer.display_name as proposer_name', 'decider.display_name as decider_name'])

type ActRow = Awaited<ReturnType<ReturnType<typeof actRows>['executeTakeFirstOrThrow']>>

export function toAct(row: ActRow): Act {
  const { decision, decided_by, decided_at } = row
  return {
    id: row.id,
    act: row.act,
    reason: row.reason as StatusReason,
    proposedBy: { id: row.proposed_by, name: row.proposer_name ?? '' },
    proposedAt: row.proposed_at,
    decision: decision !== null && decided_by !== null && decided_at !== null
      ? { taken: decision, by: { id: decided_by, name: row.decider_name ?? '' }, at: decided_at }
      : null,
  }
}

/** How many times one was handed over again: a number that the database may give as text. */
export const duplicatesOf = (db: Db, recordKey: string) => db.selectFrom('status_acts').where('record_key', '=', recordKey)
  .where('act', '=', 'duplicate').where('decision', '=', 'confirmed').select(count => count.fn.countAll<string | number>().as('n'))
