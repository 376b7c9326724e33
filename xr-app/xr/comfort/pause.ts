// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useSyncExternalStore } from 'react'
import { useXR } from '@react-three/xr'
import { useSettings } from '#app/ui/settings/store.ts'

const LOOK_MS = 5_000

/** Whether a pause is to be proposed, after so long in the headset without one. Pure: every time comes in. */
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

/** Counts the time in the headset, for as long as a view is on. Proposes a pause, never imposes one. */
export function useKeepPauses(): void {
  const { pauseEvery } = useSettings()
  const inHeadset = useXR((s) => Boolean(s.session))
  useEffect(pauseLater, [inHeadset])
  useEffect(() => {
    if (!inHeadset) return
    const look = () => tell(isPauseDue(performance.now(), since, pauseEvery))
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [inHeadset, pauseEvery])
}
