// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useRemote } from '../../service/use-remote.ts'
import { Page } from '../../ui/page.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { DebriefSheet } from './debrief-sheet.tsx'
import './debrief.css'
import './print.css'
import { readDebrief } from './read-debrief.ts'

/** What was done, what it showed, which criterion, at which moment: one page for the learner and the teacher. */
export default function DebriefPage() {
  const { t } = useTranslation('debrief')
  const { attempt = '' } = useParams<{ attempt: string }>()
  const { remote, again } = useRemote(`debrief ${attempt}`, (signal) => readDebrief(attempt, signal))
  if (remote.state === 'ready') return <DebriefSheet reading={remote.value} again={again} />
  return (
    <Page title={t('title')}>
      {remote.state === 'loading' ? <Loading what={t('loading')} /> : <Failure error={remote.error} again={again} />}
    </Page>
  )
}
