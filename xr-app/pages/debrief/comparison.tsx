// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriterionResult } from '#domain/assessment/results.ts'
import type { Debrief } from '../../service/shapes.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { stopwatch, useSay } from '../../ui/say.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import { compare, earlierThan, type Row } from './earlier.ts'

const icons: Record<CriterionResult['result'], { icon: IconName; tone: string }> = {
  met: { icon: 'check', tone: 'valid' }, 'not-met': { icon: 'cross', tone: 'refused' }, 'not-observed': { icon: 'eye', tone: '' },
}

/** This attempt beside the learner's earlier ones, fetched when asked: all of them for the learner, the tests of the school for a teacher. */
export function Comparison({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation('debrief')
  const [open, setOpen] = useState(false)
  return (
    <details className="comparison" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><Icon name="history" /><h2>{t(debrief.learner ? 'compare.titleOf' : 'compare.title')}</h2></summary>
      {open && <Fetched debrief={debrief} />}
    </details>
  )
}

function Fetched({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation('debrief')
  const { remote, again } = useRemote(`earlier ${debrief.attempt.id}`, (signal) => earlierThan(debrief, signal))
  if (remote.state === 'loading') return <Loading what={t(debrief.learner ? 'compare.loadingOf' : 'compare.loading')} />
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  if (remote.value.length === 0) return <p className="quiet">{t(debrief.learner ? 'compare.firstOf' : 'compare.first')}</p>
  return <Table attempts={[...remote.value, debrief]} />
}

function Table({ attempts }: { attempts: Debrief[] }) {
  const { t } = useTranslation('debrief')
  const { say, moment } = useSay()
  const rows = compare(attempts)
  const count = (change: Row['change']) => rows.filter((row) => row.change === change).length
  return (
    <div className="stack">
      <p><b>{t('compare.new', { count: count('new') })}</b>{count('lost') > 0 && <> {t('compare.lost', { count: count('lost') })}</>}</p>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t(attempts.at(-1)?.learner ? 'compare.titleOf' : 'compare.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('compare.criterion')}</th>
              {attempts.map(({ attempt }, i) => (
                <th scope="col" key={attempt.id}>
                  {i === attempts.length - 1 ? t('compare.this') : <a href={`/bilan/${attempt.id}`}>{moment(attempt.startedAt)}</a>}
                  <span className="small quiet">{t(`mode.${attempt.mode}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr><th scope="row">{t('compare.duration')}</th>{attempts.map(({ attempt, trace }) => <td key={attempt.id} className="figures">{stopwatch(trace.at(-1)?.at ?? 0)}</td>)}</tr>
            <tr><th scope="row">{t('compare.gestures')}</th>{attempts.map(({ attempt, trace }) => <td key={attempt.id} className="figures">{trace.length}</td>)}</tr>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.change && <span className={`badge tone ${row.change === 'new' ? 'valid' : 'unsure'}`}>{t(`compare.${row.change}Word`)}</span>} {say(row.text)}</th>
                {row.results.map((result, i) => <td key={i}>{result ? <Result result={result} /> : <span className="quiet">–</span>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Result({ result }: { result: CriterionResult['result'] }) {
  const { t } = useTranslation('debrief')
  const { icon, tone } = icons[result]
  return <span className={`result tone ${tone}`}><Icon name={icon} /><span>{t(`criteria.${result}`)}</span></span>
}
