// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { get } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { useSayResults } from '../results/say-results.ts'
import { ForRole } from './for-role.tsx'
import { Places } from './places.tsx'
import { Replace } from './replace.tsx'
import { lookAgain, type Deliberation } from './shapes.ts'
import { StateBadge } from './state-badge.tsx'
import { Statement } from './statement.tsx'

/** One deliberation for the academy: where it stands, who has signed, who is absent. */
export default function DeliberationPage() {
  const { t } = useTranslation('jury')
  const { deliberation = '' } = useParams()
  return <Page title={t('deliberationTitle')}><ForRole role="academy"><Inside id={deliberation} /></ForRole></Page>
}

function Inside({ id }: { id: string }) {
  const { t } = useTranslation('jury')
  const { session } = useSayResults()
  const { remote, again } = useRemote(id, (signal) => get<{ deliberation: Deliberation }>(`/api/deliberations/${id}`, { signal }), (value) => lookAgain(value.deliberation))
  if (remote.state === 'loading') return <Loading />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { deliberation } = remote.value
  return (
    <>
      <div className="stack">
        <Link className="back" href="/deliberations">{t('academyBack')}</Link>
        <p className="lead">{t('session', { session: session(deliberation.session), academy: deliberation.academy })}</p>
        <Standing deliberation={deliberation} />
      </div>
      <Places deliberation={deliberation} beside={(place) => deliberation.state === 'open' && place.replacedBy === null
        && <Replace deliberation={deliberation} absent={place} changed={again} />} />
      <Statement deliberation={deliberation} />
    </>
  )
}

function Standing({ deliberation: { id, results, state, root, counts, minutes, signedMinutes, problem } }: { deliberation: Deliberation }) {
  const { t } = useTranslation('jury')
  const what = state === 'open' && root === null ? 'noDiplomas' : state
  return (
    <div className="stack" role="status">
      <p className="row"><StateBadge state={state} /><span>{t(`standing.${what}`)}</span></p>
      {problem !== null && <p className="notice tone refused"><Icon name="stop" /><span>{t('standing.problem', { code: problem })}</span></p>}
      {minutes && (
        <div className="row">
          {signedMinutes && <a className="button" href={`/api/deliberations/${id}/minutes.pdf`} download><Icon name="download" />{t('standing.minutes')}</a>}
          <a className="button" href={`/api/deliberations/${id}/minutes`} download><Icon name="download" />{t('standing.minutesData')}</a>
        </div>
      )}
      {signedMinutes && <p className="small quiet">{t('standing.minutesHelp')}</p>}
      {state === 'decided' && counts !== null && counts.admitted > 0 && <p>{t('standing.next')}</p>}
      {(state === 'decided' || state === 'refused') && <p><Link href={`/resultats/${results}`}>{t('standing.toResults')}</Link></p>}
    </div>
  )
}
