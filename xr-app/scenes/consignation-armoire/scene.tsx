// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type ThreeEvent, useThree } from '@react-three/fiber'
import { useXRStore } from '@react-three/xr'
import { nameOf, sayEvents, type Progress } from '#domain/scenario/index.ts'
import { Vector3 } from 'three'
import { idIn } from '#domain/workshop/kind.ts'
import { ROOM } from '#app/equipment/room.ts'
import { handsOf, type Hands } from '#app/xr/hands.ts'
import { Origin, TeleportFloor, useInHeadset, useStanding } from '#app/xr/headset.tsx'
import { locate, openLocator } from '#app/xr/locator.ts'
import { NameTag } from '#app/xr/name-tag.tsx'
import { OfferBoard } from '#app/xr/offer-board.tsx'
import { Slate } from '#app/xr/slate.tsx'
import type { HeldTool, SceneProps, Viewpoint } from '../contract.ts'
import { Look } from './look.tsx'
import { useFeel } from './use-feel.ts'
import { useMotion } from './use-motion.ts'
import { standWorkshop } from './workshop.ts'

export const viewpoints: readonly Viewpoint[] = [
  { id: 'cabinet', from: [0.02, 1.52, 1.62], to: [0.06, 1.32, 0.1] },
  { id: 'terminals', from: [-0.06, 1.22, 0.92], to: [-0.08, 1.10, 0.05] },
  { id: 'levers', from: [-0.08, 1.66, 1.02], to: [-0.06, 1.60, 0.2] },
  { id: 'bench', from: [1.66, 1.62, 1.52], to: [1.7, 1.16, 0.2] },
  { id: 'load', from: [-1.0, 1.5, 2.3], to: [-1.55, 1.22, 0.4] },
  { id: 'room', from: [1.3, 1.72, 3.75], to: [-0.15, 1.2, 0.2] },
]
const START = [0, 0, 1.0] as const

/** The thing an event of the pointer is about, and whether it is on its moving part. */
const met = (e: ThreeEvent<MouseEvent>) => e.object.userData as { thing?: string; moving?: boolean }
const sideOf = (e: ThreeEvent<MouseEvent>): 'left' | 'right' => {
  const state = (e as unknown as { pointerState?: { inputSource?: XRInputSource } }).pointerState
  return state?.inputSource?.handedness === 'left' ? 'left' : 'right'
}

/** The lock-out workshop. Everything that can be done in it is done by touching things; the session decides what comes of it. */
export function Scene(props: SceneProps) {
  const { session, language, words, quality, calm, finish, onHeld } = props
  const hands = handsOf(session)
  const state = useSyncExternalStore(hands.subscribe, hands.state)
  const progress = useSyncExternalStore(session.subscribe, session.progress)
  const workshop = useMemo(() => standWorkshop(session.progress(), language, quality, calm), [session, quality, calm])
  useEffect(() => () => workshop.dispose(), [workshop])
  const store = useXRStore()
  const inHeadset = useInHeadset()
  const { origin, recentre } = useStanding(START)
  const leave = useCallback(() => void store.getState().session?.end(), [store])
  const last = useMemo(() => sayEvents(session.scenario, progress), [session, progress])
  useMotion({ workshop, session, progress, state, language })
  useFeel({ session, state, calm })
  useLocator(workshop)
  const held = useHeld(hands, state.held, progress, language)
  useEffect(() => onHeld(held), [onHeld, held])
  // What is in the hand does not stand between the hand and the rest.
  useEffect(() => {
    const hits = state.held ? workshop.hits.get(state.held) ?? [] : []
    for (const hit of hits) Object.assign(hit, { pointerEvents: 'none' })
    return () => hits.forEach((hit) => Object.assign(hit, { pointerEvents: undefined }))
  }, [workshop, state.held])
  const hovered = state.hovered
  const invalidate = useThree((s) => s.invalidate)
  useEffect(() => {
    workshop.shared.hovered.value = workshop.numberOf(hovered)
    invalidate()
  }, [workshop, hovered, state, invalidate])
  const drag = useDragGuard()
  return <>
    <Look quality={quality} />
    <primitive object={workshop.root}
      onPointerOver={(e: ThreeEvent<PointerEvent>) => hands.hover(met(e).thing ?? null)}
      onPointerOut={() => hands.hover(null)}
      onPointerDown={drag.down}
      onClick={(e: ThreeEvent<MouseEvent>) => {
        e.stopPropagation()
        const { thing, moving } = met(e)
        if (thing && !drag.moved(e)) hands.touch(thing, moving === true, sideOf(e))
      }} />
    <NameTag text={hovered && hovered !== state.selected ? nameOf(progress.setup, idIn(hovered))[language] + partName(progress.setup.equipment, hovered, language) : ''}
      near={hovered ? workshop.hits.get(hovered)?.[0] ?? null : null} />
    <OfferBoard session={session} progress={progress} hands={hands} state={state} language={language} words={words}
      near={state.selected ? workshop.hits.get(state.selected)?.[0] ?? null : null} />
    <Origin origin={origin} start={START} />
    {inHeadset && <TeleportFloor origin={origin} width={ROOM.right - ROOM.left} depth={ROOM.front} />}
    {inHeadset && state.selected === null && <Slate session={session} language={language} words={words} hint={session.hint()} last={last}
      held={held} recentre={recentre} leave={leave} finish={finish} />}
  </>
}

function useHeld(hands: Hands, held: string | null, progress: Progress, language: SceneProps['language']): HeldTool | null {
  return useMemo(() => held === null ? null : {
    name: nameOf(progress.setup, held)[language], gestures: () => hands.select(held), putDown: hands.putDown,
  }, [hands, held, progress.setup, language])
}

/** « , borne L1 » for a terminal. */
function partName(equipment: Progress['setup']['equipment'], thing: string, language: SceneProps['language']): string {
  const part = thing.split('.')[1]
  const name = part ? equipment[idIn(thing)]?.terminalNames?.[part]?.[language] : undefined
  return name ? ` · ${name}` : ''
}

/** A press that turned the view is not a touch. */
function useDragGuard() {
  const [guard] = useState(() => {
    let from: [number, number] | null = null
    const screen = (e: ThreeEvent<MouseEvent>): [number, number] | null => {
      const native = e.nativeEvent as MouseEvent | undefined
      return typeof native?.clientX === 'number' ? [native.clientX, native.clientY] : null
    }
    return {
      down: (e: ThreeEvent<MouseEvent>) => { from = screen(e) },
      moved: (e: ThreeEvent<MouseEvent>) => {
        const to = screen(e)
        return from !== null && to !== null && Math.hypot(to[0] - from[0], to[1] - from[1]) > 8
      },
    }
  })
  return guard
}

const scale = new Vector3()

/** Lets tests and aids ask where a visible thing is. */
function useLocator(workshop: ReturnType<typeof standWorkshop>) {
  const gl = useThree((s) => s.gl)
  const camera = useThree((s) => s.camera)
  useEffect(() => {
    const close = openLocator(() => camera, gl.domElement)
    const forget = locate((id) => {
      const [thing = '', which] = id.split('#')
      const hits = workshop.hits.get(thing)
      const there = hits?.filter((hit) => hit.getWorldScale(scale).x > 0.01)
      // The part one moves, or with «#label» the rest of the thing.
      const hit = there?.find(({ userData }) => userData['moving'] === (which !== 'label')) ?? there?.[0]
      return hit ? { object: hit } : undefined
    })
    return () => {
      forget()
      close()
    }
  }, [workshop, gl, camera])
}
