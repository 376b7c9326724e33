// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Clock } from '../evidence/ports.ts'
import { asItStands } from './end.ts'
import type { Session, SessionStore } from './ports.ts'

/** A teacher's own sessions, newest first. */
export const listSessions = ({ sessions, clock }: { sessions: SessionStore; clock: Clock }) =>
  async (actor: Actor): Promise<Session[]> => {
    const now = clock.now()
    return (await sessions.ofTeacher(actor.id)).map((session) => asItStands(session, now))
  }
