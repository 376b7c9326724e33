// SPDX-License-Identifier: EUPL-1.2
import { Vector3, type Camera } from 'three'
import { calmHere, settings, subscribe } from '#app/ui/settings/store.ts'
import { announce } from './heard.ts'
import type { Voice } from './voice.ts'

/** A sound that lasts: set its level (0–1) and it follows. */
export type Lasting = { level: (to: number) => void }

/** How loud everything is together, as chosen: softer, and without its sharp end, for whoever asked for calm. */
const loudness = () => (settings().volume / 100) * (calmHere() ? 0.5 : 1)
const sharpest = () => (calmHere() ? 1800 : 20_000)

const [at, way] = [new Vector3(), new Vector3()]

/**
 * The workshop's sound: one listener at the head, voices at their places. Silent until the first gesture allows it.
 * Every sound is announced in words too (heard.ts), whether it can be heard or not.
 */
export class Ear {
  private context: AudioContext | null = null
  private out: { filter: BiquadFilterNode; gain: GainNode } | null = null
  private readonly unsubscribe = subscribe(() => this.adjust())
  private readonly head = new Vector3(Infinity)
  private readonly ahead = new Vector3()

  /** Browsers let sound start only from a gesture: called at the first one. */
  wake(): void {
    if (!this.context && typeof AudioContext !== 'undefined') {
      this.context = new AudioContext()
      this.out = { filter: this.context.createBiquadFilter(), gain: this.context.createGain() }
      this.out.filter.connect(this.out.gain).connect(this.context.destination)
      this.adjust()
    }
    if (this.context?.state === 'suspended') void this.context.resume()
  }

  private adjust(): void {
    if (!this.context || !this.out) return
    this.out.gain.gain.setTargetAtTime(loudness(), this.context.currentTime, 0.05)
    this.out.filter.frequency.setTargetAtTime(sharpest(), this.context.currentTime, 0.05)
  }

  private place(at: readonly [number, number, number]): AudioNode | null {
    if (!this.context || !this.out) return null
    const panner = new PannerNode(this.context, { panningModel: 'HRTF', distanceModel: 'inverse', refDistance: 0.8,
      positionX: at[0], positionY: at[1], positionZ: at[2] })
    panner.connect(this.out.filter)
    return panner
  }

  /** Lets a short sound be heard from a place. */
  play(voice: Voice, at: readonly [number, number, number]): void {
    announce(voice, at)
    const out = this.place(at)
    if (this.context && out) voice(this.context, out, this.context.currentTime + 0.005)
  }

  /** A low hum or a breath of air that lasts at a place; silent before the ear is awake. `name`: how it is captioned. */
  hum(at: readonly [number, number, number], partials: readonly (readonly [number, number])[], name = 'hum'): Lasting {
    let gain: GainNode | null = null
    let last = 0
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
        // Its beginning and its end are what one notices.
        if (to > 0 !== last > 0) announce(to > 0 ? name : `${name}Stops`, at)
        last = to
        start()
        if (gain && this.context) gain.gain.setTargetAtTime(to, this.context.currentTime, 0.09)
      },
    }
  }

  /** Follows the head. */
  follow(camera: Camera): void {
    const listener = this.context?.listener
    if (!listener?.positionX) return
    camera.getWorldPosition(at)
    camera.getWorldDirection(way)
    // A head that moved by a hair hears the same.
    if (at.distanceToSquared(this.head) < 1e-6 && way.distanceToSquared(this.ahead) < 1e-5) return
    this.head.copy(at)
    this.ahead.copy(way)
    listener.positionX.value = this.head.x
    listener.positionY.value = this.head.y
    listener.positionZ.value = this.head.z
    listener.forwardX.value = this.ahead.x
    listener.forwardY.value = this.ahead.y
    listener.forwardZ.value = this.ahead.z
  }

  pause(): void { void this.context?.suspend() }
  resume(): void { void this.context?.resume() }
  close(): void {
    this.unsubscribe()
    void this.context?.close()
    this.context = null
    this.out = null
  }
}
