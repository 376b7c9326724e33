// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { loadTexts } from '../i18n.ts'
import { Icon } from '../icon.tsx'

const SettingsDialog = lazy(async () => (await Promise.all([import('./dialog.tsx'), loadTexts('settings')]))[0])

/** Opens the settings over the page, for places one does not want to leave. */
export function SettingsButton() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button plain" data-settings aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="display" /><span className="visually-hidden">{t('settings.title')}</span>
      </button>
      {open && <Suspense fallback={null}><SettingsDialog close={() => setOpen(false)} /></Suspense>}
    </>
  )
}
