// SPDX-License-Identifier: EUPL-1.2
/** Where one last chose to stand, and facing where (radians about y, 0: −z). What stands beside one is put there. */
export type Stance = { x: number; z: number; turn: number }

let stance: Stance | null = null
const listeners = new Set<() => void>()

/** Says where one now stands; null: where the scene begins. */
export function stand(at: Stance | null): void {
  stance = at
  listeners.forEach((tell) => tell())
}

export const stanceNow = (): Stance | null => stance

export function onStance(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}
