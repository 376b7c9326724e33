// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { PerspectiveCamera, Vector3 } from 'three'
import type { Viewpoint } from '#app/scenes/contract.ts'
import { viewHeld } from './hold-view.ts'
import { useStillSharp } from './still-sharp.ts'

/** How far one may turn around what is looked at (radians) and come closer or step back (share of the distance). */
const limits = { yaw: 0.75, pitch: 0.42, near: 0.45, far: 1.3 }
const clamp = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x))

type Stance = { yaw: number; pitch: number; near: number }
const still: Stance = { yaw: 0, pitch: 0, near: 1 }

/** Mouse and touch on the canvas: drag turns, wheel or two fingers come closer. Small moves stay clicks. */
function useStance(canvas: HTMLCanvasElement, wake: () => void) {
  const stance = useRef({ ...still })
  useEffect(() => {
    const fingers = new Map<number, { x: number; y: number }>()
    let gap = 0
    const spread = () => {
      const [a, b] = [...fingers.values()]
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
    }
    const closer = (by: number) => { stance.current.near = clamp(stance.current.near * by, limits.near, limits.far); wake() }
    const down = (e: PointerEvent) => { fingers.set(e.pointerId, { x: e.clientX, y: e.clientY }); gap = spread() }
    const up = (e: PointerEvent) => { fingers.delete(e.pointerId); gap = 0 }
    const move = (e: PointerEvent) => {
      const last = fingers.get(e.pointerId)
      if (!last) return
      const [dx, dy] = [e.clientX - last.x, e.clientY - last.y]
      fingers.set(e.pointerId, { x: e.clientX, y: e.clientY })
      if (viewHeld()) return
      if (fingers.size > 1) {
        const now = spread()
        if (gap > 0 && now > 0) closer(gap / now)
        gap = now
        return
      }
      stance.current.yaw = clamp(stance.current.yaw - dx * 0.003, -limits.yaw, limits.yaw)
      stance.current.pitch = clamp(stance.current.pitch + dy * 0.002, -limits.pitch, limits.pitch)
      wake()
    }
    const wheel = (e: WheelEvent) => { e.preventDefault(); if (!viewHeld()) closer(Math.exp(e.deltaY * 0.001)) }
    const passive = { passive: false }
    canvas.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    canvas.addEventListener('pointermove', move)
    canvas.addEventListener('wheel', wheel, passive)
    return () => {
      canvas.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
      canvas.removeEventListener('pointermove', move)
      canvas.removeEventListener('wheel', wheel)
    }
  }, [canvas, wake])
  return stance
}

const [aim, from, goal] = [new Vector3(), new Vector3(), new Vector3()]

/** The camera on a flat screen: stands at a viewpoint, goes to another only when asked, gently (at once when calm). */
export function FlatCamera({ viewpoint, calm, active }: { viewpoint: Viewpoint; calm: boolean; active: boolean }) {
  const camera = useThree((s) => s.camera)
  const canvas = useThree((s) => s.gl.domElement)
  const size = useThree((s) => s.size)
  const invalidate = useThree((s) => s.invalidate)
  const stance = useStance(canvas, invalidate)
  useStillSharp(active)
  const now = useRef({ at: new Vector3(...viewpoint.from), to: new Vector3(...viewpoint.to) })
  useEffect(() => {
    stance.current = { ...still }
    invalidate()
  }, [viewpoint, stance, invalidate])
  useEffect(() => {
    if (!(camera instanceof PerspectiveCamera)) return
    // A tall window keeps the width of what is looked at.
    const aspect = size.width / size.height
    camera.fov = aspect >= 1.2 ? 50 : clamp((2 * Math.atan(Math.tan(0.436) * 1.2 / aspect) * 180) / Math.PI, 50, 84)
    camera.updateProjectionMatrix()
  }, [camera, size])
  useFrame((_, dt) => {
    if (!active) return
    const { yaw, pitch, near } = stance.current
    aim.set(...viewpoint.to)
    from.set(...viewpoint.from).sub(aim).multiplyScalar(near)
    const [flat, angle] = [Math.hypot(from.x, from.z), Math.atan2(from.x, from.z) + yaw]
    const height = Math.atan2(from.y, flat) + pitch
    const far = from.length()
    goal.set(Math.sin(angle) * Math.cos(height), Math.sin(height), Math.cos(angle) * Math.cos(height)).multiplyScalar(far).add(aim)
    const k = calm ? 1 : 1 - Math.exp(-dt * 7)
    now.current.at.lerp(goal, k)
    now.current.to.lerp(aim, k)
    camera.position.copy(now.current.at)
    camera.lookAt(now.current.to)
    if (now.current.at.distanceTo(goal) > 0.0005) invalidate()
  })
  return null
}
