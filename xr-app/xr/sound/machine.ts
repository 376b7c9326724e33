// SPDX-License-Identifier: EUPL-1.2
// What a motor starter sounds like, made by hand.
import { nameVoices } from './names.ts'
import { burst, tone, type Voice } from './voice.ts'

/** A contactor drawn in: its armature strikes the core, and rings a little. */
export const clack: Voice = (context, out, at) => {
  burst(context, out, at, 2600, 1.2, 0.5, 0.02)
  burst(context, out, at + 0.014, 720, 1, 1.1, 0.08)
  tone(context, out, at + 0.014, 130, 0.35, 0.07, 'triangle')
  burst(context, out, at + 0.042, 1500, 2, 0.25, 0.04)
}
/** The same falling back: lighter, its springs do it. */
export const clackBack: Voice = (context, out, at) => {
  burst(context, out, at, 1900, 1.4, 0.4, 0.03)
  burst(context, out, at + 0.02, 560, 1, 0.55, 0.07)
}
/** A motor that gets to its speed. */
export const windUp: Voice = (context, out, at) => {
  burst(context, out, at, 160, 1, 0.7, 0.2)
  for (let i = 0; i < 7; i++) tone(context, out, at + i * 0.09, 48 + i * 21, 0.1 + i * 0.01, 0.14, 'triangle')
}
/** It runs down. */
export const windDown: Voice = (context, out, at) => {
  for (let i = 0; i < 9; i++) tone(context, out, at + i * 0.13, 180 - i * 17, 0.1 - i * 0.009, 0.18, 'triangle')
}
/** Two phases: twice the mains' frequency through the frame, and nothing turns. */
export const growl: Voice = (context, out, at) => {
  for (const [partial, gain] of [[50, 0.16], [100, 0.34], [200, 0.16], [300, 0.07]] as const) tone(context, out, at, partial, gain, 1.3, 'sawtooth')
}
/** A small fuse inside an instrument. */
export const pop: Voice = (context, out, at) => {
  burst(context, out, at, 3800, 0.8, 1, 0.05)
  burst(context, out, at + 0.01, 900, 0.7, 0.6, 0.12)
}

nameVoices({ clack, clackBack, windUp, windDown, growl, pop })
