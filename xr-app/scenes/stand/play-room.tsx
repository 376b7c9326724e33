// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useMemo, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'
import { type ThreeEvent, useThree } from '@react-three/fiber'
import { useXRStore } from '@react-three/xr'
import { sayEvents } from '#domain/scenario/describe.ts'
import type { Progress } from '#domain/scenario/index.ts'
import { nameOf } from '#domain/scenario/words.ts'
import { idIn } from '#domain/workshop/kind.ts'
import { ROOM } from '#app/equipment/room.ts'
import type { Reading } from '#app/equipment/kind-body.ts'
import { useHurt } from '#app/ui/aids/hurt.ts'
import { AtLeft } from '#app/xr/ar/beside.tsx'
import { handsOf, type Hands, type HandState } from '#app/xr/hands.ts'
import { Origin, TeleportFloor, useInHeadset, useStanding } from '#app/xr/headset.tsx'
import { NameTag } from '#app/xr/name-tag.tsx'
import { OfferBoard } from '#app/xr/offer-board.tsx'
import { Slate } from '#app/xr/slate-lazily.tsx'
import type { HeldTool, SceneProps } from '../contract.ts'
import { Look } from './look.tsx'
import type { StandSpec } from './spec.ts'
import { standWorkshop, type StandingWorkshop } from './standing.ts'
import { met, sideOf, useDragGuard } from './touching.ts'
import { useBlinking } from './use-blinking.ts'
import { useFeel } from './use-feel.ts'
import { useLocator } from './use-locator.ts'
import { useMotion } from './use-motion.ts'

/** What goes on by itself in a workshop, between two gestures. */
export type Live = ComponentType<{ workshop: StandingWorkshop; session: SceneProps['session']; reading: Reading; hands: Hands; side: HandState['side'] }>

type Props = SceneProps & {
  /** What stands there, for the variant of this attempt. */
  specOf: (progress: Progress) => StandSpec
  /** Where one stands at first. */
  start: readonly [number, number, number]
  /** The language of what is engraved, where it is not the reader's. */
  engraved?: SceneProps['language']
  live?: Live | undefined
}

/** A workshop one acts in. Everything is done by touching things; the session decides what comes of it. */
export function PlayRoom({ specOf, start, engraved, live: Live, ...props }: Props) {
  const { session, language, words, quality, calm, finish, onHeld, bare } = props
  const hands = handsOf(session)
  const state = useSyncExternalStore(hands.subscribe, hands.state)
  const progress = useSyncExternalStore(session.subscribe, session.progress)
  const reading = useMemo((): Reading => ({ setup: progress.setup, world: progress.world, language }), [progress, language])
  const workshop = useMemo(() => {
    const now = session.progress()
    return standWorkshop(specOf(now), { setup: now.setup, world: now.world, language }, quality, calm, engraved)
    // Labels keep the language one came in with: papers and panels follow the reader's.
  }, [session, specOf, quality, calm, engraved])
  useEffect(() => () => workshop.dispose(), [workshop])
  const store = useXRStore()
  const inHeadset = useInHeadset()
  const { origin, recentre } = useStanding(start)
  const leave = useCallback(() => void store.getState().session?.end(), [store])
  const last = useMemo(() => sayEvents(session.scenario, progress), [session, progress])
  useMotion({ workshop, reading, state })
  useBlinking(workshop, progress.world)
  useFeel({ workshop, session, state, calm })
  useLocator(workshop)
  useHeldAside(workshop, state.held)
  useHoverLight(workshop, state)
  const things = useMemo(() => (bare ? [] : [...workshop.hits.values()].flat()), [bare, workshop])
  const held = useHeld(hands, state.held, progress, language)
  useEffect(() => onHeld(held), [onHeld, held])
  const { hovered } = state
  // What has just hurt is read before any panel.
  const hurt = useHurt(session) !== null
  const selected = hurt ? null : state.selected
  return <>
    <Look quality={quality} bare={bare} />
    <Touchable workshop={workshop} hands={hands} />
    {Live && <Live workshop={workshop} session={session} reading={reading} hands={hands} side={state.side} />}
    <NameTag text={hovered && hovered !== selected ? nameOf(progress.setup, idIn(hovered))[language] + partName(progress.setup.equipment, hovered, language) : ''}
      near={hovered ? workshop.hits.get(hovered)?.[0] ?? null : null} />
    <OfferBoard session={session} progress={progress} hands={hands} state={hurt ? { ...state, selected } : state} language={language} words={words}
      near={selected ? workshop.hits.get(selected)?.[0] ?? null : null} things={workshop.hits} />
    <Origin origin={origin} start={start} />
    {inHeadset && !bare && <TeleportFloor origin={origin} width={ROOM.right - ROOM.left} depth={ROOM.front} />}
    {inHeadset && selected === null && <SlatePlace start={start} bare={bare} session={session}>
      <Slate session={session} language={language} words={words} hint={session.hint()} last={last}
        held={held} things={things} recentre={recentre} leave={leave} finish={finish} /></SlatePlace>}
  </>
}

