// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState, useSyncExternalStore } from 'react'
import { nameOf, sayEvents, sayGesture } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import type { Text } from '#domain/text.ts'
import type { Session } from '../../engine/session.ts'
import type { EvidenceQueue, QueueState } from '../../service/evidence-queue.ts'
import { soundOf } from '../../xr/sound/in-words.ts'

/** The world as it is now; the component draws again after each gesture, whatever input it came from. */
export const useProgress = (session: Session): Progress => useSyncExternalStore(session.subscribe, session.progress)

/** What one gesture did, in words; `sounds`: what is heard of it, by name. */
export type Happening = { id: number; at: number; gesture: Text; events: { name: string; text: Text }[]; sounds: string[] }

/** What happened since this page holds the attempt, the latest last. */
export function useHappenings(session: Session): Happening[] {
  const [happenings, setHappenings] = useState<Happening[]>([])
  useEffect(() => session.subscribe(({ action, progress, events }) => {
    const texts = sayEvents(session.scenario, progress)
    const named = texts.map((text, index) => ({ name: events[index]?.name ?? '', text }))
    const gesture = sayGesture(session.scenario, progress.setup, action)
    const sounds = [...new Set(events.flatMap((event) => soundOf(event, progress.world) ?? []))]
    setHappenings((before) => [...before.slice(-49), { id: session.actions().length, at: action.at, gesture, events: named, sounds }])
  }), [session])
  return happenings
}

/** How the evidence is doing; null when it stays on this device. */
export function useQueueState(queue: EvidenceQueue | null): QueueState | null {
  return useSyncExternalStore(queue ? queue.subscribe : never, queue ? queue.state : nothing)
}

const never = () => () => undefined
const nothing = () => null

/** Simulation time, once a second. It stands still while the page is hidden. */
export function useElapsed(session: Session): number {
  const [elapsed, setElapsed] = useState(session.elapsed())
  useEffect(() => {
    const timer = setInterval(() => setElapsed(session.elapsed()), 1000)
    return () => clearInterval(timer)
  }, [session])
  return elapsed
}

/** Nobody acts in a page that is not looked at: simulation time waits. */
export function usePauseWhenHidden(session: Session): void {
  useEffect(() => {
    const look = () => (document.hidden ? session.pause() : session.resume())
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [session])
}

/** How a terminal is called beside its own block (« L1 », not « le bornier X3, L1 »); one of another piece, in full. */
export function pointName({ setup }: Progress, target: string, beside?: string): Text {
  const [id = '', part = ''] = target.split('.')
  if (part === '' || (beside !== undefined && id !== beside)) return nameOf(setup, target)
  return setup.equipment[id]?.terminalNames?.[part] ?? { fr: part.toUpperCase(), en: part.toUpperCase() }
}
