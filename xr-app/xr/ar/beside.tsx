// SPDX-License-Identifier: EUPL-1.2
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Euler, Matrix4, Quaternion, Vector3, type Group } from 'three'

const real = new Matrix4()
const one = new Vector3(1, 1, 1)

/** A place in the headset's space (metres), facing an angle about y, as seen from the scene. */
export function poseIn(origin: Matrix4, at: Vector3, facing: number): Matrix4 {
  real.compose(at, new Quaternion().setFromEuler(new Euler(0, facing, 0)), one)
  return new Matrix4().multiplyMatrices(origin, real)
}

let left = new Matrix4()

/** Remembers where the left of whoever works is, in the scene: told when the equipment is put down. */
export const standAtLeft = (pose: Matrix4): void => { left = pose }

/** In augmented reality, brings its only child to the left of whoever works, wherever the scene puts it otherwise. */
export function AtLeft({ children }: { children: ReactNode }) {
  const group = useRef<Group>(null)
  useLayoutEffect(() => {
    const [own, child] = [group.current, group.current?.children[0]]
    if (!own || !child) return
    child.updateMatrix()
    own.matrixAutoUpdate = false
    own.matrix.multiplyMatrices(left, child.matrix.clone().invert())
    own.matrixWorldNeedsUpdate = true
  })
  return <group ref={group}>{children}</group>
}
