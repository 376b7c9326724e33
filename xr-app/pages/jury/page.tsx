// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { get } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { DeliberationList } from './deliberation-list.tsx'
import { ForRole } from './for-role.tsx'
import { MyPasskey } from './passkey.tsx'
import type { Deliberation } from './shapes.ts'

/** A member's page: what waits for them, and their passkey. */
export default function JuryPage() {
  const { t } = useTranslation('jury')
  return <Page title={t('title')}><ForRole role="jury"><Sittings /><MyPasskey /></ForRole></Page>
}

function Sittings() {
  const { t } = useTranslation('jury')
  const { remote, again } = useRemote('sittings', (signal) => get<{ deliberations: Deliberation[] }>('/api/sittings', { signal }))
  if (remote.state === 'loading') return <Loading />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { deliberations } = remote.value
  if (deliberations.length === 0) return <div className="card"><Empty title={t('none')}><p>{t('noneHelp')}</p></Empty></div>
  return <DeliberationList all={deliberations} under="/jury" />
}
