// SPDX-License-Identifier: EUPL-1.2
import { confirmFile } from './confirm-file.ts'
import { discardFile } from './discard-file.ts'
import { openResults } from './open-results.ts'
import type { ResultsNeeds } from './ports.ts'
import { everyFault, listAcademies, listFaults, listResults, readReport, readResults } from './read-report.ts'
import { uploadFile } from './upload-file.ts'

export type ResultsUseCases = ReturnType<typeof resultsUseCases>

/** Everything that is done with the results of juries before a jury deliberates. */
export const resultsUseCases = (needs: ResultsNeeds) => ({
  openResults: openResults(needs),
  listAcademies: listAcademies(needs),
  listResults: listResults(needs),
  readResults: readResults(needs),
  uploadFile: uploadFile(needs),
  readReport: readReport(needs),
  listFaults: listFaults(needs),
  everyFault: everyFault(needs),
  confirmFile: confirmFile(needs),
  discardFile: discardFile(needs),
  registers: needs.registers,
})
