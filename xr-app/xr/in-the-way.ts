// SPDX-License-Identifier: EUPL-1.2
import { Raycaster, Vector3, type Object3D } from 'three'

const ray = new Raycaster()
const [from, to, size] = [new Vector3(), new Vector3(), new Vector3()]

/** A hand that points at a panel is below the eyes. */
const HAND_BELOW = 0.3
/** The middle, near the corners, and along the lowest row, where the key for closing is, in shares of half a panel. */
const spots = [[0, 0], [-0.9, 0.9], [0.9, 0.9], [-0.9, -0.95], [-0.45, -0.95], [0, -0.95], [0.45, -0.95], [0.9, -0.95]] as const

const isThere = (thing: Object3D) => (thing as { pointerEvents?: string }).pointerEvents !== 'none' && thing.getWorldScale(size).x > 0.01

/**
 * How many places of a panel something stands before, seen from the eye and from the hand: a key that is pressed through
 * a thing would move the thing instead. The panel must have its place already.
 */
export function hiddenSpots(panel: Object3D, [width, height]: readonly [number, number], eye: Vector3, things: Iterable<Object3D>): number {
  const there = [...things].filter(isThere)
  if (there.length === 0) return 0
  panel.updateMatrixWorld(true)
  let hidden = 0
  for (const below of [0, HAND_BELOW]) for (const [x, y] of spots) {
    from.copy(eye).setY(eye.y - below)
    panel.localToWorld(to.set((x * width) / 2, (y * height) / 2, 0)).sub(from)
    ray.far = to.length()
    ray.set(from, to.normalize())
    if (ray.intersectObjects(there, false).length > 0) hidden++
  }
  return hidden
}
