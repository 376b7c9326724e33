// SPDX-License-Identifier: EUPL-1.2
import { earlierAttempts } from '../assessment/earlier-attempts.ts'
import { finishAttempt } from '../assessment/finish-attempt.ts'
import { readDebrief } from '../assessment/read-debrief.ts'
import { closeSession } from '../sessions/close-session.ts'
import { listSessions } from '../sessions/list-sessions.ts'
import { openSession } from '../sessions/open-session.ts'
import type { SessionStore } from '../sessions/ports.ts'
import { decide } from '../validation/decide.ts'
import { listToValidate } from '../validation/list-to-validate.ts'
import { myAttempts } from './my-attempts.ts'
import type { Chance, Clock, EvidenceStore, ScenarioLibrary } from './ports.ts'
import { receiveChunk } from './receive-chunk.ts'
import { startAttempt } from './start-attempt.ts'

type Needs = {
  evidence: EvidenceStore
  sessions: SessionStore
  scenarios: ScenarioLibrary
  chance: Chance
  clock: Clock
}

/** Everything the routes ask about attempts, teachers' sessions and decisions. */
export const evidenceUseCases = (needs: Needs) => ({
  startAttempt: startAttempt(needs),
  receiveChunk: receiveChunk(needs),
  finishAttempt: finishAttempt(needs),
  readDebrief: readDebrief(needs),
  earlierAttempts: earlierAttempts(needs),
  myAttempts: myAttempts(needs),
  openSession: openSession(needs),
  closeSession: closeSession(needs),
  listSessions: listSessions(needs),
  listToValidate: listToValidate(needs),
  decide: decide(needs),
})

export type EvidenceUseCases = ReturnType<typeof evidenceUseCases>
