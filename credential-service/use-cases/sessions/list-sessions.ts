// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '../evidence/ports.ts'
import type { Session, SessionStore } from './ports.ts'

/** A teacher's own sessions, newest first. */
export const listSessions = ({ sessions }: { sessions: SessionStore }) =>
  (actor: Actor): Promise<Session[]> => sessions.ofTeacher(actor.id)
