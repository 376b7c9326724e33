// SPDX-License-Identifier: EUPL-1.2
import { field } from './field.ts'
import type { PersonalFields } from './field.ts'

const results = (purpose: string) => field(purpose, '5 years after the session (time to appeal and to issue late), or erased when the file is discarded')

/** What juries decided, before it becomes diplomas. */
export const ofResults: PersonalFields = {
  'result_sessions.opened_by': results('the officer who answers for the session'),
  'result_sessions.salt_sealed': results('without it the digest a jury signs says nothing of a short list'),
  'result_files.name': results('what the officer’s device calls the file, to tell it from another in the list'),
  'result_files.uploaded_by': results('the officer who imported the file'),
  'result_files.uploaded_at': results('when it was imported'),
  'result_files.confirmed_by': results('the officer who answers for the file'),
  'result_files.confirmed_at': results('when it was confirmed'),
  'result_lines.match': results('tells that two lines speak of one person; a keyed hash of the INE, the diploma and the session'),
  'result_lines.decision': results('what the jury decided'),
  'result_lines.sealed': results('names, birth, school, diploma and marks, sealed: what the diploma is made from'),
  'result_lines.digest': results('ties the line to what the jury signs'),
}
