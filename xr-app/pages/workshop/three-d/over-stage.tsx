// SPDX-License-Identifier: EUPL-1.2
import { useXRSessionModeSupported, type XRStore } from '@react-three/xr'
import { useTranslation } from 'react-i18next'
import type { Language } from '#domain/text.ts'
import type { HeldTool, Viewpoint } from '../../../scenes/contract.ts'
import { Icon } from '../../../ui/icon.tsx'
import { EnterHeadset } from '../../../xr/comfort/enter-headset.tsx'
import { EnterAugmented } from './enter-augmented.tsx'

type ViewsProps = { viewpoints: readonly Viewpoint[]; now: Viewpoint; go: (viewpoint: Viewpoint) => void; store: XRStore }

/** Where one can stand, and the way into a headset where there is one. */
export function Views({ viewpoints, now, go, store }: ViewsProps) {
  const { t, i18n } = useTranslation('scene')
  return (
    <nav className="views-3d" aria-label={t('views')}>
      {viewpoints.map((one) => (
        <button key={one.id} type="button" className="button" data-view={one.id} aria-pressed={one === now} onClick={() => go(one)}>
          {one.name?.[i18n.language as Language] ?? t(`view.${one.id}` as 'view.cabinet')}
        </button>
      ))}
      <EnterAugmented enter={() => void store.enterAR()} />
      <EnterVr enter={() => void store.enterVR()} />
    </nav>
  )
}

function EnterVr({ enter }: { enter: () => void }) {
  const { t } = useTranslation('scene')
  if (!useXRSessionModeSupported('immersive-vr')) return null
  return <EnterHeadset enter={enter} button={(press) =>
    <button type="button" className="button main" data-enter-vr onClick={press}><Icon name="headset" />{t('enterVr')}</button>} />
}

/** What the hand holds, with its own gestures and how to put it down. */
export function InHand({ held }: { held: HeldTool }) {
  const { t } = useTranslation('scene')
  return (
    <div className="held-3d" role="status">
      <span>{t('inHand')} <b>{held.name}</b></span>
      <button type="button" className="button" data-held="gestures" onClick={held.gestures}>{t('gestures')}</button>
      <button type="button" className="button" data-held="put-down" onClick={held.putDown}>{t('putDown')}</button>
    </div>
  )
}
