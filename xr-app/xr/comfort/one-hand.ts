// SPDX-License-Identifier: EUPL-1.2
// A hand has a trigger and a grip. Whoever closes both on a lever means one thing, once.

/** What a pointer says of the hand it comes from. */
export type FromHand = { pointerType?: string; pointerState?: unknown }

type Hand = { downs: Map<string, number>; done: { by: string; at: number } | null }

const hands = new WeakMap<object, Hand>()
/** A grip that closes just after its trigger was let go belongs to the same gesture. */
const SAME_MS = 250

function handOf(state: unknown): Hand | null {
  const source = (state as { inputSource?: object } | undefined)?.inputSource
  if (!source) return null
  const hand = hands.get(source) ?? { downs: new Map(), done: null }
  hands.set(source, hand)
  return hand
}

/** A hand closes on something, by its trigger (its ray) or by its grip. */
export function handDown({ pointerType = '', pointerState }: FromHand): void {
  handOf(pointerState)?.downs.set(pointerType, performance.now())
}

/** Whether what a hand now lets go was not already done by its other way, while it held both. */
export function handMeans({ pointerType = '', pointerState }: FromHand): boolean {
  const hand = handOf(pointerState)
  if (!hand) return true
  const { done } = hand
  if (done && done.by !== pointerType && done.at > (hand.downs.get(pointerType) ?? 0) - SAME_MS) return false
  hand.done = { by: pointerType, at: performance.now() }
  return true
}