/** The slate is at the left of where one begins, or of where one really stands; after an accident, before the eyes. */
function SlatePlace({ start, bare, session, children }: Pick<Props, 'start' | 'bare' | 'session'> & { children: ReactNode }) {
  const hurt = useHurt(session) !== null
  return bare && !hurt ? <AtLeft>{children}</AtLeft> : <group position={[start[0], 0, start[2] - 1]}>{children}</group>
}

/** The things themselves, answering rays, fingers and clicks. */
function Touchable({ workshop, hands }: { workshop: StandingWorkshop; hands: Hands }) {
  const drag = useDragGuard()
  return <primitive object={workshop.root}
    onPointerOver={(e: ThreeEvent<PointerEvent>) => hands.hover(met(e).thing ?? null)}
    // Another pointer, or the hand's other way, may have gone to something else already.
    onPointerOut={(e: ThreeEvent<PointerEvent>) => { if (met(e).thing === hands.state().hovered) hands.hover(null) }}
    onPointerDown={drag.down}
    onClick={(e: ThreeEvent<MouseEvent>) => {
      e.stopPropagation()
      const { thing, moving } = met(e)
      if (thing && !drag.moved(e) && drag.counts(e)) hands.touch(thing, moving === true, sideOf(e))
    }} />
}

/** What is in the hand does not stand between the hand and the rest. */
function useHeldAside(workshop: StandingWorkshop, held: string | null) {
  useEffect(() => {
    const hits = held ? workshop.hits.get(held) ?? [] : []
    for (const hit of hits) Object.assign(hit, { pointerEvents: 'none' })
    return () => hits.forEach((hit) => Object.assign(hit, { pointerEvents: undefined }))
  }, [workshop, held])
}

/** What the hand is about to touch is lit; any change of the hands is drawn. */
function useHoverLight(workshop: StandingWorkshop, state: HandState) {
  const invalidate = useThree((s) => s.invalidate)
  useEffect(() => {
    workshop.shared.hovered.value = workshop.numberOf(state.hovered)
    invalidate()
  }, [workshop, state, invalidate])
}

function useHeld(hands: Hands, held: string | null, progress: Progress, language: SceneProps['language']): HeldTool | null {
  return useMemo(() => held === null ? null : {
    name: nameOf(progress.setup, held)[language], gestures: () => hands.select(held), putDown: hands.putDown,
  }, [hands, held, progress.setup, language])
}

/** « · borne L1 » for a terminal, « · la pastille 2 » for a part. */
function partName(equipment: Progress['setup']['equipment'], thing: string, language: SceneProps['language']): string {
  const part = thing.split('.')[1]
  const { terminalNames, parts } = equipment[idIn(thing)] ?? {}
  const name = part ? terminalNames?.[part]?.[language] ?? parts?.find(({ id }) => id === part)?.label[language] ?? part.toUpperCase() : undefined
  return name ? ` · ${name}` : ''
}
