// SPDX-License-Identifier: EUPL-1.2
import { Box3, PerspectiveCamera, Vector3, type Camera, type Object3D } from 'three'
import { hiddenSpots } from './in-the-way.ts'
import { PANEL_WIDTH } from './panel-layout.ts'

const up = new Vector3(0, 1, 0)
/** Nearer than this a panel is hard to point at. */
const NEAREST = 0.42

/** Another way to set a panel: on which side, how high above the usual place, how much nearer. */
type Way = { side: 1 | -1; lift: number; share: number }
type View = { eye: Vector3; gaze: Vector3; right: Vector3; far: number; camera: Camera; inHeadset: boolean; paperHeight: number; above: number }

const foot = new Box3()
/** A table is between a knee and a chest. What stands at such a height is taken to stand on one. */
const [KNEE, CHEST] = [0.5, 1.15]
const CLEAR = 0.03

/**
 * Sets a panel within arm's reach (0.6–0.8 m), beside what it is about, facing whoever reads it, where none of `things`
 * stands before it. It stays there: it is put in the room once, never glued to the head. On a narrow window it is made
 * to fit. `own`: what the thing it is about is touched by; whoever sits low finds no key sunk in the table it stands on.
 */
export function setBeside(panel: Object3D, target: Vector3, camera: Camera, inHeadset: boolean, paperHeight: number, things: Iterable<Object3D> = [],
  own: readonly Object3D[] = []): void {
  const eye = camera.getWorldPosition(new Vector3())
  const ahead = camera.getWorldDirection(new Vector3())
  const towards = target.clone().sub(eye)
  // Clear of what it is about and of what that is fixed to: in a headset a panel leans, and a key of it that touched a
  // closed door would have the ray open the door instead.
  const far = Math.min(0.74, Math.max(0.32, towards.length() - (inHeadset ? 0.26 : 0.16)))
  const gaze = inHeadset ? towards.clone().normalize() : ahead
  const right = new Vector3().crossVectors(gaze, up).normalize()
  const lowest = Math.min(...own.map((hit) => foot.setFromObject(hit).min.y))
  const view = { eye, gaze, right, far, camera, inHeadset, paperHeight, above: inHeadset && lowest > KNEE && lowest < CHEST ? lowest + CLEAR : -Infinity }
  // On the far side of what stands at one's left, so that an open door never hides it.
  const ways = waysOf(inHeadset && towards.x < -0.5 ? -1 : 1, far, inHeadset)
  const all = [...things]
  let [best, least] = [ways[0]!, Infinity]
  for (const way of ways) {
    put(panel, view, way)
    const hidden = hiddenSpots(panel, [PANEL_WIDTH, paperHeight], eye, all)
    if (hidden < least) [best, least] = [way, hidden]
    if (hidden === 0) break
  }
  put(panel, view, best)
}

/** The usual place, then others to try. On a screen nearer looks the same. */
function waysOf(side: 1 | -1, far: number, inHeadset: boolean): Way[] {
  const other = side === 1 ? -1 : 1
  const usual: Way = { side, lift: 0, share: 1 }
  const nearer = [0.75, 0.58].filter((share) => !inHeadset || far * share >= NEAREST).map((share) => ({ ...usual, share }))
  return inHeadset ? [usual, { ...usual, lift: 0.2 }, ...nearer, { ...usual, side: other }, { side: other, lift: 0.2, share: 1 }] : [usual, ...nearer]
}

function put(panel: Object3D, { eye, gaze, right, camera, inHeadset, paperHeight, above, ...view }: View, { side, lift, share }: Way): void {
  const far = view.far * share
  let scale = far / 0.74
  let [aside, drop] = [0.40 * scale * side, -0.06 * scale + lift]
  if (!inHeadset && camera instanceof PerspectiveCamera) {
    const tall = 2 * far * Math.tan((camera.fov * Math.PI) / 360)
    const wide = tall * camera.aspect
    scale = Math.min(scale, (wide * 0.94) / PANEL_WIDTH, (tall * 0.86) / paperHeight)
    aside = Math.max(0, wide / 2 - (PANEL_WIDTH / 2) * scale - wide * 0.02)
    drop = Math.min(0, -(tall / 2 - (paperHeight / 2) * scale - tall * 0.07) * (camera.aspect < 1 ? 1 : 0))
  }
  panel.position.copy(eye).addScaledVector(gaze, far).addScaledVector(right, aside).addScaledVector(up, drop)
  panel.scale.setScalar(scale)
  panel.position.y = Math.max(panel.position.y, above + (paperHeight / 2) * scale)
  if (inHeadset) panel.lookAt(eye)
  else panel.quaternion.copy(camera.quaternion)
}
