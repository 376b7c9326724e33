// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { LineFault, NewFile, SoundLine } from '../../use-cases/results/ports.ts'
import { lineName, type ResultsKeys } from './keys.ts'
import type { ResultsDb } from './tables.ts'

/** A file while it is being received: its lines come in batches, each kept at once; nobody sees it before its end. */
export const receiving = (db: ResultsDb, keys: ResultsKeys) => ({
  async begin({ id, results, kind, format, by, at }: NewFile): Promise<void> {
    await db.insertInto('result_files').values({
      id, results, kind, format, state: 'receiving', uploaded_by: by, uploaded_at: at, heard_at: at,
      encoding: null, separator: null, bytes: 0, lines: 0, empty_lines: 0, sound: 0, admitted: 0, faulty: 0,
      digest: null, confirmed_by: null, confirmed_at: null, position: null, results_digest: null,
    }).execute()
  },
  async keep(file: string, sound: SoundLine[], faults: LineFault[], at: Date): Promise<void> {
    await keepLines(db, keys, file, sound)
    await keepFaults(db, file, faults)
    await db.updateTable('result_files').set({ heard_at: at }).where('id', '=', file).execute()
  },
  abandon: (file: string) => erase(db, file),
  async forgetUnfinished(since: Date): Promise<number> {
    const left = await db.selectFrom('result_files').select('id')
      .where('state', '=', 'receiving').where('heard_at', '<', since).execute()
    for (const { id } of left) await erase(db, id)
    return left.length
  },
})

// One array a column: a thousand lines are one statement with seven values, not seven thousand.
async function keepLines(db: ResultsDb, keys: ResultsKeys, file: string, lines: SoundLine[]): Promise<void> {
  if (lines.length === 0) return
  const seal = keys.sealOf(file)
  const of = <Value>(pick: (line: SoundLine) => Value) => lines.map(pick)
  await sql`insert into result_lines (file, line, match, decision, sealed, digest) select ${file}, * from unnest(
    ${of(({ line }) => line)}::int[], ${of(({ kept }) => keys.matchOf(kept.candidate, kept.diploma, kept.session))}::text[],
    ${of(({ kept }) => kept.decision)}::text[], ${of(({ line, text }) => seal.close(lineName(file, line), Buffer.from(text)))}::text[],
    ${of(({ digest }) => digest)}::text[])`.execute(db)
}

async function keepFaults(db: ResultsDb, file: string, faults: LineFault[]): Promise<void> {
  if (faults.length === 0) return
  await sql`insert into result_faults (file, line, code, cell) select ${file}, * from unnest(
    ${faults.map(({ line }) => line)}::int[], ${faults.map(({ code }) => code)}::text[], ${faults.map(({ cell }) => cell)}::text[])
    on conflict do nothing`.execute(db)
}

async function erase(db: ResultsDb, file: string): Promise<void> {
  await db.transaction().execute(async (change) => {
    await change.deleteFrom('result_lines').where('file', '=', file).execute()
    await change.deleteFrom('result_faults').where('file', '=', file).execute()
    await change.deleteFrom('result_files').where('id', '=', file).where('state', '=', 'receiving').execute()
  })
}
