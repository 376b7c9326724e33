// SPDX-License-Identifier: EUPL-1.2
import * as voices from './voice.ts'
import type { Voice } from './voice.ts'

/** What each sound is called: its caption is `sound.<name>` in the scene's texts. A sound without a name cannot be played. */
const names = new Map<Voice, string>(Object.entries(voices).map(([name, voice]) => [voice, name]))

/** A sound that was made, for whoever reads it: heard or not, loud or not. */
export type Heard = { name: string; at: readonly [number, number, number] }

const listeners = new Set<(heard: Heard) => void>()

/** Tells of each sound from now on; answers how to stop. */
export function onHeard(tell: (heard: Heard) => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export function announce(sound: Voice | string, at: readonly [number, number, number]): void {
  const name = typeof sound === 'string' ? sound : names.get(sound)
  if (name !== undefined) listeners.forEach((tell) => tell({ name, at }))
}
