// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useXRSessionModeSupported } from '@react-three/xr'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'
import { prepareAugmented } from '../../../xr/ar/lazily.tsx'
import { EnterHeadset } from '../../../xr/comfort/enter-headset.tsx'

/** The way into augmented reality, where the device has one. */
export function EnterAugmented({ enter }: { enter: () => void }) {
  const { t } = useTranslation('device')
  const offered = useXRSessionModeSupported('immersive-ar')
  useEffect(() => { if (offered) prepareAugmented() }, [offered])
  if (!offered) return null
  return <EnterHeadset enter={enter} button={(press) =>
    <button type="button" className="button main" data-enter-ar onClick={press}><Icon name="headset" />{t('ar.enter')}</button>} />
}
