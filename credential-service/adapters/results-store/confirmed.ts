// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import { lineOfText } from '#domain/credential/diploma/index.ts'
import type { ConfirmedLine, ConfirmedStretch, LinePlace } from '../../use-cases/results/ports.ts'
import { lineName, type ResultsKeys } from './keys.ts'
import type { ResultsDb } from './tables.ts'

type ConfirmedFile = { id: string; position: number }
type SealedLine = { line: number; match: string; digest: Digest; sealed: string }

/**
 * A stretch of what counts, of one file, between two numbers of lines: however the database plans it and whatever it
 * believes of its tables, it reads these lines alone. One statement that also looks for newer lines was planned, at a
 * million lines, to sort all of them for each page.
 */
export const readConfirmed = (db: ResultsDb, keys: ResultsKeys) => async (results: string, after: LinePlace | null, span: number): Promise<ConfirmedStretch> => {
  const files = await confirmedFiles(db, results)
  const next = await nextLine(db, files, after)
  if (!next) return { lines: [], upTo: null }
  const { file, line: first } = next
  const rows = await db.selectFrom('result_lines').select(['line', 'match', 'digest', 'sealed'])
    .where('file', '=', file.id).where('line', '>=', first).where('line', '<', first + span).orderBy('line').execute()
  const newer = await matchesIn(db, files.filter(({ position }) => position > file.position), rows)
  const open = opener(keys, file)
  return { lines: rows.filter(({ match }) => !newer.has(match)).map(open), upTo: { position: file.position, line: first + span - 1 } }
}

const confirmedFiles = (db: ResultsDb, results: string): Promise<ConfirmedFile[]> =>
  db.selectFrom('result_files').select(['id', 'position']).where('results', '=', results).where('state', '=', 'confirmed')
    .orderBy('position').$narrowType<{ position: number }>().execute()

/** The first line after this place, in the first file that has one. */
async function nextLine(db: ResultsDb, files: ConfirmedFile[], after: LinePlace | null): Promise<{ file: ConfirmedFile; line: number } | null> {
  const { position = 0, line = 0 } = after ?? {}
  for (const file of files.filter((one) => one.position >= position)) {
    const found = await db.selectFrom('result_lines').select('line').where('file', '=', file.id)
      .where('line', '>', file.position === position ? line : -1).orderBy('line').limit(1).executeTakeFirst()
    if (found) return { file, line: found.line }
  }
  return null
}

/** Which of these lines speak of a person of whom one of these files speaks too; mostly nothing came later. */
async function matchesIn(db: ResultsDb, files: ConfirmedFile[], lines: SealedLine[]): Promise<Set<string>> {
  if (files.length === 0) return new Set()
  const { rows } = await sql<{ match: string }>`select match from result_lines
    where match = any(${lines.map(({ match }) => match)}::text[]) and file = any(${files.map(({ id }) => id)}::text[])`.execute(db)
  return new Set(rows.map(({ match }) => match))
}

function opener(keys: ResultsKeys, { id, position }: ConfirmedFile): (row: SealedLine) => ConfirmedLine {
  const seal = keys.sealOf(id)
  return ({ line, digest, sealed }) => {
    const key = lineName(id, line)
    return { key, position, line, digest, result: lineOfText(Buffer.from(seal.open(key, sealed)).toString('utf8')) }
  }
}
