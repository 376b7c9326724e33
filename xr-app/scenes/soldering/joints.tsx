// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame, useThree, type ThreeEvent } from '@react-three/fiber'
import { BoxGeometry, MeshBasicMaterial, Vector3 } from 'three'
import type { Session } from '#app/engine/session.ts'
import type { Hands } from '#app/xr/hands.ts'
import { pressesRest, restPresses } from '#app/xr/comfort/press.ts'
import { holdView } from '#app/xr/hold-view.ts'
import { sideOf } from '../stand/touching.ts'
import type { StandingWorkshop } from '../stand/standing.ts'
import type { Driver } from './driver.ts'
import type { Wire } from './in-hand.ts'
import { SCALE } from './tip-at.ts'

const unseen = new MeshBasicMaterial({ visible: false })
const shape = new BoxGeometry(0.034, 0.03, 0.036)
/** Shorter than this it was a touch, which shows what can be done; longer, the tip is held on the joint. */
const HOLD_MS = 160
/** How long a turn of the wheel keeps the wire moving. */
const WHEEL_MS = 280

type Hold = { joint: string; pointer: number; since: number; x: number; y: number; aside: number; tilt: number; began: boolean }
type Props = { workshop: StandingWorkshop; session: Session; driver: Driver; hands: Hands; board: string; wire: Wire }

/** The joints under a mouse, a finger or a ray, iron in hand: held is contact; dragging turns the iron; the wheel, F, a second button or finger feeds. */
export function Joints({ workshop, session, driver, hands, board, wire }: Props) {
  const parts = session.progress().setup.equipment[board]?.parts ?? []
  const places = useMemo(() => parts.map(({ id }) => ({ id, spot: workshop.stage().place(board, id) })), [workshop, board])
  const hold = useRef<Hold | null>(null)
  const feeding = useFeeding(hold)
  const invalidate = useThree((s) => s.invalidate)
  const away = () => driver.feel({ joint: null, aside: 20, above: 20, tilt: hold.current?.tilt ?? 45, push: 0, ontoTip: false })
  const end = (e?: ThreeEvent<PointerEvent>) => {
    const was = hold.current
    hold.current = null
    holdView(false)
    restPresses('hold', false)
    if (!was) return
    if (was.began) away()
    else if (e) hands.touch(`${board}.${was.joint}`, false, sideOf(e))
  }
  useEffect(() => {
    const up = () => end()
    window.addEventListener('pointercancel', up)
    return () => {
      window.removeEventListener('pointercancel', up)
      end()
    }
  }, [])
  useFrame(() => {
    const now = hold.current
    if (!now) return
    invalidate()
    if (performance.now() - now.since < HOLD_MS) return
    now.began = true
    driver.feel({ joint: now.joint, aside: now.aside, above: 0.5, tilt: now.tilt, push: feeding() ? 0.6 : wire.push, ontoTip: false })
  })
  const down = (joint: string, centre: Vector3) => (e: ThreeEvent<PointerEvent>) => {
    e.stopPropagation()
    // The tip itself is on a joint, or another finger holds one.
    if (pressesRest()) return
    holdView(true)
    restPresses('hold', true)
    // A pointer that slides off the joint while it turns the iron still holds it.
    ;(e.target as unknown as Element).setPointerCapture?.(e.pointerId)
    const { clientX = 0, clientY = 0 } = e.nativeEvent as PointerEvent
    hold.current = { joint, pointer: e.pointerId, since: performance.now(), x: clientX, y: clientY, aside: Math.min(1.4, (e.point.distanceTo(centre) * 1000) / SCALE), tilt: 45, began: false }
    invalidate()
  }
  const mine = ({ pointerId }: { pointerId: number }) => hold.current?.pointer === pointerId
  const move = (e: ThreeEvent<PointerEvent>) => {
    const now = hold.current
    const { clientY } = e.nativeEvent as PointerEvent
    // Up stands the iron up, down lays it: a quarter of a degree for each pixel.
    if (now && mine(e) && typeof clientY === 'number') now.tilt = Math.min(88, Math.max(5, 45 + (now.y - clientY) * 0.3))
  }
  return places.map(({ id, spot }) => {
    if (!spot) return null
    const centre = new Vector3(...spot.at)
    return (
      <mesh key={id} geometry={shape} material={unseen} position={[...spot.at]} rotation={[...(spot.turn ?? [0, 0, 0])]} userData={{ thing: `${board}.${id}` }}
        onPointerDown={down(id, centre)} onPointerMove={move} onPointerUp={(e) => { e.stopPropagation(); if (mine(e)) end(e) }}
        onPointerLeave={(e) => { if (hold.current?.joint === id && mine(e)) end() }}
        onClick={(e: ThreeEvent<MouseEvent>) => e.stopPropagation()} />
    )
  })
}

/** Whether the wire is being pushed: the wheel turned a moment ago, F is down, a second button or finger is down. */
function useFeeding(hold: { current: Hold | null }): () => boolean {
  const canvas = useThree((s) => s.gl.domElement)
  const state = useRef({ wheel: 0, key: false, second: false })
  useEffect(() => {
    const wheel = () => { if (hold.current) state.current.wheel = performance.now() }
    const key = (on: boolean) => (e: KeyboardEvent) => { if (e.key.toLowerCase() === 'f') state.current.key = on }
    const [press, free] = [key(true), key(false)]
    const down = (e: PointerEvent) => { if (hold.current && !e.isPrimary) state.current.second = true }
    const up = (e: PointerEvent) => { if (!e.isPrimary || e.buttons === 0) state.current.second = false }
    // A second button of a mouse whose first is down makes no pointer event of its own.
    const second = (on: boolean) => (e: MouseEvent) => { if (e.button === 2) state.current.second = on && hold.current !== null }
    const [push, rest] = [second(true), second(false)]
    const menu = (e: Event) => { if (hold.current) e.preventDefault() }
    canvas.addEventListener('wheel', wheel, { passive: true })
    canvas.addEventListener('pointerdown', down)
    canvas.addEventListener('contextmenu', menu)
    canvas.addEventListener('mousedown', push)
    window.addEventListener('mouseup', rest)
    window.addEventListener('pointerup', up)
    window.addEventListener('keydown', press)
    window.addEventListener('keyup', free)
    return () => {
      canvas.removeEventListener('wheel', wheel)
      canvas.removeEventListener('pointerdown', down)
      canvas.removeEventListener('contextmenu', menu)
      canvas.removeEventListener('mousedown', push)
      window.removeEventListener('mouseup', rest)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('keydown', press)
      window.removeEventListener('keyup', free)
    }
  }, [canvas, hold])
  return () => state.current.key || state.current.second || performance.now() - state.current.wheel < WHEEL_MS
}
