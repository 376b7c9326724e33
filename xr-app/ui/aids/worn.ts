// SPDX-License-Identifier: EUPL-1.2
// Whether a headset shows the workshop now (or a camera, in augmented reality): the page around must not take it away.
import { useSyncExternalStore } from 'react'

let worn = false
const listeners = new Set<() => void>()

export function setWorn(now: boolean): void {
  if (worn === now) return
  worn = now
  listeners.forEach((tell) => tell())
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export const useWorn = (): boolean => useSyncExternalStore(subscribe, () => worn)
