// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { usePresence } from '../../service/person.tsx'
import { Problem } from '../../service/problem.ts'
import { Page } from '../../ui/page.tsx'
import { SignInFirst } from '../../ui/sign-in-first.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { Sessions } from './sessions.tsx'
import './teach.css'
import { ToValidate } from './to-validate.tsx'

/** A teacher's page: the session that runs, and the results that wait for a human eye. */
export default function TeachPage() {
  const { t } = useTranslation('teach')
  return <Page title={t('title')}><Inside /></Page>
}

function Inside() {
  const { state, person } = usePresence()
  if (state === 'loading') return <Loading />
  if (state === 'signed-out') return <SignInFirst />
  if (person && !person.roles.includes('teacher')) return <Failure error={new Problem(403, 'ERR_NOT_ALLOWED')} />
  return <><Sessions /><ToValidate /></>
}
