// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef, useState } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { useXRInputSourceState } from '@react-three/xr'
import type { Progress } from '#domain/scenario/index.ts'
import type { Language } from '#domain/text.ts'
import type { Session } from '#app/engine/session.ts'
import { useAmbient } from '#app/xr/ambient.ts'
import type { HandState } from '#app/xr/hands.ts'
import { carry, reach, wear } from './carry.ts'
import { papersChanged } from './papers.ts'
import type { StandingWorkshop } from './workshop.ts'

type Needs = { workshop: StandingWorkshop; session: Session; progress: Progress; state: HandState; language: Language }

const REST_FAN = 14 // radians per second at full speed
const STOPPING_MS = 6_000

/** Keeps the room as the world says: parts at their poses, papers as written, tools in the hand, the fan turning. */
export function useMotion({ workshop, progress, state, language }: Needs) {
  const gl = useThree((s) => s.gl)
  const invalidate = useThree((s) => s.invalidate)
  const shown = useRef<Progress | null>(null)
  const left = useHandObject('left')
  const right = useHandObject('right')
  const hand = (state.side === 'left' ? left : right) ?? right ?? left
  const worn = progress.world['watch']?.kind === 'watch' && progress.world['watch'].worn
  const running = progress.world['m1']?.kind === 'load' && progress.world['m1'].running
  const fan = useRef(0)
  useAmbient(useSlowingDown(running))
  const rest = useProbeRest(workshop)
  const carried = useRef<string | null>(null)

  useEffect(() => {
    const first = shown.current === null
    if (carried.current && carried.current !== state.held) workshop.animator.release(carried.current)
    carried.current = state.held
    if (!worn) workshop.animator.release('watch')
    workshop.show(progress, performance.now(), first)
    if (!first && papersChanged(shown.current ?? progress, progress)) workshop.rewrite({ progress, language })
    shown.current = progress
    gl.shadowMap.needsUpdate = true
    invalidate()
  }, [workshop, progress, state.held, worn, language, gl, invalidate])
  useEffect(() => workshop.rewrite({ progress, language }), [workshop, language])

  useFrame(({ camera }, dt) => {
    const moving = workshop.animator.step(performance.now())
    if (moving) gl.shadowMap.needsUpdate = true
    const { bones } = workshop
    const held = state.held ? bones.get(state.held) : undefined
    const step = Math.min(dt, 0.1)
    const watch = bones.get('watch')
    const [tester, probe] = [bones.get('tester'), bones.get('tester/probe')]
    const carrying = [
      state.held && held ? carry(state.held, held, hand, camera, step) : 0,
      worn && watch ? wear(watch, left, camera, step) : 0,
      tester && probe ? reach(probe, tester, state.held === 'tester' ? state.probe : null, rest, step) : 0,
    ]
    // Where frames are drawn on demand, what still moves asks for the next one.
    if (moving || carrying.some((left) => left > 0.001)) invalidate()
    fan.current += ((running ? REST_FAN : 0) - fan.current) * (1 - Math.exp(-dt * 0.9))
    const rotor = bones.get('m1/rotor')
    if (rotor) rotor.rotation.z -= fan.current * dt
  })
}

/** Whether something turns: for a while after it is stopped, too. */
function useSlowingDown(running: boolean): boolean {
  const [turning, setTurning] = useState(running)
  useEffect(() => {
    if (running) setTurning(true)
    const rest = running ? undefined : setTimeout(() => setTurning(false), STOPPING_MS)
    return () => clearTimeout(rest)
  }, [running])
  return turning
}

/** Where a hand is in the room, with a headset. */
function useHandObject(side: 'left' | 'right') {
  const controller = useXRInputSourceState('controller', side)
  const bare = useXRInputSourceState('hand', side)
  return controller?.object ?? bare?.object
}

function useProbeRest(workshop: StandingWorkshop) {
  return useMemo(() => {
    const probe = workshop.bones.get('tester/probe')
    if (!probe) throw new Error('the tester has a second probe')
    return { at: probe.position.clone(), turn: probe.quaternion.clone() }
  }, [workshop])
}
