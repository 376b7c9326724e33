// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '../../ui/icon.tsx'

/** What comes after results are confirmed: a jury decides over them. */
export function ToJury() {
  const { t } = useTranslation('results')
  return (
    <div className="row">
      <p>{t('toJuryHelp')}</p>
      <Link className="button" href="/deliberations">{t('toJury')}<Icon name="arrow" /></Link>
    </div>
  )
}
