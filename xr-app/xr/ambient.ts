// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { Frustum, Matrix4, Sphere, Vector3, type Camera, type Object3D } from 'three'

/** A frame that took longer than this was dear. */
const DEAR_MS = 30

const always = () => true

const [sight, view, around] = [new Frustum(), new Matrix4(), new Sphere(new Vector3(), 0)]

/** Whether a part that reaches `radius` metres about its middle is in sight. */
export function inSight(part: Object3D, radius: number, camera: Camera): boolean {
  sight.setFromProjectionMatrix(view.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse))
  around.center.setFromMatrixPosition(part.matrixWorld)
  around.radius = radius
  return sight.intersectsSphere(around)
}

/**
 * Asks for frames while something moves by itself (a fan, a lamp that blinks). Where frames are dear they are asked for
 * a third of the time only, so that a machine without a graphics processor still answers the hand at once. `seen` says
 * whether any of it is in sight now: what turns behind one's back asks for nothing. A headset draws every frame unasked.
 */
export function useAmbient(moving: boolean, seen: (camera: Camera) => boolean = always): void {
  const invalidate = useThree((s) => s.invalidate)
  const camera = useThree((s) => s.camera)
  const worn = useXR((s) => s.session !== undefined)
  useEffect(() => {
    if (!moving || worn) return
    let [last, restUntil, drawn, next] = [performance.now(), 0, false, 0]
    const look = (now: number) => {
      const took = now - last
      last = now
      if (drawn && took > DEAR_MS) restUntil = now + took * 2
      drawn = now >= restUntil && seen(camera)
      if (drawn) invalidate()
      next = requestAnimationFrame(look)
    }
    next = requestAnimationFrame(look)
    return () => cancelAnimationFrame(next)
  }, [moving, worn, invalidate, camera, seen])
}
