// SPDX-License-Identifier: EUPL-1.2
// How long one has worked without a pause, wherever one works: in a headset, on a screen, in words. A pause is proposed,
// never imposed.
import { useEffect, useSyncExternalStore } from 'react'
import { useSettings } from '../settings/store.ts'

const LOOK_MS = 5_000

/** Whether a pause is to be proposed, after so long without one. Pure: every time comes in. */
export const isPauseDue = (now: number, since: number, everyMinutes: number): boolean =>
  everyMinutes > 0 && now - since >= everyMinutes * 60_000

let [since, due] = [0, false]
const listeners = new Set<() => void>()
const tell = (next: boolean) => {
  if (due === next) return
  due = next
  listeners.forEach((listener) => listener())
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Begins to count again: the pause was taken, or not now. */
export function pauseLater(): void {
  since = performance.now()
  tell(false)
}

export const usePauseDue = (): boolean => useSyncExternalStore(subscribe, () => due)

/** Away from the page for this long, one has had a pause. */
const AWAY_MS = 60_000

/** Counts for as long as a view is on. Coming into one, and coming back after a while, is a beginning. */
export function useKeepPauses(on = true): void {
  const { pauseEvery } = useSettings()
  useEffect(pauseLater, [on])
  useEffect(() => {
    if (!on) return
    const look = () => tell(isPauseDue(performance.now(), since, pauseEvery))
    let left = performance.now()
    const turn = () => {
      if (document.hidden) left = performance.now()
      else if (performance.now() - left > AWAY_MS) pauseLater()
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    document.addEventListener('visibilitychange', turn)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', turn)
    }
  }, [on, pauseEvery])
}
