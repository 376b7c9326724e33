// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Canvas } from '@react-three/fiber'
import { noEvents, PointerEvents, useXRSessionModeSupported, XR } from '@react-three/xr'
import { useTranslation } from 'react-i18next'
import { ACESFilmicToneMapping } from 'three'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { settings, useCalm } from '../../ui/settings/store.ts'
import { EnterHeadset } from '../../xr/comfort/enter-headset.tsx'
import type { PanelModel } from '../../xr/panel-layout.ts'
import { qualityHere } from '../../xr/quality.ts'
import { makeXRStore, SLOW_CLICK } from '../../xr/store.ts'
import type { Exhibit } from './exhibit.ts'
import { ExhibitScene } from './exhibit-scene.tsx'

type Props = { exhibit: Exhibit; name: string; state: number; show: (state: number) => void; step: (by: number) => void }

/** The exhibit on its canvas, with the way into a headset. */
export default function Gallery3D({ exhibit, name, state, show, step }: Props) {
  const { t } = useTranslation('gallery')
  const { say, language } = useSay()
  const [store] = useState(makeXRStore)
  const [quality] = useState(() => qualityHere(settings().picture))
  const calm = useCalm()
  useEffect(() => () => { void store.getState().session?.end() }, [store])
  const next = useCallback(() => show((state + 1) % exhibit.states.length), [show, state, exhibit])
  const panel = useMemo(() => (recentre: () => void): PanelModel => ({ rows: [
    { kind: 'title', text: name },
    { kind: 'choice', label: t('states'), buttons: exhibit.states.map((one, i) => ({ id: `state:${i}`, label: say(one.name), chosen: i === state, press: () => show(i) })) },
    { kind: 'buttons', buttons: [{ id: 'kind:previous', label: t('previous'), press: () => step(-1) }, { id: 'kind:next', label: t('next'), strong: true, press: () => step(1) }] },
    { kind: 'button', button: { id: 'recentre', label: t('recentre'), press: recentre } },
    { kind: 'button', button: { id: 'leave-vr', label: t('leaveVr'), press: () => void store.getState().session?.end() } },
  ] }), [name, exhibit, state, show, step, store, t, say])
  return <>
    <Canvas className="stage" events={noEvents} frameloop="demand" dpr={quality.dpr} shadows={quality.shadows ? 'percentage' : false}
      gl={{ antialias: quality.antialias, toneMapping: ACESFilmicToneMapping, powerPreference: 'high-performance' }}
      camera={{ position: [0.6, 1.6, 2.4], fov: 38, near: 0.01, far: 30 }} role="img" aria-label={t('canvas', { name })}>
      <XR store={store}>
        <PointerEvents clickThresholdMs={SLOW_CLICK} />
        <ExhibitScene exhibit={exhibit} state={state} next={next} language={language} quality={quality} calm={calm} panel={panel} />
      </XR>
    </Canvas>
    <EnterVr enter={() => void store.enterVR()} />
  </>
}

function EnterVr({ enter }: { enter: () => void }) {
  const { t } = useTranslation('gallery')
  if (!useXRSessionModeSupported('immersive-vr')) return null
  return <EnterHeadset enter={enter} button={(press) =>
    <button type="button" className="button main enter" data-enter-vr onClick={press}><Icon name="headset" />{t('enterVr')}</button>} />
}
