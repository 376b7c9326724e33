// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react'
import { hurtBy } from '#domain/scenario/play.ts'
import type { Session } from '../../engine/session.ts'

const reasons = ['arc', 'shock', 'accident', 'eye-hit'] as const
/** What has just hurt. `over`: it ended the assessment; in a practice one goes on from just before. `goOn`: one has read it. */
export type Hurt = { how: (typeof reasons)[number]; over: boolean; goOn: () => void }

// Up to which gesture one has read it: wherever that was, on the page or on the slate in a headset.
const read = new WeakMap<Session, number>()
const listeners = new Set<() => void>()

/**
 * What has just hurt, until one has read it; null otherwise. In a practice the world has gone back already; an
 * assessment has ended there.
 */
export function useHurt(session: Session): Hurt | null {
  const gestures = useSyncExternalStore(session.subscribe, () => session.actions().length)
  const upTo = useSyncExternalStore(subscribe, () => read.get(session))
  if (session.replaying || upTo === gestures) return null
  const name = session.over ?? (session.mode === 'practice' ? hurtBy(session.progress().events) : undefined)
  if (name === undefined) return null
  return { how: reasons.find((one) => one === name) ?? 'accident', over: session.over !== null, goOn: () => haveRead(session, gestures) }
}

function haveRead(session: Session, gestures: number): void {
  read.set(session, gestures)
  listeners.forEach((tell) => tell())
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}
