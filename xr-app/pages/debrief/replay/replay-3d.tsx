// SPDX-License-Identifier: EUPL-1.2
import { use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { noEvents, useXRSessionModeSupported, XR, type XRStore } from '@react-three/xr'
import { useTranslation } from 'react-i18next'
import { ACESFilmicToneMapping, Plane, Vector3 } from 'three'
import type { Scenario } from '#domain/scenario/index.ts'
import type { Language } from '#domain/text.ts'
import type { ReplaySession } from '../../../engine/replay-session.ts'
import type { SceneModule, Viewpoint } from '../../../scenes/contract.ts'
import { sceneFor } from '../../../scenes/index.ts'
import type { PoseSample } from '../../../service/poses-pack.ts'
import { posesOf } from '../../../service/poses.ts'
import { useRemote } from '../../../service/use-remote.ts'
import { Icon } from '../../../ui/icon.tsx'
import { loadTexts } from '../../../ui/i18n.ts'
import { letters } from '../../../ui/letters.ts'
import { settings, useCalm } from '../../../ui/settings/store.ts'
import { Comfort } from '../../../xr/comfort/comfort.tsx'
import { EnterHeadset } from '../../../xr/comfort/enter-headset.tsx'
import { canDraw } from '../../../xr/device.ts'
import { FlatCamera } from '../../../xr/flat-camera.tsx'
import { useInHeadset } from '../../../xr/headset.tsx'
import { qualityHere } from '../../../xr/quality.ts'
import { makeXRStore } from '../../../xr/store.ts'
import type { Reading } from '../read-debrief.ts'
import { HeadsetPanel } from './headset-panel.tsx'
import { KeptMovements } from './kept-movements.tsx'
import type { Opened } from './open-replay.ts'
import { HandPaths, OwnEyes } from './own-eyes.tsx'
import { Touches } from './touches.tsx'
import { aboveOf, bestViewpoint, type Looking } from './where-to-look.ts'

const ready = new WeakMap<Scenario, Promise<SceneModule>>()
/** The scene with everything it needs: labels are drawn once, so their letters come first. */
function moduleOf(scenario: Scenario): Promise<SceneModule> {
  const load = ready.get(scenario)
    ?? Promise.all([sceneFor(scenario), loadTexts('scene'), loadTexts('device'), loadTexts('settings'), letters()]).then(([module]) => module)
  ready.set(scenario, load)
  return load
}

type Props = { opened: Opened; reading: Reading; close: () => void }

/** The attempt in its workshop: the same scene as when it was made, and two hands that show who touched what. */
export default function Replay3D(props: Props) {
  const module = use(moduleOf(props.opened.session.scenario))
  const { t } = useTranslation('debrief')
  if (!canDraw()) return <p className="screen off">{t('replay.no3d')}</p>
  return <Stage {...props} module={module} />
}

const nothing = () => undefined

function Stage({ opened, reading, close, module }: Props & { module: SceneModule }) {
  const { session } = opened
  const { t } = useTranslation('debrief')
  const { t: word, i18n } = useTranslation('scene')
  const language = i18n.language as Language
  const [store] = useState(makeXRStore)
  const [quality] = useState(() => qualityHere(settings().picture))
  const calm = useCalm()
  const [looking, setLooking] = useState<Looking>(calm ? 'still' : 'eyes')
  const [viewpoint, setViewpoint] = useState<Viewpoint>(module.viewpoints[0]!)
  const { samples, forget } = useMovements(reading)
  const [above] = useState(() => aboveOf(module.viewpoints))
  const words = useMemo(() => (key: string) => word(key as 'take'), [word])
  const leave = useCallback(() => void store.getState().session?.end(), [store])
  useEffect(() => () => { void store.getState().session?.end() }, [store])
  return <>
    <div className="screen on">
      <Canvas className="stage" events={noEvents} frameloop="demand" dpr={quality.dpr} shadows={quality.shadows ? 'percentage' : false}
        gl={{ antialias: quality.antialias, toneMapping: ACESFilmicToneMapping }} role="img" aria-label={t('replay.canvas')}
        camera={{ position: viewpoint.from, fov: 50, near: 0.02, far: 30 }}>
        <XR store={store}>
          <Camera viewpoint={looking === 'above' ? above : viewpoint} calm={calm} own={looking === 'own'} />
          {looking === 'above' && <WithoutCeiling />}
          {looking === 'own' && <OwnEyes session={session} samples={samples} />}
          {samples.length > 0 && <HandPaths session={session} samples={samples} />}
          <module.Scene session={session} language={language} words={words} quality={quality} calm={calm} finish={leave} onHeld={nothing} />
          <Follow session={session} on={looking === 'eyes'} viewpoints={module.viewpoints} go={setViewpoint} />
          <Touches opened={opened} calm={calm} viewpoint={viewpoint} />
          <HeadsetPanel opened={opened} reading={reading} leave={leave} />
          <Comfort session={session} words={words} />
          <Awake session={session} />
        </XR>
      </Canvas>
      <div className="over-screen">
        <ViewChoice looking={looking} own={samples.length > 0} choose={setLooking} />
        <EnterVr store={store} />
        <button type="button" className="button" data-replay="close-3d" onClick={close}><Icon name="cross" />{t('replay.close3d')}</button>
      </div>
      <p className="legend">
        <span><i className="mine" />{t(reading.debrief.learner ? 'replay.handLearner' : 'replay.handYou')}</span>
        {opened.expert && <span><i className="theirs" />{t('replay.handExpert')}</span>}
      </p>
    </div>
    {samples.length > 0 && <KeptMovements attempt={reading.debrief.attempt.id} samples={samples} deleted={() => { setLooking('eyes'); forget() }} />}
  </>
}

const none: readonly PoseSample[] = []

/** The movements this device kept of the learner's own attempt; a teacher's page never asks for them. */
function useMovements({ debrief }: Reading): { samples: readonly PoseSample[]; forget: () => void } {
  const { id } = debrief.attempt
  const { remote, again } = useRemote(`movements ${id}`, () => (debrief.learner === null ? posesOf(id) : Promise.resolve([])))
  return { samples: remote.state === 'ready' ? remote.value : none, forget: again }
}

type ChoiceProps = { looking: Looking; own: boolean; choose: (looking: Looking) => void }

function ViewChoice({ looking, own, choose }: ChoiceProps) {
  const { t } = useTranslation('debrief')
  return (
    <div className="view-choice" role="group" aria-label={t('replay.view')}>
      {(['own', 'eyes', 'above', 'still'] as const).filter((one) => one !== 'own' || own).map((one) => (
        <button key={one} type="button" className="button" data-look={one} aria-pressed={one === looking} onClick={() => choose(one)}>{t(`replay.views.${one}`)}</button>
      ))}
    </div>
  )
}

function EnterVr({ store }: { store: XRStore }) {
  const { t } = useTranslation('scene')
  if (!useXRSessionModeSupported('immersive-vr')) return null
  return <EnterHeadset enter={() => void store.enterVR()} button={(press) =>
    <button type="button" className="button" data-enter-vr onClick={press}><Icon name="headset" />{t('enterVr')}</button>} />
}

const Camera = ({ viewpoint, calm, own }: { viewpoint: Viewpoint; calm: boolean; own: boolean }) =>
  <FlatCamera viewpoint={viewpoint} calm={calm} active={!useInHeadset() && !own} />

/** What hangs higher than this is in the way of whoever looks from above. */
const ceiling = [new Plane(new Vector3(0, -1, 0), 2.3)]

/** From above one looks into the room as into a box: whatever is overhead is left out. */
function WithoutCeiling() {
  const gl = useThree((s) => s.gl)
  const invalidate = useThree((s) => s.invalidate)
  useEffect(() => {
    gl.clippingPlanes = ceiling
    invalidate()
    return () => {
      gl.clippingPlanes = []
      invalidate()
    }
  }, [gl, invalidate])
  return null
}

type FollowProps = { session: ReplaySession; on: boolean; viewpoints: readonly Viewpoint[]; go: (viewpoint: Viewpoint) => void }

/** The slowest thing of a workshop has come to rest by then. */
const restMs = 900

/** Stands where what is touched is seen best, when asked to follow. */
function Follow({ session, on, viewpoints, go }: FollowProps) {
  const seen = useRef<string | null>(null)
  useEffect(() => {
    const look = () => {
      const target = session.actions().at(-1)?.target
      const best = target === undefined ? undefined : bestViewpoint(target, viewpoints)
      if (best && best.id !== seen.current) {
        seen.current = best.id
        go(best)
      }
    }
    if (!on) return
    seen.current = null
    let later: ReturnType<typeof setTimeout>[] = []
    // What was touched may swing away: a door is looked for again where it comes to rest.
    const change = () => {
      later.forEach(clearTimeout)
      later = [setTimeout(look, 60), setTimeout(look, restMs)]
    }
    change()
    const forget = session.subscribe(change)
    return () => {
      later.forEach(clearTimeout)
      forget()
    }
  }, [session, on, viewpoints, go])
  return null
}

/** While it runs each picture asks for the next; in a headset the page's own pictures have stopped, and these bring time along. */
function Awake({ session }: { session: ReplaySession }) {
  const invalidate = useThree((s) => s.invalidate)
  const inHeadset = useInHeadset()
  useEffect(() => session.watch(() => invalidate()), [session, invalidate])
  useFrame(() => { if (inHeadset) session.advance() })
  return null
}
