// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import { ownFile } from './own.ts'
import type { Officer, ResultsFile, ResultsNeeds } from './ports.ts'

/** What the person saw and agrees to: the digest of the report's sound lines, and that faulty lines stay out. */
export type Agreement = { digest: string; leaveOutFaulty: boolean }

/**
 * Puts a checked file into the session's results, wholly or not at all; from then on it never changes.
 * Refuses a file that is no longer waiting, one without a sound line, one with faulty lines that nobody agreed to leave
 * out, one that another file has overtaken, and one whose lines are not all there any more.
 */
export const confirmFile = (needs: ResultsNeeds) =>
  async (officer: Officer, id: string, { digest, leaveOutFaulty }: Agreement): Promise<ResultsFile> => {
    const { store, edge } = needs
    const { file } = await ownFile(needs, officer, id)
    // The same answer to the same question: a confirmation whose answer was lost is asked again.
    if (file.state === 'confirmed' && file.digest === digest) return file
    if (file.state !== 'checked' || file.digest !== digest) throw new ServiceError('ERR_RESULTS_FILE_DECIDED', { state: file.state })
    if (file.sound === 0) throw new ServiceError('ERR_RESULTS_NOTHING_SOUND', { faulty: file.faulty })
    if (file.faulty > 0 && !leaveOutFaulty) throw new ServiceError('ERR_RESULTS_FAULTY_LINES', { faulty: file.faulty })
    const outcome = await store.confirm({ file: id, by: officer.id, at: edge.now() })
    if (outcome === 'overtaken') throw new ServiceError('ERR_RESULTS_OVERTAKEN')
    if (outcome === 'lines-lost') throw new ServiceError('ERR_RESULTS_LINES_LOST', { sound: file.sound })
    const after = await store.file(id)
    if (after?.state !== 'confirmed') throw new ServiceError('ERR_RESULTS_FILE_DECIDED', { state: after?.state ?? 'discarded' })
    return after
  }
