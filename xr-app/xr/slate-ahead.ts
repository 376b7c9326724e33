// SPDX-License-Identifier: EUPL-1.2
import { Vector3, type Camera, type Object3D } from 'three'

/** How far before the eyes, how far under them, and how much larger than within arm's reach, so that it reads the same. */
const [FAR, BELOW, LARGER] = [1.35, 0.14, 1.7]
/** Someone who looks almost straight down or up faces nowhere by their gaze alone: the top of the head says where. */
const STEEP = 0.3

const [ahead, top, place] = [new Vector3(), new Vector3(), new Vector3()]

/** Where a head faces, along the floor. */
function facing(head: Camera): Vector3 {
  head.getWorldDirection(ahead)
  const down = ahead.y < 0
  if (Math.hypot(ahead.x, ahead.z) < STEEP) ahead.copy(top.setFromMatrixColumn(head.matrixWorld, 1)).multiplyScalar(down ? 1 : -1)
  return ahead.setY(0).normalize()
}

/**
 * Sets the slate before whoever wears the headset, a little under the eyes, facing them: for what must be read before
 * anything else. It is put there once and stays; the head is not followed, and nothing moves the camera.
 */
export function setAhead(slate: Object3D, head: Camera, eye: Vector3): void {
  place.copy(eye).addScaledVector(facing(head), FAR).setY(eye.y - BELOW)
  slate.position.copy(place)
  slate.parent?.worldToLocal(slate.position)
  slate.scale.setScalar(LARGER)
  slate.updateWorldMatrix(true, false)
  slate.lookAt(eye)
}
