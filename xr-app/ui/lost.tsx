// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import { Page } from './page.tsx'

/** An address that leads nowhere. */
export function Lost() {
  const { t } = useTranslation()
  return (
    <Page title={t('lost.title')} className="state">
      <p>{t('lost.help')}</p>
      <div className="row">
        <Link className="button main" href="/">{t('lost.home')}<Icon name="arrow" /></Link>
        <Link className="button" href="/verifier"><Icon name="verify" />{t('nav.verify')}</Link>
      </div>
    </Page>
  )
}
