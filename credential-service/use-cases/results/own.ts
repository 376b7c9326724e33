// SPDX-License-Identifier: EUPL-1.2
import { isAcademy } from '#domain/credential/diploma/index.ts'
import { ServiceError } from '../errors.ts'
import type { Officer, ResultsFile, ResultsNeeds, ResultsSession, ResultsStore } from './ports.ts'

type Needs = Pick<ResultsNeeds, 'registers'> & { store: Pick<ResultsStore, 'session'> }
type FileNeeds = Needs & { store: Pick<ResultsStore, 'file'> }

/** The academies of the register that an officer works for: one, or none. */
export const academiesOf = ({ registers }: Pick<ResultsNeeds, 'registers'>, { academy }: Officer) =>
  [...registers.academies.values()].filter((one) => isAcademy(one, academy))

const isTheirs = (needs: Needs, officer: Officer, session: ResultsSession | null) =>
  session !== null && academiesOf(needs, officer).some(({ code }) => code === session.academy)

/** A session of this officer's academy, whoever opened it. One of another academy is as one that is not there. */
export async function ownSession(needs: Needs, officer: Officer, id: string): Promise<ResultsSession> {
  const session = await needs.store.session(id)
  if (!session || !isTheirs(needs, officer, session)) throw new ServiceError('ERR_RESULTS_SESSION_UNKNOWN', { session: id })
  return session
}

/** A file of a session of this officer's academy. */
export async function ownFile(needs: FileNeeds, officer: Officer, id: string): Promise<{ file: ResultsFile; session: ResultsSession }> {
  const file = await needs.store.file(id)
  const session = file && await needs.store.session(file.results)
  if (!file || !session || !isTheirs(needs, officer, session)) throw new ServiceError('ERR_RESULTS_FILE_UNKNOWN', { file: id })
  return { file, session }
}
