// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { useXR, useXRStore } from '@react-three/xr'
import { Vector3, type Group, type Object3D } from 'three'
import { locate } from '../locator.ts'
import { usePanelOpen } from '../open-panel.ts'
import { useAim, type Met } from './aim.ts'
import { poseIn, standAtLeft } from './beside.tsx'
import { PlaceBoard, type Phase } from './board.tsx'
import { Footprint } from './footprint.tsx'
import type { Footing, Spot } from './place.ts'
import { StandingPlace } from './standing-place.ts'

type Props = { footing: Footing; size: readonly [number, number]; words: (key: string) => string }

/** In augmented reality: the equipment is put on a real table, on the floor or against a wall, and can be moved again. */
export function Placing({ footing, size, words }: Props) {
  const store = useXRStore()
  const session = useXR((s) => s.session)
  const [phase, setPhase] = useState<Phase>('look')
  const [seen, setSeen] = useState<{ surface: Spot['surface']; finds: boolean }>({ surface: 'free', finds: true })
  const place = usePlace(footing)
  const { met, finds } = useAim(session, phase === 'look')
  const [now] = useState(() => ({ met: null as Met | null, overBoard: false }))
  const frame = useRef<Group>(null)
  const panelOpen = usePanelOpen()
  // A phone held before one's eyes shows little: there, the board is in the middle.
  const board = useBoard(place, phase, session?.interactionMode === 'screen-space')
  const go = useCallback((next: Phase) => {
    if (next === 'look') place.lift()
    setPhase(next)
  }, [place])
  const put = useCallback(() => {
    place.put(now.met)
    setPhase('work')
  }, [place, now])
  const leave = useCallback(() => void store.getState().session?.end(), [store])
  const onHover = useCallback((over: boolean) => { now.overBoard = over }, [now])
  const change = useCallback((by: Parameters<StandingPlace['change']>[0]) => place.change(by), [place])
  useEffect(() => {
    const chosen = () => { if (phase === 'look' && !now.overBoard && now.met) put() }
    session?.addEventListener('select', chosen)
    return () => session?.removeEventListener('select', chosen)
  }, [session, phase, now, put])
  useFrame(({ gl }, _, xr?: XRFrame) => {
    const space = gl.xr.getReferenceSpace()
    const origin = gl.xr.getCamera().parent
    if (!xr || !space || !origin) return
    now.met = phase === 'look' ? met(xr, space) : null
    const spot = place.step(xr, space, now.met)
    if (!spot) return
    const back = spot.surface === 'wall' ? size[1] / 2 : 0
    lay(frame.current, origin, [spot.at[0] + Math.sin(spot.facing) * back, spot.at[1], spot.at[2] + Math.cos(spot.facing) * back], spot.facing)
    board.step(origin)
    if (phase === 'look' && (spot.surface !== seen.surface || finds() !== seen.finds)) setSeen({ surface: spot.surface, finds: finds() })
  })
  return <>
    <group ref={frame} visible={phase === 'look'}><Footprint width={size[0]} depth={size[1]} /></group>
    <group ref={board.group}>
      {(phase !== 'work' || !panelOpen) && <PlaceBoard phase={phase} surface={seen.surface} finds={seen.finds} words={words} change={change} place={put} go={go} leave={leave} onHover={onHover} />}
    </group>
  </>
}

/** Where the equipment stands; the headset's space is put back where it was when one leaves. */
function usePlace(footing: Footing) {
  const gl = useThree((s) => s.gl)
  const place = useMemo(() => new StandingPlace(() => gl.xr.getCamera().parent, footing), [gl, footing])
  useEffect(() => () => place.end(), [place])
  return place
}

/** The board stays in the real room, at one's right: out of the way of the hand that aims. */
function useBoard(place: StandingPlace, phase: Phase, onScreen: boolean) {
  const group = useRef<Group>(null)
  const stands = useRef<{ phase: Phase; at: Vector3; turn: number } | null>(null)
  useEffect(() => locate((id) => {
    const origin = group.current?.parent && place.space()
    return origin && id === 'origin-ahead' ? { object: origin, at: new Vector3(0, 0, -1) } : undefined
  }), [place])
  const step = (origin: Object3D) => {
    const [looking, looked] = [phase === 'look', stands.current?.phase === 'look']
    if (!stands.current || looking !== looked) {
      // At one's sides, not before one: what stands there is worked on, and no hand passes through a board.
      const [right, ahead, up] = onScreen ? [0, 0.66, 0.36] : [0.7, 0.04, 0.35]
      stands.current = { phase, ...place.beside(right, ahead, up) }
      const left = place.beside(-0.7, 0.04, 0.3)
      standAtLeft(looking ? null : poseIn(origin.matrixWorld, left.at, left.turn))
    }
    lay(group.current, origin, stands.current.at.toArray(), stands.current.turn)
  }
  return { group, step }
}

/** Sets something at a place of the real room. */
function lay(thing: Group | null, origin: Object3D, at: readonly [number, number, number], facing: number): void {
  if (!thing) return
  thing.matrixAutoUpdate = false
  thing.matrix.copy(poseIn(origin.matrixWorld, new Vector3(...at), facing))
  thing.matrixWorldNeedsUpdate = true
}
