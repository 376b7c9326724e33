// SPDX-License-Identifier: EUPL-1.2
import { ArrayCamera, Vector3, type Camera } from 'three'

const other = new Vector3()

/** Where the head is: between the eyes. (The camera of a headset is placed at its left one.) */
export function headIn(camera: Camera, out: Vector3): Vector3 {
  const [left, right] = camera instanceof ArrayCamera ? camera.cameras : []
  if (!left || !right) return out.setFromMatrixPosition(camera.matrixWorld)
  return out.setFromMatrixPosition(left.matrixWorld).add(other.setFromMatrixPosition(right.matrixWorld)).multiplyScalar(0.5)
}
