// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import { entryFor, namesSuspension } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { academyOf, holderName, readDiplomaSaid, sameAcademy } from '#domain/credential/diploma/index.ts'
import type { Registers } from '#domain/credential/diploma/index.ts'
import { ServiceError } from '#service/use-cases/errors.ts'
import type { GovernedCredential, Officer } from '#service/use-cases/status/ports.ts'
import { knownRegisters } from '../results-file/registers.ts'
import type { Db, Family, Tx } from '../status-store/family.ts'
import { duplicatesOf } from '../status-store/rows.ts'
import { correctionOf } from './correction.ts'
import { textOf } from './parts.ts'
import { searchDiplomas } from './search.ts'
import type { DiplomaTables } from './tables.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KEY = /^diploma:(.*)$/

/** What the acts and the places call a diploma. */
export const diplomaKey = (id: string) => `diploma:${id}`
const idIn = (recordKey: string) => KEY.exec(recordKey)?.[1] ?? ''

/**
 * Diplomas that a jury decided on, as the acts of two persons see them: officers of the academy that issued them govern
 * them, and the head of the school of origin may propose.
 */
export const diplomas = (registers: Registers = knownRegisters()): Family => ({
  owns: recordKey => KEY.test(recordKey),
  async find(db, officer, named) {
    const id = 'credential' in named ? named.credential : idIn(named.recordKey)
    const row = UUID.test(id) ? await decidedRows(db).where('diplomas.id', '=', id).executeTakeFirst() : undefined
    return row ? governed(db, registers, officer, row) : null
  },
  async waiting(db, officer, limit) {
    const [codes, uai] = [codesOf(registers, officer), await uaiOf(db, officer)]
    return tablesOf(db).selectFrom('status_acts').innerJoin('governed_diplomas', 'governed_diplomas.record_key', 'status_acts.record_key')
      .innerJoin('diplomas', 'diplomas.id', 'governed_diplomas.diploma').innerJoin('issuing_sessions', 'issuing_sessions.id', 'diplomas.session')
      .select(['status_acts.id', 'proposed_at as proposedAt']).where('decision', 'is', null)
      .where(eb => eb.or([eb('issuing_sessions.academy', 'in', codes), eb('governed_diplomas.school_uai', '=', uai)]))
      .orderBy('proposed_at').limit(limit).execute()
  },
  async search(db, officer, wanted) {
    const found = await searchDiplomas(tablesOf(db), wanted, { codes: codesOf(registers, officer), uai: await uaiOf(db, officer) })
    const rows = found.length === 0 ? [] : await decidedRows(db).where('diplomas.id', 'in', found).execute()
    return (await Promise.all(rows.map(row => governed(db, registers, officer, row)))).filter(one => one !== null)
  },
  place: (tx, recordKey) => writePlace(tx, idIn(recordKey)),
  async replace(tx, recordKey, { at }) {
    const row = await decidedRows(tx).where('diplomas.id', '=', idIn(recordKey)).executeTakeFirstOrThrow()
    const next = await correctionOf(tablesOf(tx), row)
    if (next === null) throw new ServiceError('ERR_DIPLOMA_NOT_CORRECTED', { credential: row.id })
    await tablesOf(tx).updateTable('governed_diplomas').set({ replaced_by: next }).where('record_key', '=', recordKey).execute()
    // Whose wallet had the one has the other.
    const holder = await tablesOf(tx).selectFrom('diploma_holders').select('person').where('diploma', '=', row.id).executeTakeFirst()
    if (holder) await tablesOf(tx).insertInto('diploma_holders').values({ diploma: next, person: holder.person, since: at }).onConflict(clash => clash.doNothing()).execute()
  },
})

const tablesOf = (db: Db) => db.withTables<DiplomaTables>()

/** What was erased, or never decided on, is not here. */
const decidedRows = (db: Db) => tablesOf(db).selectFrom('diplomas').innerJoin('issuing_sessions', 'issuing_sessions.id', 'diplomas.session')
  .leftJoin('governed_diplomas', 'governed_diplomas.diploma', 'diplomas.id')
  .leftJoin('status_indexes', 'status_indexes.record_key', 'governed_diplomas.record_key')
  .leftJoin('governed_diplomas as former', 'former.replaced_by', 'diplomas.id')
  .select(['diplomas.id', 'diplomas.session', 'diplomas.record_key', 'diplomas.form', 'diplomas.texts', 'diplomas.signature',
    'issuing_sessions.academy', 'status_indexes.state', 'governed_diplomas.replaced_by', 'former.diploma as replaces'])
  .where('issuing_sessions.deliberation', 'is not', null).where('diplomas.salt', 'is not', null)

type Row = Awaited<ReturnType<ReturnType<typeof decidedRows>['executeTakeFirstOrThrow']>>

async function governed(db: Db, registers: Registers, officer: Officer, row: Row): Promise<GovernedCredential | null> {
  const credential = JSON.parse(await textOf(tablesOf(db), row)) as JsonObject
  const said = readDiplomaSaid(credential)
  const ofAcademy = officer.academy !== null && sameAcademy(registers, row.academy, officer.academy)
  if (!ofAcademy && (await uaiOf(db, officer)) !== said.school.uai) return null
  const { title, code } = said.diploma
  const recordKey = diplomaKey(row.id)
  const { n } = await duplicatesOf(db, recordKey).executeTakeFirstOrThrow()
  return {
    id: row.id, recordKey, kind: 'diploma',
    title: { fr: title, en: registers.diplomas.get(code)?.title.en ?? title },
    holder: holderName(said),
    school: said.issuer.name,
    told: { birthDate: said.holder.birthDate, birthPlace: said.holder.birthPlace, schooledAt: said.school.name },
    issuedAt: new Date(said.validFrom),
    state: row.state ?? 'valid',
    replacedBy: row.replaced_by,
    replaces: row.replaces,
    corrected: row.replaced_by === null && (await correctionOf(tablesOf(db), row)) !== null,
    duplicates: Number(n),
    suspendable: namesSuspension(credential),
    mayConfirm: ofAcademy,
  }
}

/** The place that its own signed text names: what every verifier looks at. */
async function writePlace(tx: Tx, id: string): Promise<void> {
  const row = await decidedRows(tx).where('diplomas.id', '=', id).executeTakeFirstOrThrow()
  if (row.state !== null) return
  const credential = JSON.parse(await textOf(tablesOf(tx), row)) as JsonObject
  const entry = entryFor(credential, 'revocation')
  const list = await tx.selectFrom('status_lists').select('id').where('url', '=', String(entry?.statusListCredential)).executeTakeFirstOrThrow()
  const recordKey = diplomaKey(id)
  await tx.insertInto('status_indexes').values({ list: list.id, position: Number(entry?.statusListIndex), record_key: recordKey })
    .onConflict(clash => clash.doNothing()).execute()
  await tablesOf(tx).insertInto('governed_diplomas').values({ record_key: recordKey, diploma: id, school_uai: readDiplomaSaid(credential).school.uai, replaced_by: null })
    .onConflict(clash => clash.doNothing()).execute()
}

const codesOf = (registers: Registers, { academy }: Officer) => (academy === null ? [''] : [academyOf(registers, academy) ?? academy])

/** The UAI of the school that someone is the head of; empty when of none, as no school's is. */
async function uaiOf(db: Db, { school }: Officer): Promise<string> {
  if (school === null) return ''
  const { rows } = await sql<{ uai: string | null }>`select uai from schools where id = ${school}`.execute(db)
  return rows[0]?.uai ?? ''
}
