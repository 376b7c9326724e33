// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react'
import { hurtBy } from '#domain/scenario/play.ts'
import type { Session } from '../../engine/session.ts'

const reasons = ['arc', 'shock', 'accident', 'eye-hit'] as const
/** Practice: what has just hurt, and how one goes on from just before it. */
export type Hurt = { how: (typeof reasons)[number]; goOn: () => void }

// Up to which gesture one has read it: wherever that was, on the page or on the slate in a headset.
const read = new WeakMap<Session, number>()
const listeners = new Set<() => void>()

/** What has just hurt in a practice, until one has chosen to go on; null otherwise. The world has gone back already. */
export function useHurt(session: Session): Hurt | null {
  const gestures = useSyncExternalStore(session.subscribe, () => session.actions().length)
  const upTo = useSyncExternalStore(subscribe, () => read.get(session))
  const name = session.mode === 'practice' && !session.replaying ? hurtBy(session.progress().events) : undefined
  if (name === undefined || upTo === gestures) return null
  return { how: reasons.find((one) => one === name) ?? 'accident', goOn: () => haveRead(session, gestures) }
}

function haveRead(session: Session, gestures: number): void {
  read.set(session, gestures)
  listeners.forEach((tell) => tell())
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}
