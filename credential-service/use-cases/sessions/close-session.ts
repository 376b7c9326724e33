// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import type { Actor, Clock } from '../evidence/ports.ts'
import type { Session, SessionStore } from './ports.ts'

type Needs = { sessions: SessionStore; clock: Clock }

/**
 * Closes one's own session: no attempt can begin in it any more; those already begun may finish.
 * Closing twice changes nothing. Refuses ERR_SESSION_UNKNOWN (also for a colleague's session).
 */
export const closeSession = ({ sessions, clock }: Needs) => async (actor: Actor, id: string): Promise<Session> => {
  const session = await sessions.byId(id)
  if (!session || session.teacher !== actor.id) throw new ServiceError('ERR_SESSION_UNKNOWN')
  if (session.closedAt) return session
  const closedAt = clock.now()
  await sessions.close(id, closedAt)
  return { ...session, closedAt }
}
