// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import { ownFile } from './own.ts'
import type { Officer, ResultsFile, ResultsNeeds } from './ports.ts'

/** Erases what a checked file says; only its counts are kept. A confirmed file stays. */
export const discardFile = (needs: ResultsNeeds) =>
  async (officer: Officer, id: string): Promise<ResultsFile> => {
    const { file } = await ownFile(needs, officer, id)
    if (!(await needs.store.discard(id))) throw new ServiceError('ERR_RESULTS_FILE_DECIDED', { state: file.state })
    return { ...file, state: 'discarded' }
  }
