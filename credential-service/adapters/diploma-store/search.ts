// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { readDiplomaSaid } from '#domain/credential/diploma/index.ts'
import { slot } from '#domain/credential/diploma/issuing.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { DiplomaSearch } from '#service/use-cases/status/ports.ts'
import type { DiplomaTables } from './tables.ts'

/** More than share a name and a birth date in one session. */
const MOST = 20
/** Of a million, some nine hundred share a birth date. */
const MOST_OF_A_DAY = 20_000

/** Whose diplomas are looked through: those of academies of these codes, and of this school of origin ('' for none). */
export type Governed = { codes: readonly string[]; uai: string }

/**
 * Ids of diplomas of the decided sessions of a month, by the line they were made from, or by family name and birth date.
 * Every academy has a line of one number: only those of `governed` are among the few that are given.
 * There is no index of names: those of one day are read, and compared without case or accents.
 */
export async function searchDiplomas(db: Kysely<DiplomaTables>, wanted: DiplomaSearch, governed: Governed): Promise<string[]> {
  const of = db.selectFrom('diplomas').innerJoin('issuing_sessions', 'issuing_sessions.id', 'diplomas.session')
    .where('issuing_sessions.session', '=', wanted.session).where('issuing_sessions.deliberation', 'is not', null)
    .where(eb => eb.or([eb('issuing_sessions.academy', 'in', governed.codes), ...(governed.uai === '' ? [] : [names(governed.uai)])]))
  if ('line' in wanted) {
    const rows = await of.select('diplomas.id').where('diplomas.record_key', 'in', keysOf(wanted.line)).limit(MOST).execute()
    return rows.map(({ id }) => id)
  }
  const rows = await of.select(['diplomas.id', 'diplomas.texts'])
    .where(names(wanted.birthDate)).limit(MOST_OF_A_DAY).execute()
  const name = folded(wanted.familyName)
  return rows.filter(({ texts }) => isOf(texts, name, wanted.birthDate)).slice(0, MOST).map(({ id }) => id)
}

/** That it stands somewhere in what is kept of a diploma: what the diploma says decides afterwards. */
const names = (text: string) => sql<boolean>`strpos(diplomas.texts, ${text}) > 0`

/** A line of the first file may be given by its number alone; a checked file of the command line writes nine figures. */
const keysOf = (line: string) => (line.includes(':') ? [line] : [`1:${Number(line)}`, line.padStart(9, '0')])

/** What is kept of a diploma is the texts of its form's slots or, where it is of no form, the whole credential. */
function isOf(texts: string, name: string, day: string): boolean {
  const said = JSON.parse(texts) as string | string[]
  if (Array.isArray(said)) return said[slot.birthDate] === day && folded(said[slot.familyName] ?? '') === name
  const { holder } = readDiplomaSaid(JSON.parse(said) as JsonObject)
  return holder.birthDate === day && folded(holder.familyName) === name
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
