// SPDX-License-Identifier: EUPL-1.2
import { HELD_MS } from '#app/ui/aids/long-press.ts'
import { settings } from '#app/ui/settings/store.ts'

const downs = new Map<number, number>()

type Press = { pointerId?: number; pointerType?: string; nativeEvent?: unknown }

/** Remembers when a pointer went down. */
export const pressDown = ({ pointerId = 0 }: Press): void => void downs.set(pointerId, performance.now())

/** Whether a click counts: always, or when it was held. What rested long enough already was. */
export function pressCounts({ pointerId = 0, pointerType = '', nativeEvent }: Press): boolean {
  if (!settings().longPress || pointerType === 'gaze') return true
  // The flat screen's own resting pointer makes events that no hand made.
  if (nativeEvent instanceof Event && !nativeEvent.isTrusted) return true
  return performance.now() - (downs.get(pointerId) ?? Number.POSITIVE_INFINITY) >= HELD_MS
}
