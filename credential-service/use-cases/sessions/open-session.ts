// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '#domain/errors.ts'
import { ServiceError } from '../errors.ts'
import type { Actor, Chance, Clock, ScenarioLibrary } from '../evidence/ports.ts'
import type { Session, SessionStore } from './ports.ts'

type Needs = { sessions: SessionStore; scenarios: ScenarioLibrary; chance: Chance; clock: Clock }

const codesToTry = 20

/** Opens a session for a scenario, with a code no other open session has. Refuses ERR_UNKNOWN_SCENARIO. */
export const openSession = ({ sessions, scenarios, chance, clock }: Needs) =>
  async (actor: Actor, scenario: string): Promise<Session> => {
    if (!(await scenarios.current(scenario))) throw new DomainError('ERR_UNKNOWN_SCENARIO', { scenario })
    if (actor.school === null) throw new ServiceError('ERR_NOT_ALLOWED')
    const session = { scenario, school: actor.school, teacher: actor.id, openedAt: clock.now(), closedAt: null }
    for (let tries = 0; tries < codesToTry; tries++) {
      const named: Session = { ...session, id: chance.id(), code: chance.sessionCode() }
      if (await sessions.open(named)) return named
    }
    throw new ServiceError('ERR_NOT_READY')
  }
