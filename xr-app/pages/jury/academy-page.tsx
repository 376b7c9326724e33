// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { get } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { DeliberationList } from './deliberation-list.tsx'
import { ForRole } from './for-role.tsx'
import { OpenForm } from './open-form.tsx'
import { Seats } from './seats.tsx'
import type { Deliberation } from './shapes.ts'

/** An academy's deliberations, and opening one. */
export default function AcademyPage() {
  const { t } = useTranslation('jury')
  return <Page title={t('academyTitle')}><ForRole role="academy"><Inside /></ForRole></Page>
}

function Inside() {
  const { t } = useTranslation('jury')
  const { remote, again } = useRemote('deliberations', (signal) => get<{ deliberations: Deliberation[] }>('/api/deliberations', { signal }))
  if (remote.state === 'loading') return <Loading />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { deliberations } = remote.value
  return (
    <>
      <p><Link className="back" href="/resultats">{t('toResults')}</Link></p>
      {deliberations.length === 0
        ? <div className="card"><Empty title={t('academyNone')}><p>{t('academyNoneHelp')}</p></Empty></div>
        : <DeliberationList all={deliberations} under="/deliberations" />}
      <OpenForm held={deliberations} />
      <Seats />
    </>
  )
}
