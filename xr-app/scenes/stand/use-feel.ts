// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import type { Session } from '#app/engine/session.ts'
import { pulse } from '#app/xr/haptics.ts'
import type { HandState } from '#app/xr/hands.ts'
import { Ear } from '#app/xr/sound/ear.ts'
import { heardFrom, lastingSounds, sustain, voiceOf } from './sounds.ts'
import type { StandingWorkshop } from './standing.ts'

const flashes: readonly string[] = ['arc', 'shock', 'accident', 'load-break']
const EXPOSURE = 1.06

/** What gestures feel like: their sound where they happen, a touch in the hand, one flash for an arc. */
export function useFeel({ workshop, session, state, calm }: { workshop: StandingWorkshop; session: Session; state: HandState; calm: boolean }) {
  const gl = useThree((s) => s.gl)
  const invalidate = useThree((s) => s.invalidate)
  const ear = useMemo(() => new Ear(), [])
  const lasting = useMemo(() => lastingSounds(ear, workshop), [ear, workshop])
  const flash = useRef(0)
  const side = useRef(state.side)
  side.current = state.side

  useEffect(() => session.subscribe(({ events, progress }) => {
    for (const event of events) {
      const voice = voiceOf(event, progress.world)
      if (voice) ear.play(voice, heardFrom(workshop, event.target))
      // One flash, never two: below three a second by construction, and none for whoever asked for calm.
      if (flashes.includes(event.name) && !calm) flash.current = 1
    }
    pulse(gl.xr.getSession(), side.current, 12)
    sustain(lasting, progress.world)
  }), [session, ear, lasting, workshop, gl, calm])
  useEffect(() => {
    const wake = () => {
      ear.wake()
      sustain(lasting, session.progress().world)
    }
    const hidden = () => (document.hidden ? ear.pause() : ear.resume())
    window.addEventListener('pointerdown', wake)
    gl.xr.addEventListener('sessionstart', wake)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('pointerdown', wake)
      gl.xr.removeEventListener('sessionstart', wake)
      document.removeEventListener('visibilitychange', hidden)
      ear.close()
    }
  }, [ear, lasting, session, gl])
  useFrame(({ camera }, dt) => {
    ear.follow(camera)
    if (flash.current <= 0.002 && gl.toneMappingExposure === EXPOSURE) return
    flash.current *= Math.exp(-dt * 7)
    gl.toneMappingExposure = flash.current > 0.002 ? EXPOSURE + flash.current * 5 : EXPOSURE
    invalidate()
  })
}
