// SPDX-License-Identifier: EUPL-1.2
import { HELD_MS } from '#app/ui/aids/long-press.ts'
import { settings } from '#app/ui/settings/store.ts'
import { handDown, handMeans, type FromHand } from './one-hand.ts'

const downs = new Map<number, number>()

const resting = new Set<string>()

/** While a hand is in the middle of a gesture of its own (an iron on a joint), what a ray or another finger meets is not pressed. */
export function restPresses(who: string, rest: boolean): void {
  if (rest) resting.add(who)
  else resting.delete(who)
}
export const pressesRest = (): boolean => resting.size > 0

type Press = FromHand & { pointerId?: number; nativeEvent?: unknown }

/** Remembers when a pointer went down. */
export function pressDown(press: Press): void {
  downs.set(press.pointerId ?? 0, performance.now())
  handDown(press)
}

/** Whether a click counts: always, or when it was held. What rested long enough already was. */
export function pressCounts(press: Press): boolean {
  const { pointerId = 0, pointerType = '', nativeEvent } = press
  if (!handMeans(press)) return false
  if (pressesRest()) return false
  if (!settings().longPress || pointerType === 'gaze') return true
  // The flat screen's own resting pointer makes events that no hand made.
  if (nativeEvent instanceof Event && !nativeEvent.isTrusted) return true
  return performance.now() - (downs.get(pointerId) ?? Number.POSITIVE_INFINITY) >= HELD_MS
}
