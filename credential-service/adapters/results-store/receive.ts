// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import { ServiceError } from '../../use-cases/errors.ts'
import type { LineFault, NewFile, SoundLine } from '../../use-cases/results/ports.ts'
import { lineName, type ResultsKeys } from './keys.ts'
import type { ResultsDb } from './tables.ts'

/** A file while it is being received: its lines come in batches, each kept at once; nobody sees it before its end. */
export const receiving = (db: ResultsDb, keys: ResultsKeys) => ({
  async begin({ id, results, name, kind, format, by, at }: NewFile): Promise<void> {
    await db.insertInto('result_files').values({
      id, results, name, kind, format, state: 'receiving', uploaded_by: by, uploaded_at: at, heard_at: at,
      encoding: null, separator: null, bytes: 0, lines: 0, empty_lines: 0, sound: 0, admitted: 0, faulty: 0,
      digest: null, confirmed_by: null, confirmed_at: null, position: null, results_digest: null,
    }).execute()
  },
  async keep(file: string, sound: SoundLine[], faults: LineFault[], at: Date): Promise<void> {
    await db.transaction().execute(async (change) => {
      // First of all: nobody takes the file away while its row is held.
      await hear(change, file, at)
      await keepLines(change, keys, file, sound)
      await keepFaults(change, file, faults)
    })
  },
  heard: (file: string, at: Date) => hear(db, file, at),
  async abandon(file: string): Promise<void> {
    await erase(db, file)
  },
  async forgetUnfinished(since: Date): Promise<number> {
    const left = await db.selectFrom('result_files').select('id')
      .where('state', '=', 'receiving').where('heard_at', '<', since).execute()
    let erased = 0
    for (const { id } of left) if (await erase(db, id, since)) erased++
    return erased
  },
})

/** What is said when the row of a file that was being received is gone. */
export const takenAway = (file: string) => new ServiceError('ERR_RESULTS_FILE_TAKEN_AWAY', { file })

async function hear(db: ResultsDb, file: string, at: Date): Promise<void> {
  await db.updateTable('result_files').set({ heard_at: at }).where('id', '=', file).returning('id').executeTakeFirstOrThrow(() => takenAway(file))
}

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

/** Nothing of a file that is still being received is left; any other stays whole. `since`: unless it was heard of later. */
async function erase(db: ResultsDb, file: string, since?: Date): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const row = await change.selectFrom('result_files').select(['state', 'heard_at']).where('id', '=', file).forUpdate().executeTakeFirst()
    if (row?.state !== 'receiving' || (since && row.heard_at >= since)) return false
    await change.deleteFrom('result_lines').where('file', '=', file).execute()
    await change.deleteFrom('result_faults').where('file', '=', file).execute()
    await change.deleteFrom('result_files').where('id', '=', file).execute()
    return true
  })
}
