// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, type RefObject } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { Vector3, type Group, type Object3D, type WebGLRenderer } from 'three'
import { settings } from '#app/ui/settings/store.ts'
import { drawVeil } from './veil.tsx'

const head = new Vector3()
const axis = new Vector3(0, 1, 0)

/** Turns where one stands, about the head: the feet stay where they are. */
export function turnBy(origin: Object3D, gl: WebGLRenderer, degrees: number): void {
  if (degrees === 0) return
  const angle = (degrees * Math.PI) / 180
  gl.xr.getCamera().getWorldPosition(head)
  origin.position.sub(head.setY(origin.position.y)).applyAxisAngle(axis, angle).add(head)
  origin.rotation.y += angle
  origin.updateMatrixWorld(true)
  drawVeil()
}

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

/** Whoever plays seated begins with the eyes as high as last calibrated; nobody else is raised. */
export function useSeatedHeight(origin: RefObject<Group | null>): void {
  const inVr = useXR((s) => s.mode === 'immersive-vr')
  const invalidate = useThree((s) => s.invalidate)
  useEffect(() => {
    if (!origin.current || !inVr) return
    origin.current.position.y = settings().seated ? settings().lift / 100 : 0
    invalidate()
  }, [inVr, origin, invalidate])
}
