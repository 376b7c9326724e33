// SPDX-License-Identifier: EUPL-1.2
import type { Session } from './ports.ts'

const minutes = 60_000
/** A session that nobody closed ends by itself: no teacher watches for longer. */
const longestSession = 12 * 60 * minutes
/** What was done before the end may still be on its way. */
const grace = 15 * minutes

type Time = Pick<Session, 'openedAt' | 'closedAt'>

/** When a session ends: when its teacher closes it, twelve hours after it was opened at the latest. */
export const endOf = ({ openedAt, closedAt }: Time): Date =>
  new Date(Math.min(closedAt?.getTime() ?? Number.POSITIVE_INFINITY, openedAt.getTime() + longestSession))

/** Whether a session has ended: nothing can begin in it any more. */
export const hasEnded = (session: Time, now: Date): boolean => session.closedAt !== null || now >= endOf(session)

/** Whether evidence made in a session comes too late to be called supervised. */
export const isTooLate = (session: Time, now: Date): boolean => now.getTime() > endOf(session).getTime() + grace

/** A session as it stands now: closed once it has ended, whether or not anybody closed it. */
export const asItStands = (session: Session, now: Date): Session =>
  (hasEnded(session, now) ? { ...session, closedAt: endOf(session) } : session)
