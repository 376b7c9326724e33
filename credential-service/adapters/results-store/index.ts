// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import type { ResultsSession, ResultsStore } from '../../use-cases/results/ports.ts'
import { readConfirmed } from './confirmed.ts'
import { deciding } from './decide.ts'
import { finish } from './finish.ts'
import type { ResultsKeys } from './keys.ts'
import { reading } from './read.ts'
import { receiving } from './receive.ts'
import { sessionOf, type ResultsDb } from './tables.ts'

export { resultsKeys, type ResultsKeys } from './keys.ts'
export type { ResultsDb, ResultsTables } from './tables.ts'

/** Results of juries in the database; what the lines say is sealed. */
export const tableResults = (db: ResultsDb, keys: ResultsKeys): ResultsStore => ({
  openSession: (session) => openSession(db, keys, session),
  finish: (file, end) => finish(db, file, end),
  ...receiving(db, keys),
  ...deciding(db, keys),
  ...reading(db),
  confirmedLines: readConfirmed(db, keys),
})

async function openSession(db: ResultsDb, keys: ResultsKeys, { id, session, academy, openedBy, openedAt }: ResultsSession): Promise<ResultsSession> {
  await db.insertInto('result_sessions').values({
    id, session, academy, opened_by: openedBy, opened_at: openedAt, salt_sealed: keys.sessionSeal.close(id, randomBytes(32)),
  }).onConflict((there) => there.columns(['session', 'academy']).doNothing()).execute()
  const row = await db.selectFrom('result_sessions').selectAll()
    .where('session', '=', session).where('academy', '=', academy).executeTakeFirstOrThrow()
  return sessionOf(row)
}
