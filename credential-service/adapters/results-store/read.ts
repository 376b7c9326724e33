// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import { lineOfText } from '#domain/credential/diploma/index.ts'
import type { ConfirmedLine, FaultCount, LineFault, LinePlace, ResultsFile, SessionLine } from '../../use-cases/results/ports.ts'
import { lineName, type ResultsKeys } from './keys.ts'
import { fileOf, sessionOf, type ResultsDb } from './tables.ts'

const SAMPLES = 5

/** What is there to look at: sessions, files, what is wrong in a file, and the lines that count. */
export const reading = (db: ResultsDb, keys: ResultsKeys) => ({
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
  // File by file along the key of its lines: a page costs the same wherever it begins.
  async confirmedLines(results: string, after: LinePlace | null, limit: number): Promise<ConfirmedLine[]> {
    const { position = 0, line = 0 } = after ?? {}
    const { rows } = await sql<{ file: string; position: number; line: number; digest: Digest; sealed: string }>`
      select source.id as file, source.position, line.line, line.digest, line.sealed
      from result_files as source cross join lateral (
        select line.line, line.digest, line.sealed from result_lines as line
        where line.file = source.id and line.line > case when source.position > ${position}::int then -1 else ${line}::int end
          and not exists (select 1 from result_lines as newer join result_files as later on later.id = newer.file
            where newer.match = line.match and later.results = ${results} and later.state = 'confirmed' and later.position > source.position)
        order by line.line limit ${sql.lit(limit)}) as line
      where source.results = ${results} and source.state = 'confirmed' and source.position >= ${position}::int
      order by source.position, line.line limit ${sql.lit(limit)}`.execute(db)
    return rows.map(({ file, sealed, ...row }) => ({
      ...row, key: lineName(file, row.line),
      result: lineOfText(Buffer.from(keys.sealOf(file).open(lineName(file, row.line), sealed)).toString('utf8')),
    }))
  },
})
