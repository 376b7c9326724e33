// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'

/** Pointers look for what they meet in every frame: never among the hands and controllers themselves, which meet nothing. */
export function useSpareWalk(): void {
  const origin = useXR((s) => s.origin)
  const scene = useThree((s) => s.scene)
  useEffect(() => {
    // Before one has a place to stand, the whole scene is where one stands.
    if (origin && origin !== scene) origin.intersectChildren = false
  }, [origin, scene])
}
