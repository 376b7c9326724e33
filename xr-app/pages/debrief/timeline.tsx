// SPDX-License-Identifier: EUPL-1.2
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriterionResult, Results } from '#domain/assessment/results.ts'
import { Icon } from '../../ui/icon.tsx'
import { stopwatch, useSay } from '../../ui/say.ts'
import { criterionId, momentId } from './moment-link.tsx'
import { currentMoment, graveEvents, isGrave, momentAddress } from './moments.ts'
import type { SpokenMoment } from './moments.ts'

type Lines = { moments: SpokenMoment[]; results: Results }
type Line = { moment: SpokenMoment; anchored: boolean; decided: CriterionResult[] }

/** Every gesture in order, what the world answered, and the criteria decided there. */
export function Timeline({ moments, results }: Lines) {
  const { t } = useTranslation('debrief')
  const [whole, setWhole] = useState(false)
  const lines = linesOf({ moments, results })
  const telling = lines.filter(({ moment, decided }) => decided.length > 0 || isGrave(moment))
  const shown = whole ? lines : telling
  return (
    <section className="stack" aria-labelledby="timeline-title">
      <div className="row between">
        <h2 id="timeline-title">{t('timeline.title')}</h2>
        {telling.length < lines.length && (
          <button type="button" className="button plain no-print" aria-pressed={whole} onClick={() => setWhole(!whole)}>
            {t(whole ? 'timeline.telling' : 'timeline.whole', { count: lines.length })}
          </button>
        )}
      </div>
      {lines.length === 0 && <p className="quiet">{t('timeline.empty')}</p>}
      <ol className="timeline">{shown.map((line, i) => <Moment key={i} {...line} />)}</ol>
    </section>
  )
}

// Two gestures may fall in the same millisecond: the last carries the anchor and the criteria.
const linesOf = ({ moments, results }: Lines): Line[] => moments.map((moment, i) => {
  const anchored = moments[i + 1]?.at !== moment.at
  return { moment, anchored, decided: anchored ? results.criteria.filter(({ at }) => at === moment.at) : [] }
})

function Moment({ moment, anchored, decided }: Line) {
  const { at, gesture, events } = moment
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  const now = useSyncExternalStore(currentMoment.subscribe, () => anchored && currentMoment.get() === at)
  return (
    <li id={anchored ? momentId(at) : undefined} tabIndex={-1} className={isGrave(moment) ? 'grave' : undefined} aria-current={now ? 'step' : undefined}>
      <a href={momentAddress(at)} className="time" title={t('replay.seeAgain')}><time dateTime={`PT${Math.floor(at / 1000)}S`}>{stopwatch(at)}</time></a>
      <div className="stack-s">
        <b>{say(gesture)}</b>
        {events.map(({ name, text }, i) => <p key={i} className={graveEvents.has(name) ? 'shock' : 'quiet'}>{say(text)}</p>)}
        {decided.map((criterion) => <Decided key={criterion.id} criterion={criterion} />)}
      </div>
    </li>
  )
}

function Decided({ criterion: { id, text, result } }: { criterion: CriterionResult }) {
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  return (
    <a href={`#${criterionId(id)}`} className={`decided tone ${result === 'met' ? 'valid' : 'refused'}`}>
      <Icon name={result === 'met' ? 'check' : 'cross'} />
      <span><span className="visually-hidden">{t(`criteria.${result}`)} : </span>{say(text)}</span>
    </a>
  )
}
