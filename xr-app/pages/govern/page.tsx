// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePresence } from '../../service/person.tsx'
import { Problem } from '../../service/problem.ts'
import { Page } from '../../ui/page.tsx'
import { SignInFirst } from '../../ui/sign-in-first.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { Find } from './find.tsx'
import { Found } from './found.tsx'
import './govern.css'
import { HandOver } from './hand-over.tsx'
import type { File } from './shapes.ts'
import { Waiting } from './waiting.tsx'

/** For those who govern a school's credentials: find one, propose an act, decide what another person proposed. */
export default function GovernPage() {
  const { t } = useTranslation('govern')
  return (
    <Page title={t('title')}>
      <p className="lead quiet">{t('lead')}</p>
      <Inside />
    </Page>
  )
}

function Inside() {
  const { state, person } = usePresence()
  const [file, setFile] = useState<File | null>(null)
  const [round, setRound] = useState(0)
  if (state === 'loading') return <Loading />
  if (state === 'signed-out') return <SignInFirst />
  const governs = person?.roles.some((role) => role === 'school-head' || role === 'academy')
  if (person && !governs) return <Failure error={new Problem(403, 'ERR_NOT_ALLOWED')} />
  const done = () => {
    setFile(null)
    setRound((n) => n + 1)
  }
  return (
    <>
      <Waiting key={round} />
      {file === null ? <Find found={setFile} /> : <Found file={file} done={done} />}
      {file === null && person?.roles.includes('school-head') && <HandOver />}
    </>
  )
}
