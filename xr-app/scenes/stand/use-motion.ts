// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import type { Bone, Camera, Object3D, Quaternion, Vector3 } from 'three'
import type { World } from '#domain/workshop/pieces.ts'
import { bodyOf } from '#app/equipment/kinds.ts'
import type { Reading } from '#app/equipment/kind-body.ts'
import { inSight, useAmbient } from '#app/xr/ambient.ts'
import type { HandState } from '#app/xr/hands.ts'
import { carry, reach, wear } from './carry.ts'
import { terminalSpot } from './stage.ts'
import type { StandingWorkshop } from './standing.ts'
import { useHandObject, useWrist } from './use-wrist.ts'

type Needs = {
  workshop: StandingWorkshop; reading: Reading; state: Pick<HandState, 'held' | 'side' | 'probe'>
  /** Nobody is there to wear anything. */
  still?: boolean
}

const STOPPING_MS = 6_000
/** What turns reaches no farther about its axis, in metres. */
const REACH = 0.5

/** Keeps the room as the world says: parts at their poses, papers as written, tools in the hand, what turns turning. */
export function useMotion({ workshop, reading, state, still = false }: Needs) {
  const gl = useThree((s) => s.gl)
  const invalidate = useThree((s) => s.invalidate)
  const shown = useRef<{ workshop: StandingWorkshop; reading: Reading } | null>(null)
  const left = useHandObject('left')
  const right = useHandObject('right')
  const hand = (state.side === 'left' ? left : right) ?? right ?? left
  const worn = useMemo(() => (still ? null : wornIn(reading.world)), [reading.world, still])
  const wrist = useWrist(workshop, worn)
  const turning = useMemo(() => spinsOf(reading.world, workshop), [reading.world, workshop])
  const seen = useCallback((camera: Camera) => turning.some(([part]) => inSight(workshop.bones.get(part)!, REACH, camera)), [turning, workshop])
  useAmbient(useSlowingDown(turning.some(([, speed]) => speed > 0)), seen)
  const speeds = useRef(new Map<string, number>())
  const rest = useProbeRests(workshop)
  const carried = useRef<string | null>(null)
  // One place is looked up when the probe moves, never in a frame.
  const probePlace = useMemo(() => (state.probe ? terminalSpot(workshop.stage(), state.probe) : null), [workshop, state.probe])

  useEffect(() => {
    const first = shown.current?.workshop !== workshop
    if (carried.current && carried.current !== state.held) workshop.animator.release(carried.current)
    carried.current = state.held
    for (const id of Object.keys(reading.world)) if (worn !== id && bodyOf(reading.world[id]!.kind).onWrist) workshop.animator.release(id)
    workshop.show(reading, performance.now(), first)
    if (first || shown.current?.reading.world !== reading.world || shown.current?.reading.language !== reading.language) workshop.rewrite(reading)
    shown.current = { workshop, reading }
    gl.shadowMap.needsUpdate = true
    invalidate()
  }, [workshop, reading, state.held, worn, gl, invalidate])

  const around = useMemo(() => ({ hand, wrist, worn, rest }), [hand, wrist, worn, rest])

  useFrame(({ camera }, dt) => {
    const moving = workshop.animator.step(performance.now())
    if (moving) gl.shadowMap.needsUpdate = true
    const step = Math.min(dt, 0.1)
    const far = inHand(workshop, reading.world, state, probePlace, around, camera, step)
    // Where frames are drawn on demand, what still moves asks for the next one.
    if (moving || far > 0.001) invalidate()
    for (let i = 0; i < turning.length; i++) spin(workshop, turning[i]!, speeds.current, dt)
  })
}

type Spin = ReturnType<typeof spinsOf>[number]

/** Turns a little further what turns, slowly at first. */
function spin({ bones }: StandingWorkshop, turning: Spin, speeds: Map<string, number>, dt: number): void {
  const bone = bones.get(turning[0])
  if (!bone) return
  const before = speeds.get(turning[0]) ?? 0
  const speed = before + (turning[1] - before) * (1 - Math.exp(-dt * 0.9))
  speeds.set(turning[0], speed)
  bone.rotation.z -= speed * dt
}

type Held = Pick<HandState, 'held' | 'probe'>
type Around = { hand: Object3D | undefined; wrist: Object3D | undefined; worn: string | null; rest: readonly ProbeRest[] }
/** A tool's second probe, and where it rests beside the tool. */
type ProbeRest = { tool: string; bone: Bone; probe: Bone; at: Vector3; turn: Quaternion }
type Place = ReturnType<typeof terminalSpot>

/** Brings what is held, worn and reached with a little closer; answers how far the farthest still is. */
function inHand({ bones }: StandingWorkshop, world: World, state: Held, place: Place, around: Around, camera: Camera, dt: number): number {
  const held = state.held ? bones.get(state.held) : undefined
  const watch = around.worn ? bones.get(around.worn) : undefined
  let far = 0
  if (held && state.held) far = Math.max(far, carry(bodyOf(world[state.held]?.kind ?? '').grip, held, around.hand, camera, dt))
  if (watch) far = Math.max(far, wear(watch, around.wrist, camera, dt))
  for (let i = 0; i < around.rest.length; i++) {
    const rest = around.rest[i]!
    far = Math.max(far, reach(rest.probe, rest.bone, state.held === rest.tool ? place : null, rest, dt))
  }
  return far
}

const wornIn = (world: World): string | null =>
  Object.entries(world).find(([, piece]) => bodyOf(piece.kind).onWrist?.(piece))?.[0] ?? null

/** What turns, and how fast. A load may run and have nothing that turns: a lamp. */
const spinsOf = (world: World, { bones }: StandingWorkshop) => Object.entries(world)
  .flatMap(([id, piece]) => bodyOf(piece.kind).spins?.(id, piece) ?? [])
  .filter(([part]) => bones.has(part))

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

/** Each tool with a second probe, looked up once: a frame asks for no names. */
function useProbeRests(workshop: StandingWorkshop): readonly ProbeRest[] {
  return useMemo(() => Object.entries(workshop.stage().world).flatMap(([tool, piece]) => {
    const [bone, probe] = [workshop.bones.get(tool), workshop.bones.get(bodyOf(piece.kind).probe?.(tool) ?? '')]
    return bone && probe ? [{ tool, bone, probe, at: probe.position.clone(), turn: probe.quaternion.clone() }] : []
  }), [workshop])
}
