// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import type { Officer, ResultsFile, ResultsSession, ResultsStore } from './ports.ts'

/** A session that this officer opened. One of somebody else is as one that is not there. */
export async function ownSession(store: ResultsStore, officer: Officer, id: string): Promise<ResultsSession> {
  const session = await store.session(id)
  if (session?.openedBy !== officer.id) throw new ServiceError('ERR_RESULTS_SESSION_UNKNOWN', { session: id })
  return session
}

/** A file of a session that this officer opened. */
export async function ownFile(store: ResultsStore, officer: Officer, id: string): Promise<{ file: ResultsFile; session: ResultsSession }> {
  const file = await store.file(id)
  const session = file && await store.session(file.results)
  if (!file || session?.openedBy !== officer.id) throw new ServiceError('ERR_RESULTS_FILE_UNKNOWN', { file: id })
  return { file, session }
}
