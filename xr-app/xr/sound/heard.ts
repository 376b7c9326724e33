// SPDX-License-Identifier: EUPL-1.2
import { nameOfVoice } from './names.ts'
import type { Voice } from './voice.ts'

/** A sound that was made, for whoever reads it: heard or not, loud or not. Its caption is `sound.<name>`. */
export type Heard = { name: string; at: readonly [number, number, number] }

const listeners = new Set<(heard: Heard) => void>()

/** Tells of each sound from now on; answers how to stop. */
export function onHeard(tell: (heard: Heard) => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export function announce(sound: Voice | string, at: readonly [number, number, number]): void {
  const name = typeof sound === 'string' ? sound : nameOfVoice(sound)
  if (name !== undefined) listeners.forEach((tell) => tell({ name, at }))
}
