// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useState } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { useTranslation } from 'react-i18next'
import { post } from '../../service/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { RefusedNotice } from '../../ui/states.tsx'
import { useSayResults } from './say-results.ts'
import type { ResultsFile } from './shapes.ts'
import { ToJury } from './to-jury.tsx'

const ConfirmDialog = lazy(() => import('../../ui/confirm-dialog.tsx'))

type Props = { file: ResultsFile; changed: () => void }

/** Confirming, in two steps, or discarding; or what was decided. */
export function Decide({ file, changed }: Props) {
  const { t } = useTranslation('results')
  const { moment, number } = useSayResults()
  if (file.state === 'confirmed') {
    return (
      <div className="notice tone valid">
        <Icon name="check" />
        <div className="stack">
          <p><b>{t('decide.done', { moment: moment(file.confirmedAt ?? '') })}</b> {t('decide.doneHelp')}</p>
          <p className="small">{t('digestHelp')}</p><p className="digest">{file.resultsDigest}</p>
          <ToJury />
        </div>
      </div>
    )
  }
  if (file.sound === 0) {
    return (
      <section className="card stack" aria-labelledby="decide-title">
        <h2 id="decide-title">{t('decide.nothing')}</h2>
        <p>{t('decide.nothingHelp')}</p>
        <Discard file={file} changed={changed} />
      </section>
    )
  }
  return (
    <section className="card raised stack" aria-labelledby="decide-title">
      <h2 id="decide-title">{t('decide.title', { count: file.sound, number: number(file.sound) })}</h2>
      <p>{t('decide.help')}</p>
      <Confirm file={file} changed={changed} />
    </section>
  )
}

function Confirm({ file, changed }: Props) {
  const { t } = useTranslation('results')
  const { number } = useSayResults()
  const [agreed, setAgreed] = useState(file.faulty === 0)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const confirm = () => {
    setAsking(false)
    post(`/api/results/files/${file.id}/confirm`, { digest: file.digest, leaveOutFaulty: file.faulty > 0 }).then(changed, setError)
  }
  const values = { count: file.sound, number: number(file.sound) }
  return (
    <>
      {file.faulty > 0 && (
        <Checkbox className="agree" isSelected={agreed} onChange={setAgreed}>
          <span className="box" aria-hidden="true"><Icon name="check" /></span>
          <span>{t('decide.leaveOut', { count: file.faulty, number: number(file.faulty) })}</span>
        </Checkbox>
      )}
      {error !== null && <RefusedNotice error={error} />}
      <div className="row">
        <button type="button" className="button main" disabled={!agreed} onClick={() => setAsking(true)}><Icon name="check" />{t('decide.confirm')}</button>
        <Discard file={file} changed={changed} />
      </div>
      {asking && (
        <Suspense fallback={null}>
          <ConfirmDialog title={t('decide.sure', values)} text={t('decide.sureHelp')} yes={t('decide.yes')} no={t('decide.no')}
            confirm={confirm} cancel={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}

function Discard({ file, changed }: Props) {
  const { t } = useTranslation('results')
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const discard = () => {
    setAsking(false)
    post(`/api/results/files/${file.id}/discard`).then(changed, setError)
  }
  return (
    <>
      <div><button type="button" className="button" onClick={() => setAsking(true)}><Icon name="cross" />{t('decide.discard')}</button></div>
      {error !== null && <RefusedNotice error={error} />}
      {asking && (
        <Suspense fallback={null}>
          <ConfirmDialog title={t('decide.discardSure')} text={t('decide.discardHelp')} yes={t('decide.discardYes')} no={t('decide.discardNo')}
            confirm={discard} cancel={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
