// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { get } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Page } from '../../ui/page.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { useSayResults } from '../results/say-results.ts'
import { ForRole } from './for-role.tsx'
import { Places } from './places.tsx'
import { lookAgain, type Sitting } from './shapes.ts'
import { Sign } from './sign.tsx'
import { Statement } from './statement.tsx'

/** One deliberation for one member: read, then sign or refuse. */
export default function SittingPage() {
  const { t } = useTranslation('jury')
  const { sitting = '' } = useParams()
  return <Page title={t('sittingTitle')}><ForRole role="jury"><Inside id={sitting} /></ForRole></Page>
}

function Inside({ id }: { id: string }) {
  const { t } = useTranslation('jury')
  const { session } = useSayResults()
  const { remote, again } = useRemote(id, (signal) => get<Sitting>(`/api/sittings/${id}`, { signal }), (value) => lookAgain(value.deliberation))
  if (remote.state === 'loading') return <Loading />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { deliberation } = remote.value
  return (
    <>
      <div className="stack">
        <Link className="back" href="/jury">{t('back')}</Link>
        <p className="lead">{t('session', { session: session(deliberation.session), academy: deliberation.academy })}</p>
      </div>
      <Statement deliberation={deliberation} />
      <Sign sitting={remote.value} changed={again} />
      <Places deliberation={deliberation} />
    </>
  )
}
