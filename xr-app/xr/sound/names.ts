// SPDX-License-Identifier: EUPL-1.2
import type { Voice } from './voice.ts'

const names = new WeakMap<Voice, string>()

/** Says what each voice is called: its caption is `sound.<name>` in the scene's texts. A file of voices ends with it. */
export function nameVoices(voices: Readonly<Record<string, Voice>>): void {
  for (const [name, voice] of Object.entries(voices)) names.set(voice, name)
}

/** The name of a voice made on demand. */
export function named(name: string, voice: Voice): Voice {
  names.set(voice, name)
  return voice
}

export const nameOfVoice = (voice: Voice): string | undefined => names.get(voice)
