// SPDX-License-Identifier: EUPL-1.2
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { guideFor } from './guides.ts'
import './guide.css'

/** A scenario's guide for those who teach with it: its aims, its variants, what to watch, its criteria. One page, to print. */
export default function GuidePage() {
  const { scenario = '' } = useParams<{ scenario: string }>()
  const { t, i18n } = useTranslation('guide')
  const guide = use(guideFor(scenario, i18n.language))
  if (!guide) return <Page title={t('none')}><Empty title={t('none')}><p>{t('noneHelp')}</p></Empty></Page>
  return (
    <Page title={guide.title} className="guide-page stack">
      <div className="row no-print">
        <Link className="button" href={`/atelier/${scenario}?mode=guided&input=3d`}>{t('try')}<Icon name="arrow" /></Link>
        <button type="button" className="button" onClick={() => print()}><Icon name="print" />{t('print')}</button>
      </div>
      {/* Rendered when the app is built, from this repository's own resources, with no markup but the renderer's. */}
      <div className="guide-words" dangerouslySetInnerHTML={{ __html: guide.body }} />
    </Page>
  )
}
