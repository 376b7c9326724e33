// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { cannotDraw } from '../../xr/device.ts'

/** Said where 3D was wanted from a device that has none: words lead to the same proof. */
export const Unable = () => (cannotDraw() ? <Suspense fallback={null}><Words /></Suspense> : null)

function Words() {
  const { t } = useTranslation('device')
  return <p className="notice tone unsure" role="status" data-unable><Icon name="display" /><span>{t('unable')}</span></p>
}
