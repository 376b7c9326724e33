// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Canvas, useFrame } from '@react-three/fiber'
import { noEvents, PointerEvents, XR, type XRStore } from '@react-three/xr'
import { useTranslation } from 'react-i18next'
import { ACESFilmicToneMapping } from 'three'
import type { Language } from '#domain/text.ts'
import type { HeldTool, SceneModule, Viewpoint } from '../../../scenes/contract.ts'
import { setWorn } from '../../../ui/aids/worn.ts'
import { useCalm } from '../../../ui/settings/store.ts'
import { Comfort } from '../../../xr/comfort/comfort.tsx'
import { deviceHere } from '../../../xr/device.ts'
import { Augmented } from '../../../xr/ar/lazily.tsx'
import { FlatCamera } from '../../../xr/flat-camera.tsx'
import { useInHeadset } from '../../../xr/headset.tsx'
import { Pacing, Shadows } from '../../../xr/pacing.tsx'
import type { Footing } from '../../../xr/ar/place.ts'
import { firstRung, type Wish } from '../../../xr/quality.ts'
import { Sparing } from '../../../xr/spare-lazily.tsx'
import { makeXRStore, SLOW_CLICK } from '../../../xr/store.ts'
import type { WorkshopViewProps } from '../view.ts'
import { LostGraphics, WatchGraphics } from './graphics.tsx'
import { KeepPoses } from './keep-poses.tsx'
import { InHand, Views } from './over-stage.tsx'

/** Where a workshop stands in a real room when its scene does not say: the bench of the first one, and the wall behind. */
const FOOTING: Footing = { table: [1.72, 0.9, 0.32], floor: [0, 0, 0.5], wall: [0, 0, 0] }
const SIZE = [1.2, 0.6] as const

/** The scene on its canvas, as sharp as this device holds, and set up again when the device has lost it. */
export function Stage({ session, finish, toPlain, poses, module, wish }: WorkshopViewProps & { module: SceneModule; wish: Wish }) {
  const { t, i18n } = useTranslation('scene')
  const [store] = useState(makeXRStore)
  const calm = useCalm()
  const [viewpoint, setViewpoint] = useState<Viewpoint>(module.viewpoints[0]!)
  const [held, setHeld] = useState<HeldTool | null>(null)
  const words = useMemo(() => (key: string) => t(key as 'take'), [t])
  const { t: ofDevice } = useTranslation('device')
  const arWords = useMemo(() => (key: string) => ofDevice(`ar.${key}` as 'ar.where'), [ofDevice])
  const augmented = useSyncExternalStore(store.subscribe, () => store.getState().session !== undefined && store.getState().mode === 'immersive-ar')
  useEffect(() => () => { void store.getState().session?.end() }, [store])
  useSayWorn(store)
  const finishOnPage = useFinishOnPage(store, finish)
  usePauseInHeadset(store, session)
  const graphics = useGraphics(store)
  const { quality, rungs, rung, change, dpr } = usePicture(store, wish)
  return <>
    <Canvas key={graphics.times} className="stage" events={noEvents} frameloop="demand" dpr={dpr} shadows="percentage"
      gl={{ antialias: quality.antialias, toneMapping: ACESFilmicToneMapping, powerPreference: 'high-performance' }}
      camera={{ position: viewpoint.from, fov: 50, near: 0.02, far: 30 }} role="img" aria-label={t('canvas')} data-rung={rung}>
      <XR store={store}>
        <PointerEvents clickThresholdMs={SLOW_CLICK} />
        <View viewpoint={viewpoint} calm={calm} />
        <module.Scene session={session} language={i18n.language as Language} words={words} quality={quality} calm={calm} finish={finishOnPage} onHeld={setHeld} bare={augmented} />
        <Augmented footing={module.ground?.footing ?? FOOTING} size={module.ground?.size ?? SIZE} words={arWords} />
        <Comfort session={session} words={words} places={module.viewpoints} />
        {poses && <KeepPoses session={session} poses={poses} />}
        <Shadows on={rungs[rung]?.shadows === true} />
        <Pacing session={session} rungs={rungs} rung={rung} adapt={wish === 'auto'} change={change} />
        <Stands />
        <Sparing />
        <WatchGraphics lost={graphics.lose} restored={graphics.setUp} />
      </XR>
    </Canvas>
    {graphics.lost && <LostGraphics retry={graphics.setUp} toPlain={toPlain} />}
    {held && !graphics.lost && <InHand held={held} />}
    <Views viewpoints={module.viewpoints} now={viewpoint} go={setViewpoint} store={store} />
  </>
}

function View({ viewpoint, calm }: { viewpoint: Viewpoint; calm: boolean }) {
  return <FlatCamera viewpoint={viewpoint} calm={calm} active={!useInHeadset()} />
}

/** The workshop has been drawn: the empty room behind the page (opening/room.ts) has served. */
function Stands() {
  const seen = useRef(false)
  useFrame(() => {
    if (!seen.current) requestAnimationFrame(() => document.dispatchEvent(new Event('compagnon:stands')))
    seen.current = true
  })
  return null
}

/** Whether the graphics are gone, and setting everything up anew: canvas, scene, labels. What was done is the session's. */
function useGraphics(store: XRStore) {
  const [times, setTimes] = useState(0)
  const [lost, setLost] = useState(false)
  const lose = useCallback(() => {
    setLost(true)
    void store.getState().session?.end()
  }, [store])
  const setUp = useCallback(() => {
    setTimes((before) => before + 1)
    setLost(false)
  }, [])
  return { times, lost, lose, setUp }
}

/** How the picture begins on this device, and the step it is on. */
function usePicture(store: XRStore, wish: Wish) {
  const begin = useMemo(() => firstRung(deviceHere(), wish), [wish])
  const [rung, change] = useState(begin.rung)
  useEffect(() => change(begin.rung), [begin])
  const { level, rungs, antialias } = begin
  const sharp = rungs[rung]?.dpr ?? 1
  const worn = useSyncExternalStore(store.subscribe, () => store.getState().session !== undefined)
  // The size of a canvas cannot change while a headset draws into it.
  const kept = useRef(sharp)
  useEffect(() => { if (!worn) kept.current = sharp })
  const quality = useMemo(() => ({ level, antialias, dpr: sharp, shadows: level === 'full' }), [level, antialias, begin])
  return { quality, rungs, rung, change, dpr: worn ? kept.current : sharp }
}

/** The end of an attempt is asked and told on the page, which a headset does not show: it is left first. */
function useFinishOnPage(store: XRStore, finish: () => void): () => void {
  return useCallback(() => {
    const worn = store.getState().session
    // Refused only to a session that has ended already.
    if (worn) void worn.end().then(finish, finish)
    else finish()
  }, [store, finish])
}

/** The page around knows whether a headset shows this. */
function useSayWorn(store: XRStore): void {
  useEffect(() => {
    const look = () => setWorn(store.getState().session !== undefined)
    const stop = store.subscribe(look)
    look()
    return () => {
      stop()
      setWorn(false)
    }
  }, [store])
}

/** Simulation time waits while the headset shows something else (its menu, or nobody's face). */
function usePauseInHeadset(store: XRStore, session: WorkshopViewProps['session']): void {
  useEffect(() => store.subscribe(({ visibilityState }, before) => {
    if (visibilityState === before.visibilityState) return
    if (visibilityState === undefined || visibilityState === 'visible') session.resume()
    else session.pause()
  }), [store, session])
}
