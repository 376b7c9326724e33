// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { get } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Page } from '../../ui/page.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { Decide } from './decide.tsx'
import { Faults } from './faults.tsx'
import { FileState } from './file-state.tsx'
import { ForAcademy } from './for-academy.tsx'
import { useSayResults } from './say-results.ts'
import type { Report, ResultsFile } from './shapes.ts'

/** What a file holds, before or after somebody answers for it. */
export default function ReportPage() {
  const { t } = useTranslation('results')
  const { file = '' } = useParams()
  return <Page title={t('reportTitle')}><ForAcademy><Inside id={file} /></ForAcademy></Page>
}

function Inside({ id }: { id: string }) {
  const { t } = useTranslation('results')
  const { session: say } = useSayResults()
  const { remote, again } = useRemote(id, (signal) => get<Report>(`/api/results/files/${id}`, { signal }))
  if (remote.state === 'loading') return <Loading />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { file, session, counts } = remote.value
  return (
    <>
      <div className="stack">
        <Link className="back" href={`/resultats/${session.id}`}>{t('backToSession', { session: say(session.session), academy: session.academy.name })}</Link>
        <p className="row"><b>{file.name ?? t(`kind.${file.kind}`)}</b><FileState file={file} /></p>
      </div>
      <Figures file={file} />
      {file.state !== 'discarded' && <Decide file={file} changed={again} />}
      {file.state !== 'discarded' && <Faults file={file} counts={counts} />}
    </>
  )
}

function Figures({ file }: { file: ResultsFile }) {
  const { t } = useTranslation('results')
  const { number, size, moment } = useSayResults()
  const separators: Record<string, string> = { ';': t('separator.semicolon'), ',': t('separator.comma'), '\t': t('separator.tab') }
  const about = [
    moment(file.uploadedAt), size(file.bytes), file.encoding.toUpperCase(), file.separator && separators[file.separator],
    file.emptyLines > 0 && t('emptyLines', { count: file.emptyLines, number: number(file.emptyLines) }),
  ]
  return (
    <section className="stack" aria-label={t('figures')}>
      <dl className="big-figures">
        {(['lines', 'sound', 'admitted', 'faulty'] as const).map((what) => (
          <div key={what} className={what === 'faulty' && file.faulty > 0 ? 'tone refused' : what === 'sound' ? 'tone valid' : undefined}>
            <dt>{t(`count.${what}`)}</dt><dd>{number(file[what])}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">{about.filter(Boolean).join(' · ')}</p>
    </section>
  )
}
