// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { get } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { ForAcademy } from './for-academy.tsx'
import { OpenForm } from './open-form.tsx'
import { useSayResults } from './say-results.ts'
import type { SessionLine } from './shapes.ts'

/** An academy's sessions: what juries decided, before it becomes diplomas. */
export default function ResultsPage() {
  const { t } = useTranslation('results')
  return <Page title={t('title')}><ForAcademy><Sessions /></ForAcademy></Page>
}

function Sessions() {
  const { t } = useTranslation('results')
  const { remote, again } = useRemote('results', (signal) => get<{ sessions: SessionLine[] }>('/api/results/sessions', { signal }))
  if (remote.state === 'loading') return <Loading />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { sessions } = remote.value
  return (
    <>
      <p className="lead quiet">{t('lead')}</p>
      <p><Link className="back" href="/deliberations">{t('toJuries')}</Link></p>
      {sessions.length === 0
        ? <div className="card"><Empty title={t('none')}><p>{t('noneHelp')}</p></Empty></div>
        : <ul className="result-list">{sessions.map((line) => <li key={line.id}><Row line={line} /></li>)}</ul>}
      <OpenForm first={sessions.length === 0} />
    </>
  )
}

function Row({ line }: { line: SessionLine }) {
  const { t } = useTranslation('results')
  const { session, number } = useSayResults()
  return (
    <Link href={`/resultats/${line.id}`}>
      <span className="what">
        <b>{t('session', { session: session(line.session), academy: line.academy.name })}</b>
        <span className="small quiet">{t('files', { count: line.files })}</span>
      </span>
      <span className="figures">{line.confirmed === 0 ? t('nothingConfirmed') : t('confirmedLines', { count: line.confirmed, number: number(line.confirmed) })}</span>
      <span className="go">{t('open')}<Icon name="arrow" /></span>
    </Link>
  )
}
