// SPDX-License-Identifier: EUPL-1.2
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useFrame } from '@react-three/fiber'
import { Euler, Matrix4, Quaternion, Vector3, type Group } from 'three'

const real = new Matrix4()
const one = new Vector3(1, 1, 1)

/** A place in the headset's space (metres), facing an angle about y, as seen from the scene. */
export function poseIn(origin: Matrix4, at: Vector3, facing: number): Matrix4 {
  real.compose(at, new Quaternion().setFromEuler(new Euler(0, facing, 0)), one)
  return new Matrix4().multiplyMatrices(origin, real)
}

/** Out of sight and out of reach: where the slate waits until the equipment is put down. */
const nowhere = new Matrix4().makeTranslation(0, -1000, 0)
let left = nowhere

/** Remembers where the left of whoever works is, in the scene; null while a place is looked for. */
export const standAtLeft = (pose: Matrix4 | null): void => { left = pose ?? nowhere }

/** In augmented reality, brings its only child to the left of whoever works, wherever the scene puts it otherwise. */
export function AtLeft({ children }: { children: ReactNode }) {
  const group = useRef<Group>(null)
  const stands = useRef<Matrix4 | null>(null)
  const stand = () => {
    const [own, child] = [group.current, group.current?.children[0]]
    if (!own || !child) return
    stands.current = left
    child.updateMatrix()
    own.matrixAutoUpdate = false
    own.matrix.multiplyMatrices(left, child.matrix.clone().invert())
    own.matrixWorldNeedsUpdate = true
  }
  useLayoutEffect(stand)
  useFrame(() => { if (stands.current !== left) stand() })
  return <group ref={group}>{children}</group>
}
