// SPDX-License-Identifier: EUPL-1.2
import { Euler, Quaternion, Vector3, type Object3D } from 'three'

/** How a thing gets to its new pose: a door is heavy, a lever passes its dead point and snaps. */
export type Ease = 'swing' | 'snap' | 'drop' | 'none'

/** Where a part should be. What is not said stays as the part was made. */
export type Pose = {
  at?: readonly [number, number, number]
  turn?: readonly [number, number, number]
  scale?: number
  ease?: Ease
}

const curves: Record<Ease, { ms: number; at: (t: number) => number }> = {
  swing: { ms: 750, at: (t) => t * t * (3 - 2 * t) },
  // Slow while the spring loads, then past the dead point at once, with a small rebound.
  snap: { ms: 190, at: (t) => (t < 0.45 ? t * 0.4 : 1 - Math.cos((t - 0.45) * 22) * Math.exp(-(t - 0.45) * 9) * 0.82 * (1 - t)) },
  drop: { ms: 320, at: (t) => 1 - (1 - t) ** 3 },
  none: { ms: 0, at: () => 1 },
}

type Rest = { at: Vector3; turn: Quaternion; scale: number }
type Move = { from: Rest; to: Rest; began: number; ease: Ease }

const restOf = (o: Object3D): Rest => ({ at: o.position.clone(), turn: o.quaternion.clone(), scale: o.scale.x })

/** Brings parts to their poses. Only what moves costs anything in a frame. */
export class Animator {
  private readonly made = new Map<string, Rest>()
  private readonly wanted = new Map<string, string>()
  private readonly moves = new Map<string, Move>()
  private readonly parts: ReadonlyMap<string, Object3D>
  private readonly calm: boolean

  constructor(parts: ReadonlyMap<string, Object3D>, calm: boolean) {
    this.parts = parts
    this.calm = calm
    for (const [name, part] of parts) this.made.set(name, restOf(part))
  }

  /** Asks for a pose; `at once` for the first picture, so that nothing moves by itself when one enters. */
  pose(name: string, pose: Pose, now: number, atOnce = false): void {
    const key = JSON.stringify(pose)
    const part = this.parts.get(name)
    const made = this.made.get(name)
    if (!part || !made || this.wanted.get(name) === key) return
    this.wanted.set(name, key)
    const to: Rest = {
      at: pose.at ? new Vector3(...pose.at) : made.at,
      turn: pose.turn ? new Quaternion().setFromEuler(new Euler(...pose.turn)) : made.turn,
      scale: pose.scale ?? made.scale,
    }
    const ease = atOnce || this.calm ? 'none' : pose.ease ?? 'drop'
    this.moves.set(name, { from: restOf(part), to, began: now, ease })
  }

  /** The part is carried elsewhere (a hand): its pose is asked again when it is let go. */
  release(name: string): void {
    this.wanted.delete(name)
    this.moves.delete(name)
  }

  /** Moves everything to this moment; answers whether anything moved. */
  step(now: number): boolean {
    if (this.moves.size === 0) return false
    for (const [name, move] of this.moves) {
      const part = this.parts.get(name)
      const { ms, at } = curves[move.ease]
      const t = ms === 0 ? 1 : Math.min(1, (now - move.began) / ms)
      const k = t >= 1 ? 1 : at(t)
      part?.position.lerpVectors(move.from.at, move.to.at, k)
      part?.quaternion.slerpQuaternions(move.from.turn, move.to.turn, k)
      // A part that is not there is scaled to nothing; a hair above zero keeps its matrix invertible.
      part?.scale.setScalar(Math.max(1e-4, move.from.scale + (move.to.scale - move.from.scale) * k))
      if (t >= 1) this.moves.delete(name)
    }
    return true
  }
}
