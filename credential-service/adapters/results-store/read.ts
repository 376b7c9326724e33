// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import type { FaultCount, LineFault, ResultsFile, SessionLine } from '../../use-cases/results/ports.ts'
import { fileOf, sessionOf, type ResultsDb } from './tables.ts'

const SAMPLES = 5

/** What is there to look at: sessions, files and what is wrong in a file. */
export const reading = (db: ResultsDb) => ({
  session: async (id: string) => {
    const row = await db.selectFrom('result_sessions').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? sessionOf(row) : null
  },
  async sessionsOfAcademy(code: string): Promise<SessionLine[]> {
    const rows = await db.selectFrom('result_sessions as of').selectAll('of').select([
      sql<number>`(select count(*)::int from result_files where results = of.id and state <> 'receiving')`.as('files'),
      sql<number>`(select coalesce(sum(sound), 0)::int from result_files
        where results = of.id and state = 'confirmed' and kind <> 'corrections')`.as('confirmed'),
      sql<Digest | null>`(select results_digest from result_files
        where results = of.id and state = 'confirmed' order by position desc limit 1)`.as('digest'),
    ]).where('academy', '=', code).orderBy('session', 'desc').orderBy('opened_at', 'desc').execute()
    return rows.map((row) => ({ ...sessionOf(row), files: row.files, confirmed: row.confirmed, digest: row.digest }))
  },
  async filesOf(results: string): Promise<ResultsFile[]> {
    const rows = await db.selectFrom('result_files').selectAll().where('results', '=', results)
      .where('state', '<>', 'receiving').orderBy('uploaded_at', 'desc').execute()
    return rows.map(fileOf)
  },
  file: async (id: string) => {
    const row = await db.selectFrom('result_files').selectAll().where('id', '=', id).where('state', '<>', 'receiving').executeTakeFirst()
    return row ? fileOf(row) : null
  },
  async counts(file: string): Promise<FaultCount[]> {
    const { rows } = await sql<FaultCount>`select code, cell, count(*)::int as count,
      array(select line from result_faults as first where first.file = ${file} and first.code = fault.code and first.cell = fault.cell
        order by line limit ${sql.lit(SAMPLES)}) as lines
      from result_faults as fault where file = ${file} group by code, cell order by count(*) desc, code, cell`.execute(db)
    return rows
  },
  async faults(file: string, after: LineFault | null, limit: number): Promise<LineFault[]> {
    const page = db.selectFrom('result_faults').select(['line', 'code', 'cell']).where('file', '=', file)
      .orderBy('line').orderBy('code').orderBy('cell').limit(limit)
    return (after ? page.where(sql<boolean>`(line, code, cell) > (${after.line}::int, ${after.code}, ${after.cell})`) : page).execute()
  },
})
