// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Icon } from '../icon.tsx'
import { forgetDamage, useDamaged } from './store.ts'

/** Said once, on any page: what was kept could not be read, and what is there instead. */
export function DamagedSettings() {
  const { t } = useTranslation()
  if (!useDamaged()) return null
  return (
    <div className="notice tone unsure" role="status">
      <Icon name="display" />
      <div className="row">
        <p>{t('settings.damaged')}</p>
        <button type="button" className="button" onClick={forgetDamage}>{t('settings.understood')}</button>
      </div>
    </div>
  )
}
