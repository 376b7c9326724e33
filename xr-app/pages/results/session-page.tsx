// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'wouter'
import { get } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { FileState } from './file-state.tsx'
import { ForAcademy } from './for-academy.tsx'
import { Import } from './import.tsx'
import { useSayResults } from './say-results.ts'
import { ToJury } from './to-jury.tsx'
import type { ResultsFile, ResultsSession } from './shapes.ts'

type Desk = { session: ResultsSession; files: ResultsFile[] }

/** One session: what is confirmed, a place to drop the next file, and the files so far. */
export default function SessionPage() {
  const { t } = useTranslation('results')
  const { session = '' } = useParams()
  return <Page title={t('sessionTitle')}><ForAcademy><Inside id={session} /></ForAcademy></Page>
}

function Inside({ id }: { id: string }) {
  const { t } = useTranslation('results')
  const { session: say } = useSayResults()
  const [, go] = useLocation()
  const { remote, again } = useRemote(id, (signal) => get<Desk>(`/api/results/sessions/${id}`, { signal }))
  if (remote.state === 'loading') return <Loading />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { session, files } = remote.value
  return (
    <>
      <div className="stack">
        <Link className="back" href="/resultats">{t('back')}</Link>
        <p className="lead">{t('session', { session: say(session.session), academy: session.academy.name })}</p>
      </div>
      <Confirmed files={files} />
      <Import session={id} first={!files.some(({ state }) => state === 'confirmed')} done={(file) => go(`/resultats/${id}/${file}`)} />
      {files.length > 0 && (
        <section className="stack" aria-labelledby="files-title">
          <h2 id="files-title">{t('filesTitle')}</h2>
          <ul className="result-list">{files.map((file) => <li key={file.id}><Row file={file} session={id} double={isDouble(file, files)} /></li>)}</ul>
        </section>
      )}
    </>
  )
}

function Confirmed({ files }: { files: ResultsFile[] }) {
  const { t } = useTranslation('results')
  const { number } = useSayResults()
  const confirmed = files.filter(({ state }) => state === 'confirmed')
  if (confirmed.length === 0) return null
  const lines = confirmed.filter(({ kind }) => kind !== 'corrections').reduce((sum, { sound }) => sum + sound, 0)
  const last = confirmed.reduce((best, one) => ((one.confirmedAt ?? '') > (best.confirmedAt ?? '') ? one : best))
  return (
    <section className="card stack" aria-labelledby="confirmed-title">
      <h2 id="confirmed-title">{t('confirmedTitle')}</h2>
      <p className="big-figure">{number(lines)} <span>{t('confirmedWord', { count: lines })}</span></p>
      <p className="small quiet">{t('digestHelp')}</p>
      <p className="digest">{last.resultsDigest}</p>
      <ToJury />
    </section>
  )
}

/** Whether another file that came before it, and was not discarded, has the very same sound lines. */
const isDouble = (file: ResultsFile, files: ResultsFile[]) => file.sound > 0 && file.state === 'checked' && files.some((other) =>
  other.id !== file.id && other.digest === file.digest && other.state !== 'discarded' && other.uploadedAt < file.uploadedAt)

function Row({ file, session, double }: { file: ResultsFile; session: string; double: boolean }) {
  const { t } = useTranslation('results')
  const { moment, number, size } = useSayResults()
  return (
    <Link href={`/resultats/${session}/${file.id}`}>
      <span className="what">
        <b>{file.name ?? t(`kind.${file.kind}`)}</b>
        <span className="small quiet">{file.name !== null && <>{t(`kind.${file.kind}`)} · </>}{moment(file.uploadedAt)} · {size(file.bytes)} · {t('linesRead', { count: file.lines, number: number(file.lines) })}</span>
        {double && <span className="small">{t('double')}</span>}
      </span>
      <FileState file={file} />
      <span className="go">{t('report')}<Icon name="arrow" /></span>
    </Link>
  )
}
