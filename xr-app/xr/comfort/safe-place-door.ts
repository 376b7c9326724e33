// SPDX-License-Identifier: EUPL-1.2
// Whether one is in the safe place: asked for by a key of the slate or a long press of a button, wherever one is.
let inside = false
const listeners = new Set<() => void>()

export const inSafePlace = (): boolean => inside

export function goToSafePlace(go: boolean): void {
  if (inside === go) return
  inside = go
  listeners.forEach((tell) => tell())
}

export function onSafePlace(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}
