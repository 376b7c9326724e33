// SPDX-License-Identifier: EUPL-1.2
import { Matrix4, Vector3, type Object3D } from 'three'
import type { Met } from './aim.ts'
import { follow, movedFrom, tie, type Tied } from './kept.ts'
import { adjusted, asPlaced, originAt, spotAhead, spotOn, type Adjust, type Footing, type Spot } from './place.ts'

/** While one looks for a place, the equipment waits where nobody sees it. */
const AWAY = 200
/** A surface that was just lost (a hand that trembles) still counts for this long. */
const PATIENCE_MS = 1_500

const [matrix, eye, ahead] = [new Matrix4(), new Vector3(), new Vector3()]

/** Where the equipment stands in the real room: chosen, kept by the device's anchor when it gives one, moved by hand. */
export class StandingPlace {
  private readonly origin: () => Object3D | null
  private readonly footing: Footing
  private readonly calm = { at: new Vector3(), turn: 0, known: false }
  private chosen: Spot | null = null
  private candidate: Spot | null = null
  private metAt = -Infinity
  private adjust: Adjust = asPlaced
  private anchor: XRAnchor | 'asked' | null = null
  private tied: Tied | null = null

  constructor(origin: () => Object3D | null, footing: Footing) {
    this.origin = origin
    this.footing = footing
  }

  /** The origin of the headset's space, in the scene. */
  space(): Object3D | null {
    return this.origin()
  }

  /** One frame: follows the hand, or the anchor, and stands the scene there. Answers the spot, in the headset's space. */
  step(frame: XRFrame, space: XRReferenceSpace, met: Met | null): Spot | null {
    const head = frame.getViewerPose(space)
    if (!head) return this.chosen ?? this.candidate
    matrix.fromArray(head.transform.matrix)
    eye.setFromMatrixPosition(matrix)
    ahead.set(0, 0, -1).transformDirection(matrix)
    if (this.chosen) this.keep(frame, space)
    else this.look(met)
    const spot = this.chosen ?? this.candidate
    this.move(this.chosen && adjusted(this.chosen, this.adjust))
    return spot && adjusted(spot, this.adjust)
  }

  private look(met: Met | null): void {
    const spot = met && spotOn(met.at, met.normal, eye.toArray())
    if (spot) {
      if (this.candidate?.surface === 'free') this.adjust = asPlaced
      this.metAt = performance.now()
      this.candidate = spot
    } else if (performance.now() - this.metAt > PATIENCE_MS) {
      // What was already moved by hand stays where it is when the head turns.
      if (this.candidate?.surface !== 'free' || this.adjust === asPlaced) this.candidate = spotAhead(eye.toArray(), ahead.toArray())
    }
  }

  private keep(frame: XRFrame, space: XRReferenceSpace): void {
    if (!this.chosen) return
    if (this.anchor === null && frame.createAnchor) {
      const [x, y, z] = this.chosen.at
      this.hold(frame.createAnchor(new XRRigidTransform({ x, y, z }), space))
    }
    if (this.anchor === null || this.anchor === 'asked') return
    const pose = frame.getPose(this.anchor.anchorSpace, space)
    if (!pose) return
    this.tied ??= tie(this.chosen, pose.transform.matrix)
    const now = follow(this.tied, pose.transform.matrix)
    if (movedFrom(this.chosen, now)) this.chosen = now
  }

  /** A device may refuse an anchor: the place then holds by itself, as well as the device knows where it is. */
  private hold(promise: Promise<XRAnchor | undefined>): void {
    this.anchor = 'asked'
    promise.then((anchor) => {
      if (this.anchor === 'asked' && this.chosen && anchor) this.anchor = anchor
      else anchor?.delete()
    }, (error: unknown) => console.info('This device keeps no anchor.', error))
  }

  private move(spot: Spot | null): void {
    const origin = this.origin()
    if (!origin) return
    if (!this.calm.known) Object.assign(this.calm, { at: origin.position.clone(), turn: origin.rotation.y, known: true })
    const { at, turn } = spot ? originAt(spot, this.footing) : { at: [AWAY, 0, 0] as const, turn: 0 }
    origin.position.set(...at)
    origin.rotation.y = turn
    origin.updateMatrixWorld()
  }

  /** Stands the equipment where the frame shows it; `met` gives the surface's own anchor. */
  put(met: Met | null): void {
    if (!this.candidate) return
    this.chosen = adjusted(this.candidate, this.adjust)
    this.adjust = asPlaced
    if (met && this.candidate.surface !== 'free') this.hold(met.anchor())
  }

  /** Takes it up again. */
  lift(): void {
    if (this.anchor && this.anchor !== 'asked') this.anchor.delete()
    Object.assign(this, { chosen: null, anchor: null, tied: null, adjust: asPlaced, candidate: null, metAt: -Infinity })
  }

  change({ up, near, turn }: Adjust): void {
    this.adjust = { up: this.adjust.up + up, near: this.adjust.near + near, turn: this.adjust.turn + turn }
  }

  /** Leaves the headset's space where it was before. */
  end(): void {
    this.lift()
    const origin = this.origin()
    if (!origin || !this.calm.known) return
    origin.position.copy(this.calm.at)
    origin.rotation.y = this.calm.turn
    this.calm.known = false
  }

  /** A place beside whoever wears the headset now, in its space: metres to the right, ahead, and below the eyes. */
  beside(right: number, forth: number, below: number): { at: Vector3; turn: number } {
    const [x, z] = [ahead.x, ahead.z].map((v) => v / (Math.hypot(ahead.x, ahead.z) || 1)) as [number, number]
    const at = new Vector3(eye.x + x * forth - z * right, Math.max(0.8, eye.y - below), eye.z + z * forth + x * right)
    return { at, turn: Math.atan2(eye.x - at.x, eye.z - at.z) }
  }
}
