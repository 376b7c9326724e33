// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef, useState } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { Light } from 'three'
import type { Session } from '#app/engine/session.ts'
import { beginAt, inHeadset, measure, onScreen, restart } from './gauge.ts'
import type { Rung } from './quality.ts'

/** How long after a gesture nothing about the picture may change. */
const GESTURE_MS = 1_200
/** A page that was left and came back: no frame took that long. */
const AWAY_MS = 4_000

type Props = { session: Session; rungs: readonly Rung[]; rung: number; adapt: boolean; change: (rung: number) => void }

/** Times every frame that is drawn, and asks for a lighter or finer picture when they say so. */
export function Pacing({ session, rungs, rung, adapt, change }: Props) {
  const gauge = useRef(beginAt(rung, rungs.length - 1))
  const busy = useGesture(session)
  const headset = useXR((s) => s.session)
  // A step that this gauge asked for goes on with what it remembers; any other begins anew.
  useEffect(() => { if (gauge.current.rung !== rung) gauge.current = beginAt(rung, rungs.length - 1) }, [rung, rungs])
  useEffect(() => {
    restart(gauge.current)
    gauge.current.rose = false
  }, [headset])
  const limits = useMemo(() => (headset ? inHeadset(headset.frameRate ?? 72) : onScreen), [headset])
  const judge = (ms: number) => {
    if (ms > AWAY_MS) return
    const before = gauge.current.rung
    const next = measure(gauge.current, ms, busy(), limits)
    if (next.rung === before) return
    // How sharp the eyes' pictures are is the headset's business while it is worn: only shadows can go.
    const wanted = headset ? rungs.findLastIndex((one) => !one.shadows) : next.rung
    if (wanted >= 0 && wanted !== rung) change(wanted)
  }
  useFrame((_, dt) => {
    if (!adapt) return
    if (headset) return judge(dt * 1000)
    // Drawn on demand, the next frame may be far away: what counts is when the browser is ready for one.
    const began = Number(document.timeline.currentTime)
    requestAnimationFrame((now) => judge(now - began))
  })
  return null
}

/** Whether a gesture is being made: a pointer is down, or something has just been done. */
function useGesture(session: Session): () => boolean {
  const canvas = useThree((s) => s.gl.domElement)
  const [hand] = useState(() => ({ down: 0, last: -Infinity }))
  useEffect(() => {
    const touch = (change: number) => () => {
      hand.down = Math.max(0, hand.down + change)
      hand.last = performance.now()
    }
    const [down, up] = [touch(1), touch(-1)]
    canvas.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    const forget = session.subscribe(touch(0))
    return () => {
      canvas.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
      forget()
    }
  }, [canvas, hand, session])
  return () => hand.down > 0 || performance.now() - hand.last < GESTURE_MS
}

/** Lets the lamps that cast shadows cast them, or not. Comes after the scene, whose lamps it asks. */
export function Shadows({ on }: { on: boolean }) {
  const { scene, gl, invalidate } = useThree()
  const lamps = useRef<Light[] | null>(null)
  useEffect(() => {
    if (!lamps.current) {
      const found: Light[] = []
      scene.traverse((one) => { if (one instanceof Light && one.castShadow) found.push(one) })
      lamps.current = found
    }
    for (const lamp of lamps.current) lamp.castShadow = on
    gl.shadowMap.needsUpdate = true
    invalidate()
  }, [on, scene, gl, invalidate])
  return null
}
