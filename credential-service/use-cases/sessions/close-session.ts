// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import type { Actor, Clock } from '../evidence/ports.ts'
import { asItStands } from './end.ts'
import type { Session, SessionStore } from './ports.ts'

type Needs = { sessions: SessionStore; clock: Clock }

/**
 * Closes one's own session: no attempt can begin in it any more, and what was done in it must come within a quarter of
 * an hour; an attempt that is wholly received may be finished at any time.
 * Closing twice changes nothing. Refuses ERR_SESSION_UNKNOWN (also for a colleague's session).
 */
export const closeSession = ({ sessions, clock }: Needs) => async (actor: Actor, id: string): Promise<Session> => {
  const session = await sessions.byId(id)
  if (!session || session.teacher !== actor.id) throw new ServiceError('ERR_SESSION_UNKNOWN')
  const closedAt = clock.now()
  const now = asItStands(session, closedAt)
  if (now.closedAt) return now
  await sessions.close(id, closedAt)
  return { ...session, closedAt }
}
