// SPDX-License-Identifier: EUPL-1.2
import { PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { keepInSight } from '#app/xr/in-sight.ts'

const half = [0.2, 0.03] as const
const standing = () => {
  const camera = new PerspectiveCamera(50, 1.6, 0.02, 30)
  camera.position.set(0.4, 1.6, 2)
  camera.rotation.set(-0.2, 0.5, 0, 'YXZ')
  camera.updateMatrixWorld(true)
  return camera
}
/** A place of the camera's own frame, in the room. */
const inRoom = (camera: PerspectiveCamera, x: number, y: number, z: number) => new Vector3(x, y, z).applyMatrix4(camera.matrixWorld)
/** Where the corners of the sheet are in the picture, −1 to 1. */
const corners = (camera: PerspectiveCamera, place: Vector3) => [[-1, -1], [1, 1]].map(([i, j]) => {
  const own = place.clone().applyMatrix4(camera.matrixWorldInverse)
  return new Vector3(own.x + i! * half[0], own.y + j! * half[1], own.z).applyMatrix4(camera.projectionMatrix)
})

describe('a name at the edge of the picture', () => {
  it.each([[-1.4, 0, -1.5], [1.4, 0, -1.5], [0, 0.9, -1.5], [-3, -3, -2]])('comes in until all of it is read: %f, %f, %f', (x, y, z) => {
    const camera = standing()
    const place = inRoom(camera, x, y, z)
    keepInSight(place, half, camera)
    for (const corner of corners(camera, place)) {
      expect(Math.abs(corner.x)).toBeLessThan(1.001)
      expect(Math.abs(corner.y)).toBeLessThan(1.001)
    }
    expect(place.clone().applyMatrix4(camera.matrixWorldInverse).z).toBeCloseTo(z, 6)
  })

  it('stays where it is when all of it is in sight, or when it is behind', () => {
    const camera = standing()
    for (const z of [-1.5, 1]) {
      const place = inRoom(camera, 0.2, 0.1, z)
      const before = place.toArray()
      keepInSight(place, half, camera)
      expect(place.toArray()).toEqual(before)
    }
  })
})
