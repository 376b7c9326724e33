// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, type RefObject } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import type { Group } from 'three'
import { settings } from '#app/ui/settings/store.ts'
import { turnBy } from './moving.ts'
import { stand } from './stance.ts'

/** How far a stick is pushed aside, on whichever controller has one: one controller is enough. */
function pushOf({ inputSources }: XRSession): number {
  let push = 0
  for (let i = 0; i < inputSources.length; i++) {
    const axes = inputSources[i]?.gamepad?.axes
    const x = axes?.[2] ?? 0
    if (Math.abs(x) > Math.abs(push)) push = x
  }
  return push
}

/** A stick pushed aside turns one step, and must come back before it turns another. */
export function useSnapTurn(origin: RefObject<Group | null>): void {
  const ready = useRef(true)
  // In a real room one turns with one's own feet.
  const inVr = useXR((s) => s.mode === 'immersive-vr')
  useFrame(({ gl }) => {
    const session = gl.xr.getSession()
    if (!inVr || !session || !origin.current) return
    const push = pushOf(session)
    if (Math.abs(push) < 0.5) ready.current = true
    else if (ready.current) {
      ready.current = false
      turnBy(origin.current, gl, push > 0 ? -settings().turn : settings().turn)
    }
  })
}

/** One begins where the scene begins; whoever plays seated, with the eyes as high as last calibrated. */
export function useBeginning(origin: RefObject<Group | null>, [x, y, z]: readonly [number, number, number]): void {
  const inVr = useXR((s) => s.mode === 'immersive-vr')
  const invalidate = useThree((s) => s.invalidate)
  useEffect(() => {
    if (!origin.current || !inVr) return
    stand(null)
    origin.current.position.set(x, settings().seated ? settings().lift / 100 : y, z)
    origin.current.rotation.set(0, 0, 0)
    invalidate()
  }, [inVr, origin, x, y, z, invalidate])
}
