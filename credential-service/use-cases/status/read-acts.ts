// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import type { Act, DiplomaSearch, GovernedCredential, Officer, StatusNeeds, WaitingAct } from './ports.ts'

/** A credential of one's own schools, where it stands and its whole history. Refuses ERR_CREDENTIAL_UNKNOWN. */
export const findCredential = ({ acts }: StatusNeeds) =>
  async (officer: Officer, id: string): Promise<{ credential: GovernedCredential; history: Act[] }> => {
    const credential = await acts.find(officer, id)
    if (!credential) throw new ServiceError('ERR_CREDENTIAL_UNKNOWN', { credential: id })
    return { credential, history: await acts.historyOf(credential.recordKey) }
  }

/** What waits for a second person in one's own schools. */
export const listWaitingActs = ({ acts }: StatusNeeds) => (officer: Officer): Promise<WaitingAct[]> => acts.waiting(officer)

/** Diplomas by what an officer has in hand: none found is an empty list. */
export const searchDiplomas = ({ acts }: StatusNeeds) =>
  (officer: Officer, wanted: DiplomaSearch): Promise<GovernedCredential[]> => acts.search(officer, wanted)
