// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import { namesSuspension } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { sameAcademy } from '#domain/credential/diploma/index.ts'
import type { Registers } from '#domain/credential/diploma/index.ts'
import type { Text } from '#domain/text.ts'
import type { GovernedCredential, Officer } from '#service/use-cases/status/ports.ts'
import { refuseWhenClosed } from '../issuing-store/closing.ts'
import { knownRegisters } from '../results-file/registers.ts'
import type { Db, Family, Tx } from './family.ts'

/** A diploma's record key says that it is one: an attempt's or an act's never does. */
const DIPLOMA = /^diploma:/

/** Credentials of competences, issued by schools: a school's head governs its own, an officer those of their academy. */
export const competences = (registers: Registers = knownRegisters()): Family => ({
  owns: recordKey => !DIPLOMA.test(recordKey),
  async find(db, officer, named) {
    const rows = await governedRows(db, registers, officer)
    const row = await ('credential' in named ? rows.where('credentials.id', '=', named.credential) : rows.where('credentials.record_key', '=', named.recordKey)).executeTakeFirst()
    return row ? toGoverned(db, row) : null
  },
  async waiting(db, officer, limit) {
    const rows = await governedRows(db, registers, officer)
    return db.selectFrom('status_acts').select(['status_acts.id', 'proposed_at as proposedAt']).where('decision', 'is', null)
      .where('record_key', 'in', rows.clearSelect().select('credentials.record_key')).orderBy('proposed_at').limit(limit).execute()
  },
  replace: orderAnother,
})

/** Credentials that are signed, each with its place and the words it is shown with, as far as the officer governs. */
async function governedRows(db: Db, registers: Registers, { school, academy }: Officer) {
  const academies = await academiesMeant(db, registers, academy)
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
    .where(eb => eb.or([eb('schools.id', '=', school), academies.length > 0 ? eb('schools.academy', 'in', academies) : sql<boolean>`false`]))
}

/** How the register of schools writes the academy that an officer's provider names, by its name or by its code. */
async function academiesMeant(db: Db, registers: Registers, said: string | null): Promise<string[]> {
  if (said === null) return []
  const rows = await db.selectFrom('schools').select('academy').distinct().execute()
  return rows.map(({ academy }) => academy).filter(one => sameAcademy(registers, one, said))
}

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof governedRows>>['executeTakeFirstOrThrow']>>

async function toGoverned(db: Db, row: Row): Promise<GovernedCredential> {
  const version = await db.selectFrom('scenario_versions').select('text').where('id', '=', row.scenario).limit(1).executeTakeFirst()
  return {
    id: row.credential,
    recordKey: row.record_key,
    kind: 'competence',
    title: version ? (JSON.parse(version.text) as { title: Text }).title : { fr: row.scenario, en: row.scenario },
    holder: row.holder,
    school: row.school,
    told: null,
    issuedAt: row.issued_at,
    state: row.state,
    replacedBy: row.replaced_by,
    replaces: row.replaces,
    corrected: false,
    duplicates: Number(row.duplicates ?? 0),
    suspendable: namesSuspension(JSON.parse(row.signed ?? '{}') as JsonObject),
    mayConfirm: true,
  }
}

/** An order for the credential that replaces one: the same result, told anew from the register as it stands. */
async function orderAnother(tx: Tx, recordKey: string, { id, by, at }: { id: string; by: string; at: Date }): Promise<void> {
  const { results, ...order } = await tx.selectFrom('issuing_orders').selectAll().where('attempt', '=', recordKey).executeTakeFirstOrThrow()
  await refuseWhenClosed(tx, order.school)
  await tx.insertInto('issuing_orders').values({
    ...order, results: JSON.stringify(results), attempt: id, supersedes: recordKey, decided_by: by, decided_at: at,
  }).execute()
}
