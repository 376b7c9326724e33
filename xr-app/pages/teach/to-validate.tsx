// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { get } from '../../service/api.ts'
import type { TeacherLine } from '../../service/shapes.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { silentMinutes, useSay } from '../../ui/say.ts'
import { Empty, Failure, Loading } from '../../ui/states.tsx'

type Lists = { pending: TeacherLine[]; unfinished: TeacherLine[] }

/** The results that wait for a decision, oldest first, and the attempts that were begun and left. */
export function ToValidate() {
  const { t } = useTranslation('teach')
  const { remote, again } = useRemote('validations', (signal) => get<Lists>('/api/validations', { signal }), () => 10_000)
  return (
    <section className="stack" aria-labelledby="pending-title">
      <h2 id="pending-title">{t('pending.title')}</h2>
      {remote.state === 'loading' && <Loading />}
      {remote.state === 'failed' && <Failure error={remote.error} again={again} />}
      {remote.state === 'ready' && <Waiting lists={remote.value} />}
    </section>
  )
}

function Waiting({ lists: { pending, unfinished = [] } }: { lists: Lists }) {
  const { t } = useTranslation('teach')
  return (
    <>
      {pending.length === 0
        ? <div className="card"><Empty title={t('pending.empty')}><p>{t('pending.emptyHelp')}</p></Empty></div>
        : <ul className="pending">{pending.map((line) => <Row key={line.attempt} line={line} />)}</ul>}
      {unfinished.length > 0 && (
        <details className="unfinished">
          <summary>{t('unfinished', { count: unfinished.length })}</summary>
          <ul className="pending">{unfinished.map((line) => <Row key={line.attempt} line={line} />)}</ul>
        </details>
      )}
    </>
  )
}

function Row({ line }: { line: TeacherLine }) {
  const { t } = useTranslation('teach')
  const { say, moment } = useSay()
  const { attempt, learner, scenario, assurance, startedAt, finishedAt, unfinishedOthers, longestSilenceMs } = line
  const silence = silentMinutes(longestSilenceMs)
  return (
    <li>
      <Link href={`/bilan/${attempt}`}>
        <span className="who">
          <b>{learner.displayName}</b>
          <span className="small quiet">
            {say(scenario.title)} · <time dateTime={finishedAt ?? startedAt}>{moment(finishedAt ?? startedAt)}</time>
          </span>
          <span className="small quiet">{[
            t(`assurance.${assurance}`),
            unfinishedOthers > 0 && t('unfinishedOthers', { count: unfinishedOthers }),
            silence > 0 && t('silence', { count: silence }),
          ].filter(Boolean).join(' · ')}</span>
        </span>
        <Outcome line={line} />
        <span className="go">{t(finishedAt ? 'pending.look' : 'pending.see')}<Icon name="arrow" /></span>
      </Link>
    </li>
  )
}

function Outcome({ line: { acquired, eliminated, criteriaMet, criteriaTotal } }: { line: TeacherLine }) {
  const { t } = useTranslation('teach')
  if (acquired === null) return null
  const look = eliminated ? 'eliminated' : acquired ? 'acquired' : 'partial'
  const tone = { eliminated: 'refused', acquired: 'valid', partial: 'unsure' }[look]
  const icon = ({ eliminated: 'stop', acquired: 'check', partial: 'question' } as const)[look]
  return (
    <span className="result">
      <span className={`badge tone ${tone}`}><Icon name={icon} />{t(`outcome.${look}`)}</span>
      {criteriaTotal !== null && <span className="small quiet figures">{t('criteria', { met: criteriaMet, total: criteriaTotal })}</span>}
    </span>
  )
}
