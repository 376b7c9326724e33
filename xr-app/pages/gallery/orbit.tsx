// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { PerspectiveCamera, Vector3 } from 'three'
import type { Vec3 } from '../../equipment/craft/solid.ts'
import { useInHeadset } from '../../xr/headset.tsx'
import { useStillSharp } from '../../xr/still-sharp.ts'

const clamp = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x))
const [goal, aim] = [new Vector3(), new Vector3()]

type Way = { yaw: number; pitch: number; near: number }
const front = (pitch: number): Way => ({ yaw: 0.42, pitch, near: 1 })

/** Drag, wheel, two fingers and the arrow keys go around the exhibit and come closer. */
function useWay(canvas: HTMLCanvasElement, wake: () => void, pitch: number) {
  const way = useRef(front(pitch))
  useEffect(() => {
    const fingers = new Map<number, [number, number]>()
    const gap = () => { const [a, b] = [...fingers.values()]; return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0 }
    const go = (yaw: number, pitch: number, near = 1) => {
      way.current = { yaw: way.current.yaw + yaw, pitch: clamp(way.current.pitch + pitch, -0.35, 1.3), near: clamp(way.current.near * near, 0.4, 2.2) }
      wake()
    }
    const down = (e: PointerEvent) => { fingers.set(e.pointerId, [e.clientX, e.clientY]) }
    const up = (e: PointerEvent) => { fingers.delete(e.pointerId) }
    const move = (e: PointerEvent) => {
      const last = fingers.get(e.pointerId)
      if (!last) return
      const before = gap()
      fingers.set(e.pointerId, [e.clientX, e.clientY])
      if (fingers.size > 1) { if (before > 0 && gap() > 0) go(0, 0, before / gap()) }
      else go((last[0] - e.clientX) * 0.008, (e.clientY - last[1]) * 0.006)
    }
    const wheel = (e: WheelEvent) => { e.preventDefault(); go(0, 0, Math.exp(e.deltaY * 0.001)) }
    const steps: Record<string, [number, number, number?]> = { ArrowLeft: [-0.2, 0], ArrowRight: [0.2, 0], ArrowUp: [0, 0.12], ArrowDown: [0, -0.12], '+': [0, 0, 0.85], '-': [0, 0, 1.18] }
    const key = (e: KeyboardEvent) => { const step = steps[e.key]; if (step) { e.preventDefault(); go(...step) } }
    const heard: [HTMLElement | Window, string, EventListener][] = [[canvas, 'pointerdown', down as EventListener], [window, 'pointerup', up as EventListener],
      [window, 'pointercancel', up as EventListener], [canvas, 'pointermove', move as EventListener], [canvas.closest('[data-stage]') as HTMLElement ?? canvas, 'keydown', key as EventListener]]
    heard.forEach(([who, what, how]) => who.addEventListener(what, how))
    canvas.addEventListener('wheel', wheel, { passive: false })
    return () => {
      heard.forEach(([who, what, how]) => who.removeEventListener(what, how))
      canvas.removeEventListener('wheel', wheel)
    }
  }, [canvas, wake])
  return way
}

/** The camera of the gallery on a flat screen: looks at the exhibit, from wherever one turns it. */
export function Orbit({ to, radius, pitch, calm }: { to: Vec3; radius: number; pitch: number; calm: boolean }) {
  const camera = useThree((s) => s.camera)
  const canvas = useThree((s) => s.gl.domElement)
  const size = useThree((s) => s.size)
  const invalidate = useThree((s) => s.invalidate)
  const worn = useInHeadset()
  useStillSharp(!worn)
  const way = useWay(canvas, invalidate, pitch)
  useEffect(() => { way.current = front(pitch); invalidate() }, [to, pitch, way, invalidate])
  useEffect(() => {
    if (!(camera instanceof PerspectiveCamera)) return
    camera.fov = 38
    camera.near = 0.01
    camera.updateProjectionMatrix()
    invalidate()
  }, [camera, size, invalidate])
  useFrame((_, dt) => {
    if (worn) return
    const { yaw, pitch: height, near } = way.current
    const aspect = size.width / Math.max(1, size.height)
    const far = (radius / Math.sin(0.30)) * near * Math.max(1, 1.05 / aspect)
    goal.set(to[0] + Math.sin(yaw) * Math.cos(height) * far, Math.max(0.12, to[1] + Math.sin(height) * far), to[2] + Math.cos(yaw) * Math.cos(height) * far)
    camera.position.lerp(goal, calm ? 1 : 1 - Math.exp(-dt * 10))
    camera.lookAt(aim.set(...to))
    if (camera.position.distanceTo(goal) > 0.0005) invalidate()
  })
  return null
}
