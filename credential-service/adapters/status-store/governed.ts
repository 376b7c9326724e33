// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import { namesSuspension } from '#domain/credential/index.ts'
import type { JsonObject, StatusReason } from '#domain/credential/index.ts'
import type { Text } from '#domain/text.ts'
import type { Act, GovernedCredential, Officer } from '#service/use-cases/status/ports.ts'
import type { IssuingTables } from '../issuing-store/tables.ts'

/** Credentials that are signed, each with its place and the words it is shown with, as far as the officer governs. */
export function governedRows(db: Kysely<IssuingTables>, { school, academy }: Officer) {
  return db.selectFrom('credentials')
    .innerJoin('schools', 'schools.id', 'credentials.school')
    .innerJoin('status_indexes', 'status_indexes.record_key', 'credentials.record_key')
    .innerJoin('people as holder', 'holder.id', 'credentials.learner')
    .select(['credentials.id as credential', 'credentials.record_key', 'credentials.scenario', 'schools.name as school',
      'holder.display_name as holder', 'credentials.issued_at', 'credentials.signed', 'status_indexes.state'])
    .select(eb => [
      eb.selectFrom('issuing_orders as newer').innerJoin('credentials as next', 'next.record_key', 'newer.attempt')
        .whereRef('newer.supersedes', '=', 'credentials.record_key').select('next.id').as('replaced_by'),
      eb.selectFrom('issuing_orders as own').innerJoin('credentials as former', 'former.record_key', 'own.supersedes')
        .whereRef('own.attempt', '=', 'credentials.record_key').select('former.id').as('replaces'),
      eb.selectFrom('status_acts').whereRef('status_acts.record_key', '=', 'credentials.record_key').where('act', '=', 'duplicate')
        .where('decision', '=', 'confirmed').select(count => count.fn.countAll<string | number>().as('n')).as('duplicates'),
    ])
    .where('credentials.signed', 'is not', null)
    .where(eb => eb.or([eb('schools.id', '=', school), eb('schools.academy', '=', academy)]))
}

type Row = Awaited<ReturnType<ReturnType<typeof governedRows>['executeTakeFirstOrThrow']>>

export async function toGoverned(db: Kysely<IssuingTables>, row: Row): Promise<GovernedCredential> {
  const version = await db.selectFrom('scenario_versions').select('text').where('id', '=', row.scenario).limit(1).executeTakeFirst()
  return {
    id: row.credential,
    recordKey: row.record_key,
    title: version ? (JSON.parse(version.text) as { title: Text }).title : { fr: row.scenario, en: row.scenario },
    holder: row.holder,
    school: row.school,
    issuedAt: row.issued_at,
    state: row.state,
    replacedBy: row.replaced_by,
    replaces: row.replaces,
    duplicates: Number(row.duplicates ?? 0),
    suspendable: namesSuspension(JSON.parse(row.signed ?? '{}') as JsonObject),
  }
}

/** Acts with the names of both persons. */
export const actRows = (db: Kysely<IssuingTables>) => db.selectFrom('status_acts')
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
