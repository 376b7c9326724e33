// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import { academiesOf } from './own.ts'
import type { Officer, ResultsNeeds, ResultsSession } from './ports.ts'

/**
 * Opens the results of a session, or gives those already open: the officers of one academy share them.
 * Refuses an academy that is in no register, and one that is not the officer's.
 */
export const openResults = ({ store, registers, edge }: ResultsNeeds) =>
  async (officer: Officer, session: string, academy: string): Promise<ResultsSession> => {
    if (!registers.academies.has(academy)) throw new ServiceError('ERR_RESULTS_ACADEMY_UNKNOWN', { academy })
    if (!academiesOf({ registers }, officer).some(({ code }) => code === academy)) throw new ServiceError('ERR_RESULTS_ACADEMY_OTHER', { academy })
    return store.openSession({ id: edge.uuid(), session, academy, openedBy: officer.id, openedAt: edge.now() })
  }
