// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import type { Object3D } from 'three'
import { sparePointers } from './spare-pointers.ts'
import { restPointers } from './spare-rest.ts'

type Heard = Object3D & { __r3f?: { eventCount: number } }

/** Lets pointers pass by what stands in the scene alone and that nobody listens to: lamps, cursors, marks on the floor. */
function passByTheDeaf(scene: Object3D): void {
  const asked: Object3D[] = []
  Object.defineProperty(scene, 'interactableDescendants', {
    configurable: true,
    get: () => {
      asked.length = 0
      for (let i = 0; i < scene.children.length; i++) {
        const one: Heard = scene.children[i]!
        const heard = (one.__r3f?.eventCount ?? 0) > 0
        if (heard) one.ancestorsHavePointerListeners = true
        if (heard || one.children.length > 0) asked.push(one)
      }
      return asked
    },
  })
}

/** Pointers look for what they meet in every frame: never among the hands and controllers themselves, which meet nothing. */
export function useSpareWalk(): void {
  const origin = useXR((s) => s.origin)
  const scene = useThree((s) => s.scene)
  useEffect(() => {
    // Before one has a place to stand, the whole scene is where one stands.
    if (origin && origin !== scene) origin.intersectChildren = false
  }, [origin, scene])
  useEffect(() => passByTheDeaf(scene), [scene])
  // Before the pointers are moved, and after: while they rest, nothing of the scene is gone through.
  useFrame(() => {
    sparePointers()
    scene.intersectChildren = !restPointers()
  }, -60)
  useFrame(() => { scene.intersectChildren = true }, -49)
}
