// SPDX-License-Identifier: EUPL-1.2
import { digestOf } from '#domain/canonical.ts'
import type { Digest } from '#domain/canonical.ts'
import { DomainError } from '#domain/errors.ts'
import type { Assurance, Mode, RecordingHead } from '#domain/evidence/recording.ts'
import { ServiceError } from '../errors.ts'
import { hasEnded } from '../sessions/end.ts'
import type { SessionStore } from '../sessions/ports.ts'
import type { Actor, Chance, Clock, EvidenceStore, ScenarioLibrary } from './ports.ts'

type Needs = { evidence: EvidenceStore; sessions: SessionStore; scenarios: ScenarioLibrary; chance: Chance; clock: Clock }
type Wish = { scenario: string; mode: Mode; sessionCode?: string }
type Started = { attempt: string; head: RecordingHead; headDigest: Digest }

/** A class can begin again after every fault; thousands of begun attempts only weigh on everybody. */
const mostOpen = 20
const aDay = 24 * 60 * 60_000

/**
 * Opens an attempt: the service chooses the nonce and the seed, and says what the attempt will be able to prove.
 * Refuses ERR_UNKNOWN_SCENARIO, ERR_SESSION_UNKNOWN (also for another school's code), ERR_SESSION_CLOSED and
 * ERR_TOO_MANY_ATTEMPTS (the person has left too many unfinished within a day).
 */
export const startAttempt = ({ evidence, sessions, scenarios, chance, clock }: Needs) =>
  async (actor: Actor, { scenario, mode, sessionCode }: Wish): Promise<Started> => {
    const playable = await scenarios.current(scenario)
    if (!playable) throw new DomainError('ERR_UNKNOWN_SCENARIO', { scenario })
    const now = clock.now()
    const session = sessionCode === undefined ? null : await openSession(sessions, actor, scenario, sessionCode, now)
    if (await evidence.openAttempts(actor.id, new Date(now.getTime() - aDay)) >= mostOpen) {
      throw new ServiceError('ERR_TOO_MANY_ATTEMPTS', { most: mostOpen })
    }
    const head: RecordingHead = {
      scenario: { id: scenario, digest: playable.digest },
      seed: chance.seed(),
      mode,
      assurance: assuranceOf(mode, session),
      nonce: chance.nonce(),
    }
    const attempt = chance.id()
    await evidence.create({
      id: attempt, person: actor.id, school: actor.school, session, head,
      status: 'open', startedAt: now, finishedAt: null,
    }, playable.text)
    return { attempt, head, headDigest: digestOf(head) }
  }

/** What each level proves and cannot prove: docs/assurance.md. */
function assuranceOf(mode: Mode, session: string | null): Assurance {
  if (mode !== 'assessed') return 'self'
  return session === null ? 'online' : 'supervised'
}

async function openSession(sessions: SessionStore, actor: Actor, scenario: string, code: string, now: Date): Promise<string> {
  const session = await sessions.byCode(code)
  // The same answer for a code that never was and for another school's: a code cannot be used to look around.
  if (!session || session.school !== actor.school || session.scenario !== scenario) {
    throw new ServiceError('ERR_SESSION_UNKNOWN')
  }
  if (hasEnded(session, now)) throw new ServiceError('ERR_SESSION_CLOSED')
  return session.id
}
