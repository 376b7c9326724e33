// SPDX-License-Identifier: EUPL-1.2
import { sql, type Transaction } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import { digestOfResults } from '#domain/credential/diploma/index.ts'
import type { Confirmation, Confirmed } from '../../use-cases/results/ports.ts'
import { confirmedMatches } from './finish.ts'
import type { ResultsKeys } from './keys.ts'
import type { ResultsDb, ResultsTables } from './tables.ts'

// Any number of our own: confirmations take turns, or two files could each confirm the same person.
const TURN = 7_316_002

/** What a person decides about a checked file. One row says it, so that it is wholly so or not at all. */
export const deciding = (db: ResultsDb, keys: ResultsKeys) => ({
  confirm: (confirmation: Confirmation): Promise<Confirmed> => db.transaction().execute(async (change) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(TURN)})`.execute(change)
    const file = await change.selectFrom('result_files').selectAll().where('id', '=', confirmation.file).forUpdate().executeTakeFirst()
    if (file?.state !== 'checked') return 'not-checked'
    if (await linesOf(change, file.id) !== file.sound) return 'lines-lost'
    const doubled = file.kind !== 'corrections'
      && (await sql`select 1 where exists (${confirmedMatches(file.id)})`.execute(change)).rows.length > 0
    if (doubled) return 'overtaken'
    const earlier = await confirmedFiles(change, file.results)
    await change.updateTable('result_files').set({
      state: 'confirmed', confirmed_by: confirmation.by, confirmed_at: confirmation.at, position: earlier.length + 1,
      results_digest: await statementDigest(change, keys, file.results, [...earlier, file]),
    }).where('id', '=', file.id).execute()
    return 'confirmed'
  }),
  discard: (file: string): Promise<boolean> => db.transaction().execute(async (change) => {
    const row = await change.updateTable('result_files').set({ state: 'discarded', name: null })
      .where('id', '=', file).where('state', '=', 'checked').returning('id').executeTakeFirst()
    if (!row) return false
    await change.deleteFrom('result_lines').where('file', '=', file).execute()
    await change.deleteFrom('result_faults').where('file', '=', file).execute()
    return true
  }),
})

async function linesOf(change: Transaction<ResultsTables>, file: string): Promise<number> {
  const { lines } = await change.selectFrom('result_lines').select(sql<number>`count(*)::int`.as('lines')).where('file', '=', file).executeTakeFirstOrThrow()
  return lines
}

type Counted = Pick<ResultsTables['result_files'], 'kind' | 'sound' | 'digest'>

const confirmedFiles = (change: Transaction<ResultsTables>, results: string): Promise<Counted[]> =>
  change.selectFrom('result_files').select(['kind', 'sound', 'digest'])
    .where('results', '=', results).where('state', '=', 'confirmed').orderBy('position').execute()

async function statementDigest(change: Transaction<ResultsTables>, keys: ResultsKeys, results: string, files: Counted[]): Promise<Digest> {
  const session = await change.selectFrom('result_sessions').selectAll().where('id', '=', results).executeTakeFirstOrThrow()
  return digestOfResults({
    session: session.session, academy: session.academy,
    salt: Buffer.from(keys.sessionSeal.open(session.id, session.salt_sealed)).toString('hex'),
    files: files.map(({ kind, sound, digest }) => ({ kind, lines: sound, digest: digest as Digest })),
  })
}
