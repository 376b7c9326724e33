// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import { fileDigester, type FaultCode, type FileKind } from '#domain/credential/diploma/index.ts'
import type { Digest } from '#domain/canonical.ts'
import type { FileEnd, ResultsFile } from '../../use-cases/results/ports.ts'
import { takenAway } from './receive.ts'
import { fileOf, type ResultsDb } from './tables.ts'

const PAGE = 20_000
/** With so many new lines that it knows nothing of, the database would sort what is left of them for each page it gives. */
const MANY = 1_000

/**
 * The end of a file: lines that double another are taken out, the others digested and counted, and the file is shown.
 * What comes before the last statement changes nothing that anyone sees: a process that dies here leaves no file.
 */
export async function finish(db: ResultsDb, file: string, end: FileEnd): Promise<ResultsFile> {
  if (end.lines >= MANY) await sql`analyze result_lines`.execute(db)
  const { kind, results } = await db.selectFrom('result_files').select(['kind', 'results']).where('id', '=', file).executeTakeFirstOrThrow(() => takenAway(file))
  await takeOut(db, file, 'double-in-file', sql<{ line: number }>`select line from (
    select line, row_number() over (partition by match order by line) as nth from result_lines where file = ${file}) as numbered
    where nth > 1`)
  await takeOut(db, file, ...beside(kind, file, results))
  const digest = await digestOf(db, file)
  const row = await db.updateTable('result_files').set({
    state: 'checked', encoding: end.encoding, separator: end.separator, bytes: end.bytes, lines: end.lines, empty_lines: end.emptyLines,
    sound: sql`(select count(*) from result_lines where file = ${file})`,
    admitted: sql`(select count(*) from result_lines where file = ${file} and decision = 'admitted')`,
    faulty: sql`(select count(distinct line) from result_faults where file = ${file})`,
    digest,
  }).where('id', '=', file).returningAll().executeTakeFirstOrThrow(() => takenAway(file))
  return fileOf(row)
}

/** Lines of a file whose person already has a confirmed result, whatever file or officer it came through. */
export const confirmedMatches = (file: string) => sql<{ line: number }>`select line.line from result_lines as line
  join result_lines as earlier on earlier.match = line.match and earlier.file <> line.file
  join result_files as source on source.id = earlier.file and source.state = 'confirmed'
  where line.file = ${file}`

function beside(kind: FileKind, file: string, results: string): [FaultCode, ReturnType<typeof confirmedMatches>] {
  if (kind !== 'corrections') return ['double-earlier', confirmedMatches(file)]
  return ['nothing-to-correct', sql<{ line: number }>`select line.line from result_lines as line where line.file = ${file} and not exists (
    select 1 from result_lines as earlier join result_files as source on source.id = earlier.file
    where earlier.match = line.match and source.state = 'confirmed' and source.results = ${results})`]
}

// An array is made once: written as a join, the database looks for all lines again at each one of a file it does not know yet.
async function takeOut(db: ResultsDb, file: string, code: FaultCode, lines: ReturnType<typeof confirmedMatches>): Promise<void> {
  await sql`with out as (delete from result_lines where file = ${file} and line = any(array(${lines})) returning line)
    insert into result_faults (file, line, code, cell) select ${file}, line, ${code}, 'ine' from out`.execute(db)
}

async function digestOf(db: ResultsDb, file: string): Promise<Digest> {
  const digester = fileDigester()
  for (let after = 0; ;) {
    const page = await db.selectFrom('result_lines').select(['line', 'digest'])
      .where('file', '=', file).where('line', '>', after).orderBy('line').limit(PAGE).execute()
    for (const { line, digest } of page) digester.add(line, digest)
    if (page.length < PAGE) return digester.digest()
    after = page.at(-1)?.line ?? after
  }
}
