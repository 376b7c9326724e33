// SPDX-License-Identifier: EUPL-1.2
import { Component, lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { usePresence } from '../../service/person.tsx'
import type { Debrief } from '../../service/shapes.ts'
import { Icon } from '../../ui/icon.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { useSay } from '../../ui/say.ts'
import { Comparison } from './comparison.tsx'
import { Competences } from './competences.tsx'
import { Criteria } from './criteria.tsx'
import { Faults } from './faults.tsx'
import type { Reading } from './read-debrief.ts'
import { Silence } from './silence.tsx'
import { Standing } from './standing.tsx'
import { Timeline } from './timeline.tsx'

// The rules that replay an attempt come once the page is there to be read.
const Replay = lazy(() => import('./replay/replay.tsx'))
// Only where something was soldered.
const SolderingCurves = lazy(() => import('./soldering-curves.tsx'))
// Only a teacher with a decision to take loads the form.
const DecisionForm = lazy(() => import('./decision-form.tsx'))

type Props = { reading: Reading; again: () => void }

/** The debrief itself, ready to read and to print. */
export function DebriefSheet({ reading, again }: Props) {
  const { debrief, moments, labels, standing } = reading
  const { t } = useTranslation('debrief')
  const { person } = usePresence()
  const teaches = person?.roles.includes('teacher') ?? false
  const decides = teaches && debrief.learner !== null && debrief.attempt.status === 'assessed'
  return (
    <div className="debrief">
      <Head reading={reading} />
      {!decides && <Standing debrief={debrief} />}
      <Faults debrief={debrief} />
      <Silence debrief={debrief} />
      {decides && <Suspense><DecisionForm debrief={debrief} decided={again} /></Suspense>}
      <Competences results={debrief.results} labels={labels} />
      <div className="seen-again">
        <WithoutIt><Suspense><Replay reading={reading} /></Suspense></WithoutIt>
        <Timeline moments={moments} results={debrief.results} />
      </div>
      {debrief.trace.some(({ action }) => action.name === 'apply-iron') && <WithoutIt><Suspense><SolderingCurves reading={reading} /></Suspense></WithoutIt>}
      <Criteria results={debrief.results} standing={standing} />
      <Comparison debrief={debrief} />
      <div className="row no-print">
        {debrief.learner === null && <Onwards debrief={debrief} />}
        <button type="button" className="button" onClick={() => print()}><Icon name="print" />{t('print')}</button>
      </div>
    </div>
  )
}

function Head({ reading: { debrief, variant } }: { reading: Reading }) {
  const { t } = useTranslation('debrief')
  const { say, moment } = useSay()
  const { attempt, learner, results } = debrief
  const heading = usePageTitle(t('title'))
  const acquired = results.competences.filter(({ result }) => result === 'acquired').length
  const total = results.competences.length
  const outcome = results.eliminated.length > 0 ? 'stopped' : acquired === total ? 'all' : acquired === 0 ? 'none' : 'some'
  return (
    <header className="stack">
      <p className="quiet">
        {learner && <>{learner.displayName} · </>}{say(attempt.scenario.title)} · {t(`mode.${attempt.mode}`)}
      </p>
      <h1 ref={heading} tabIndex={-1}>{t(`outcome.${outcome}`, { acquired, total, count: outcome === 'all' ? total : acquired })}</h1>
      <p className="quiet small">
        <time dateTime={attempt.startedAt}>{moment(attempt.startedAt)}</time>{' · '}{t(`assurance.${attempt.assurance}`)}
        {variant && <> · {t('variant', { variant: say(variant) })}</>}
      </p>
    </header>
  )
}

/** A replay that cannot be fetched or shown takes nothing of the debrief away. */
class WithoutIt extends Component<{ children: ReactNode }, { gone: boolean }> {
  override state = { gone: false }
  static getDerivedStateFromError = () => ({ gone: true })
  override render() {
    return this.state.gone ? null : this.props.children
  }
}

/** What comes next for the learner: again, or once all was shown the next way in: training, practice, test. */
function Onwards({ debrief: { attempt, results } }: { debrief: Debrief }) {
  const { t } = useTranslation('debrief')
  const { mode, scenario, status } = attempt
  if (mode === 'assessed' && status !== 'refused' && results.acquired) return null
  const next = results.acquired ? (mode === 'guided' ? 'practice' : 'assessed') : mode
  return (
    <Link className="button main" href={`/atelier/${scenario.id}?mode=${next}&input=3d`}>
      {t(next === mode ? 'onwards.again' : `onwards.${next}`)}<Icon name="arrow" />
    </Link>
  )
}
