// SPDX-License-Identifier: EUPL-1.2
import { Vector3, type PerspectiveCamera } from 'three'

const [seen, own] = [new Vector3(), new Vector3()]

/**
 * Moves a sheet that faces the eye so that all of it is in the picture: what is named at the edge of a screen is read
 * whole. `half`: half its width and half its height, in metres where it is.
 */
export function keepInSight(place: Vector3, [halfWidth, halfHeight]: readonly [number, number], camera: PerspectiveCamera): void {
  own.copy(place).applyMatrix4(camera.matrixWorldInverse)
  if (own.z >= -camera.near) return
  const tall = -own.z * Math.tan((camera.fov * Math.PI) / 360)
  const [x, y] = [Math.max(0, tall * camera.aspect - halfWidth), Math.max(0, tall - halfHeight)]
  seen.set(Math.min(x, Math.max(-x, own.x)), Math.min(y, Math.max(-y, own.y)), own.z)
  if (!seen.equals(own)) place.copy(seen.applyMatrix4(camera.matrixWorld))
}
