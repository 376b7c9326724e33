// SPDX-License-Identifier: EUPL-1.2
import { Vector3, type Camera } from 'three'
import type { Voice } from './voice.ts'

/** A sound that lasts: set its level (0–1) and it follows. */
export type Lasting = { level: (to: number) => void }

/** The workshop's sound: one listener at the head, voices at their places. Silent until the first gesture allows it. */
export class Ear {
  private context: AudioContext | null = null
  private readonly head = new Vector3()
  private readonly ahead = new Vector3()

  /** Browsers let sound start only from a gesture: called at the first one. */
  wake(): void {
    this.context ??= typeof AudioContext === 'undefined' ? null : new AudioContext()
    if (this.context?.state === 'suspended') void this.context.resume()
  }

  private place(at: readonly [number, number, number]): AudioNode | null {
    if (!this.context) return null
    const panner = new PannerNode(this.context, { panningModel: 'HRTF', distanceModel: 'inverse', refDistance: 0.8,
      positionX: at[0], positionY: at[1], positionZ: at[2] })
    panner.connect(this.context.destination)
    return panner
  }

  /** Lets a short sound be heard from a place. */
  play(voice: Voice, at: readonly [number, number, number]): void {
    const out = this.place(at)
    if (this.context && out) voice(this.context, out, this.context.currentTime + 0.005)
  }

  /** A low hum or a breath of air that lasts at a place; silent before the ear is awake. */
  hum(at: readonly [number, number, number], partials: readonly (readonly [number, number])[]): Lasting {
    let gain: GainNode | null = null
    const start = () => {
      const out = this.place(at)
      if (!this.context || !out || gain) return
      gain = this.context.createGain()
      gain.gain.value = 0
      gain.connect(out)
      for (const [frequency, amount] of partials) {
        const [source, part] = [this.context.createOscillator(), this.context.createGain()]
        source.frequency.value = frequency
        part.gain.value = amount
        source.connect(part).connect(gain)
        source.start()
      }
    }
    return {
      level: (to) => {
        start()
        if (gain && this.context) gain.gain.setTargetAtTime(to, this.context.currentTime, 0.09)
      },
    }
  }

  /** Follows the head. */
  follow(camera: Camera): void {
    const listener = this.context?.listener
    if (!listener?.positionX) return
    camera.getWorldPosition(this.head)
    camera.getWorldDirection(this.ahead)
    listener.positionX.value = this.head.x
    listener.positionY.value = this.head.y
    listener.positionZ.value = this.head.z
    listener.forwardX.value = this.ahead.x
    listener.forwardY.value = this.ahead.y
    listener.forwardZ.value = this.ahead.z
  }

  pause(): void { void this.context?.suspend() }
  resume(): void { void this.context?.resume() }
  close(): void { void this.context?.close(); this.context = null }
}
