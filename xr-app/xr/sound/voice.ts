// SPDX-License-Identifier: EUPL-1.2
import { named, nameVoices } from './names.ts'

/** A sound made by hand: no recording, nothing to fetch. `out` is where it is heard from. */
export type Voice = (context: BaseAudioContext, out: AudioNode, at: number) => void

/** One second of noise, the same each time it is made. */
function noise(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate, context.sampleRate)
  const data = buffer.getChannelData(0)
  let seed = 22_695
  for (let i = 0; i < data.length; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    data[i] = seed / 2_147_483_648 - 1
  }
  return buffer
}

/** A burst of filtered noise that dies away: clicks, clacks, cracks. */
export function burst(context: BaseAudioContext, out: AudioNode, at: number, freq: number, q: number, gain: number, decay: number) {
  const source = context.createBufferSource()
  source.buffer = noise(context)
  const filter = context.createBiquadFilter()
  Object.assign(filter, { type: 'bandpass' })
  filter.frequency.value = freq
  filter.Q.value = q
  const level = context.createGain()
  level.gain.setValueAtTime(gain, at)
  level.gain.exponentialRampToValueAtTime(0.0001, at + decay)
  source.connect(filter).connect(level).connect(out)
  source.start(at)
  source.stop(at + decay + 0.02)
}

export function tone(context: BaseAudioContext, out: AudioNode, at: number, freq: number, gain: number, length: number, type: OscillatorType = 'sine') {
  const source = context.createOscillator()
  source.type = type
  source.frequency.value = freq
  const level = context.createGain()
  level.gain.setValueAtTime(0, at)
  level.gain.linearRampToValueAtTime(gain, at + 0.006)
  level.gain.setValueAtTime(gain, at + Math.max(0.007, length - 0.02))
  level.gain.linearRampToValueAtTime(0, at + length)
  source.connect(level).connect(out)
  source.start(at)
  source.stop(at + length + 0.02)
}

/** A spring past its dead point: a small tick, then the contact. */
export const click: Voice = (context, out, at) => {
  burst(context, out, at, 3200, 2, 0.22, 0.03)
  burst(context, out, at + 0.045, 1400, 1.4, 0.5, 0.07)
}
/** A large rotary switch: heavier, with its spring. */
export const clunk: Voice = (context, out, at) => {
  burst(context, out, at, 900, 1.2, 0.4, 0.05)
  burst(context, out, at + 0.07, 320, 1.1, 0.8, 0.16)
  tone(context, out, at + 0.07, 92, 0.22, 0.12, 'triangle')
}
export const padlockShut: Voice = (context, out, at) => {
  burst(context, out, at, 5200, 5, 0.3, 0.03)
  burst(context, out, at + 0.05, 2300, 4, 0.55, 0.11)
  burst(context, out, at + 0.06, 480, 2, 0.4, 0.09)
}
export const paper: Voice = (context, out, at) => {
  for (let i = 0; i < 4; i++) burst(context, out, at + i * 0.055, 4200 + i * 500, 0.7, 0.09, 0.07)
}
export const cloth: Voice = (context, out, at) => {
  for (let i = 0; i < 3; i++) burst(context, out, at + i * 0.09, 900, 0.5, 0.14, 0.16)
}
export const hinge: Voice = (context, out, at) => {
  burst(context, out, at, 2600, 6, 0.12, 0.04)
  for (let i = 0; i < 5; i++) burst(context, out, at + 0.12 + i * 0.1, 380 + i * 40, 7, 0.1, 0.12)
}
export const beep: Voice = (context, out, at) => {
  tone(context, out, at, 2350, 0.16, 0.12, 'square')
  tone(context, out, at + 0.17, 2350, 0.16, 0.12, 'square')
}
export const refusedThud: Voice = (context, out, at) => {
  tone(context, out, at, 150, 0.3, 0.09, 'triangle')
  burst(context, out, at, 260, 1.5, 0.4, 0.08)
}
/** One crack, a short rumble, then nothing. */
export const arc: Voice = (context, out, at) => {
  burst(context, out, at, 5200, 0.4, 1.5, 0.09)
  burst(context, out, at + 0.012, 1100, 0.5, 1.3, 0.28)
  burst(context, out, at + 0.03, 180, 0.7, 1, 0.5)
}
export const steps: Voice = (context, out, at) => {
  for (let i = 0; i < 3; i++) burst(context, out, at + i * 0.36, 220, 1.2, 0.35, 0.09)
}
/** The spring of a punch-down tool lets go: a hard snap, and the wire's end falls. */
export const punchDown: Voice = (context, out, at) => {
  burst(context, out, at, 1900, 1.6, 0.9, 0.05)
  burst(context, out, at + 0.03, 620, 1.2, 0.7, 0.09)
  burst(context, out, at + 0.16, 5200, 3, 0.08, 0.03)
}
/** A tester steps through its eight wires, relay after relay, and says how it ended. */
export const relays = (passed: boolean): Voice => named(passed ? 'relaysPassed' : 'relaysFailed', (context, out, at) => {
  for (let i = 0; i < 8; i++) burst(context, out, at + i * 0.07, 2600 + (i % 2) * 500, 3, 0.22, 0.02)
  tone(context, out, at + 0.62, passed ? 1760 : 392, 0.16, passed ? 0.14 : 0.34, passed ? 'sine' : 'square')
})

nameVoices({ click, clunk, padlockShut, paper, cloth, hinge, beep, refusedThud, arc, steps, punchDown })
