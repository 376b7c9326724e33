// SPDX-License-Identifier: EUPL-1.2
import { field } from './field.ts'
import type { PersonalFields } from './field.ts'

const evidence = (purpose: string) => field(purpose, 'end of the school year + 1 year (time to appeal)')

/** What a learner did, how it was judged, and what was decided. */
export const ofEvidence: PersonalFields = {
  'teaching_sessions.teacher': evidence('who opened the session and vouches for it'),
  'attempts.id': evidence('names the attempt'),
  'attempts.person': evidence('whose attempt it is'),
  'attempts.school': evidence('whose teachers may see it'),
  'attempts.session': evidence('the supervised session it was made in'),
  'attempts.nonce': evidence('makes the recording usable once'),
  'attempts.status': evidence('how far it is: open, assessed, validated, refused'),
  'attempts.acquired': evidence('the result in one word'),
  'attempts.started_at': evidence('when it began'),
  'attempts.finished_at': evidence('when it ended'),
  'chunks.attempt': evidence('which attempt it belongs to'),
  'chunks.actions': evidence('what was done, to be replayed and explained'),
  'chunks.received_at': evidence('dates what was done, so that it cannot be taken back'),
  'criterion_results.attempt': evidence('which attempt it judges'),
  'criterion_results.result': evidence('whether the criterion is met'),
  'criterion_results.eliminates': evidence('whether this result fails the attempt'),
  'criterion_results.detail': evidence('the reason, and the moment it speaks of'),
  'competence_results.attempt': evidence('which attempt it judges'),
  'competence_results.result': evidence('whether the competence is acquired'),
  'competence_results.detail': evidence('the criteria it rests on'),
  'decisions.attempt': evidence('which attempt was decided on'),
  'decisions.decision': evidence("the teacher's decision"),
  'decisions.reason': evidence('why it was refused, from a closed list'),
  'decisions.decided_at': evidence('when it was decided'),
  'decisions.decided_by': evidence('the teacher who answers for it'),
}
