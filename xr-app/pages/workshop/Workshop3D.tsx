// SPDX-License-Identifier: EUPL-1.2
import { use, useEffect, useMemo, useState } from 'react'
import { Canvas } from '@react-three/fiber'
import { noEvents, PointerEvents, useXRSessionModeSupported, XR } from '@react-three/xr'
import { useTranslation } from 'react-i18next'
import { ACESFilmicToneMapping } from 'three'
import type { Language } from '#domain/text.ts'
import { scenes } from '../../scenes/index.ts'
import type { HeldTool, SceneModule, Viewpoint } from '../../scenes/contract.ts'
import { Icon } from '../../ui/icon.tsx'
import { loadTexts } from '../../ui/i18n.ts'
import { FlatCamera } from '../../xr/flat-camera.tsx'
import { useInHeadset } from '../../xr/headset.tsx'
import { qualityHere } from '../../xr/quality.ts'
import { makeXRStore, SLOW_CLICK } from '../../xr/store.ts'
import type { WorkshopViewProps } from './view.ts'
import './workshop-3d.css'

/** The letters on labels and panels must be there before they are drawn; a missing font is no reason not to begin. */
const fonts = () => Promise.race([
  Promise.all(['400 20px', '700 20px'].map((size) => document.fonts.load(`${size} "Atkinson Hyperlegible"`, 'éÉŒ0'))
    .concat(document.fonts.load('700 20px "Bricolage Grotesque"', 'éÉŒ'))),
  new Promise((done) => setTimeout(done, 4000)),
])

const ready = new Map<string, Promise<SceneModule | null>>()
function moduleOf(scenario: string): Promise<SceneModule | null> {
  const known = ready.get(scenario)
  if (known) return known
  const load = scenes.get(scenario)
  const promise = Promise.all([load?.() ?? null, fonts(), loadTexts('scene')]).then(([module]) => module)
  ready.set(scenario, promise)
  return promise
}

/** The 3D view of an attempt: mouse, touch or a headset, on the same session as the plain page. */
export default function Workshop3D(props: WorkshopViewProps) {
  const module = use(moduleOf(props.session.scenario.id))
  const { t } = useTranslation('scene')
  if (!module) return <div className="state"><p>{t('noScene')}</p></div>
  return <Stage {...props} module={module} />
}

const calmHere = () => matchMedia('(prefers-reduced-motion: reduce)').matches

function Stage({ session, finish, module }: WorkshopViewProps & { module: SceneModule }) {
  const { t, i18n } = useTranslation('scene')
  const [store] = useState(makeXRStore)
  const [quality] = useState(qualityHere)
  const [calm] = useState(calmHere)
  const [viewpoint, setViewpoint] = useState<Viewpoint>(module.viewpoints[0]!)
  const [lost, setLost] = useState(false)
  const [held, setHeld] = useState<HeldTool | null>(null)
  const words = useMemo(() => (key: string) => t(key as 'take'), [t])
  useEffect(() => () => { void store.getState().session?.end() }, [store])
  return <>
    <Canvas className="stage" events={noEvents} frameloop={quality.level === 'full' ? 'always' : 'demand'} dpr={quality.dpr} shadows={quality.shadows ? 'percentage' : false}
      gl={{ antialias: quality.antialias, toneMapping: ACESFilmicToneMapping, powerPreference: 'high-performance' }}
      camera={{ position: viewpoint.from, fov: 50, near: 0.02, far: 30 }} role="img" aria-label={t('canvas')}
      onCreated={({ gl }) => watchContext(gl.domElement, setLost)}>
      <XR store={store}>
        <PointerEvents clickThresholdMs={SLOW_CLICK} />
        <View viewpoint={viewpoint} calm={calm} />
        <module.Scene session={session} language={i18n.language as Language} words={words} quality={quality} calm={calm} finish={finish} onHeld={setHeld} />
      </XR>
    </Canvas>
    {lost && <p className="lost-3d" role="status">{t('lost')}</p>}
    {held && <InHand held={held} />}
    <nav className="views-3d" aria-label={t('views')}>
      {module.viewpoints.map((one) => (
        <button key={one.id} type="button" className="button" data-view={one.id} aria-pressed={one === viewpoint} onClick={() => setViewpoint(one)}>
          {t(`view.${one.id}` as 'view.cabinet')}
        </button>
      ))}
      <EnterHeadset enter={() => void store.enterVR()} />
    </nav>
  </>
}

function View({ viewpoint, calm }: { viewpoint: Viewpoint; calm: boolean }) {
  return <FlatCamera viewpoint={viewpoint} calm={calm} active={!useInHeadset()} />
}

/** What the hand holds, with its own gestures and how to put it down. */
function InHand({ held }: { held: HeldTool }) {
  const { t } = useTranslation('scene')
  return (
    <div className="held-3d" role="status">
      <span>{t('inHand')} <b>{held.name}</b></span>
      <button type="button" className="button" data-held="gestures" onClick={held.gestures}>{t('gestures')}</button>
      <button type="button" className="button" data-held="put-down" onClick={held.putDown}>{t('putDown')}</button>
    </div>
  )
}

function EnterHeadset({ enter }: { enter: () => void }) {
  const { t } = useTranslation('scene')
  if (!useXRSessionModeSupported('immersive-vr')) return null
  return <button type="button" className="button main" data-enter-vr onClick={enter}><Icon name="headset" />{t('enterVr')}</button>
}

/** A device may take its graphics back at any time; three restores itself when it may, and the page says so. */
function watchContext(canvas: HTMLCanvasElement, setLost: (lost: boolean) => void): void {
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault()
    setLost(true)
  })
  canvas.addEventListener('webglcontextrestored', () => setLost(false))
}
