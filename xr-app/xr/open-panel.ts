// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useSyncExternalStore } from 'react'

let open = 0
const listeners = new Set<() => void>()

const add = (by: 1 | -1): void => {
  open += by
  listeners.forEach((tell) => tell())
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** Says, while it is so, that a panel of gestures is open. */
export function useSayOpen(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    add(1)
    return () => add(-1)
  }, [isOpen])
}

/** Whether a panel of gestures is open: other boards give way to it, so that no key of one hides behind another's. */
export const usePanelOpen = (): boolean => useSyncExternalStore(subscribe, () => open > 0)
