// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import type { Session } from '#app/engine/session.ts'
import { useHurt } from '#app/ui/aids/hurt.ts'
import { pulse } from '#app/xr/haptics.ts'
import type { HandState } from '#app/xr/hands.ts'
import { Ear } from '#app/xr/sound/ear.ts'
import { heardFrom, lastingSounds, sustain, voiceOf } from './sounds.ts'
import type { StandingWorkshop } from './standing.ts'

const flashes: readonly string[] = ['arc', 'shock', 'accident', 'load-break']
const EXPOSURE = 1.06
/** How much light is left while what has hurt is being said: what is written is not dimmed. */
const OUT = 0.16

/** What gestures feel like: their sound where they happen, a touch in the hand, one flash for an arc, then the light low. */
export function useFeel({ workshop, session, state, calm }: { workshop: StandingWorkshop; session: Session; state: HandState; calm: boolean }) {
  const gl = useThree((s) => s.gl)
  const invalidate = useThree((s) => s.invalidate)
  const ear = useMemo(() => new Ear(), [])
  const lasting = useMemo(() => lastingSounds(ear, workshop), [ear, workshop])
  const flash = useRef(0)
  const hurt = useHurt(session) !== null
  const light = useRef(EXPOSURE)
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
  useEffect(() => invalidate(), [hurt, invalidate])
  useFrame(({ camera }, dt) => {
    ear.follow(camera)
    const wanted = EXPOSURE * (hurt ? OUT : 1)
    if (flash.current === 0 && gl.toneMappingExposure === wanted) return
    flash.current = flash.current > 0.002 ? flash.current * Math.exp(-dt * 7) : 0
    const left = (light.current - wanted) * Math.exp(-dt * 4)
    light.current = Math.abs(left) > 0.002 ? wanted + left : wanted
    gl.toneMappingExposure = light.current + flash.current * 5
    invalidate()
  })
}
