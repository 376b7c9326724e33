// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import { Carry } from '../../ui/settings/carry.tsx'
import { defaults } from '../../ui/settings/choices.ts'
import { SettingsSheet } from '../../ui/settings/sheet.tsx'
import { change } from '../../ui/settings/store.ts'

/** How the whole product looks, sounds and is acted on, for whoever uses this device. */
export default function SettingsPage() {
  const { t } = useTranslation('settings')
  const [isBack, setBack] = useState(false)
  const reset = () => {
    change(defaults)
    setBack(true)
  }
  return (
    <Page title={t('title')}>
      <p className="lead">{t('intro')}</p>
      <SettingsSheet />
      <Carry />
      <div className="row">
        <button type="button" className="button" data-reset onClick={reset}>{t('reset')}</button>
        <p role="status">{isBack && t('resetDone')}</p>
      </div>
    </Page>
  )
}
