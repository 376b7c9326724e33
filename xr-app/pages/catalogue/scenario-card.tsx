// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CatalogueEntry } from '../../service/shapes.ts'
import { Ember } from '../../ui/ember.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { AssessedEntry } from './assessed-entry.tsx'
import { InputChoice } from './input-choice.tsx'
import { workshopAddress, type Input } from './workshop-address.ts'

/** One scenario: what it looks like, what it teaches, how long it takes, and three ways in. */
export function ScenarioCard({ entry }: { entry: CatalogueEntry }) {
  const { t } = useTranslation('catalogue')
  const { say } = useSay()
  const [input, setInput] = useState<Input>('3d')
  const [assessing, setAssessing] = useState(false)
  return (
    <article className="card raised scenario">
      <img src={`/scenes/${entry.id}.webp`} width={1200} height={900} alt="" fetchPriority="high" />
      <div className="stack about">
        <p className="small quiet facts">
          {say(entry.framework.title)}
          <span className="minutes"><Icon name="clock" />{t('minutes', { count: entry.minutes })}</span>
        </p>
        <h2>{say(entry.title)}</h2>
        <p>{say(entry.summary)}</p>
        <InputChoice name={entry.id} value={input} choose={setInput} />
        <ul className="ways">
          <li>
            <Link className="button main" href={workshopAddress(entry.id, { mode: 'guided', input })}>{t('ways.guided.go')}<Icon name="arrow" /></Link>
            <p className="small">{t('ways.guided.text')}</p>
          </li>
          <li>
            <Link className="button" href={workshopAddress(entry.id, { mode: 'practice', input })}>{t('ways.practice.go')}</Link>
            <p className="small">{t('ways.practice.text')}</p>
          </li>
          <li>
            <button type="button" className="button" aria-expanded={assessing} aria-controls={`assess-${entry.id}`}
              onClick={() => setAssessing(!assessing)}>{t('ways.assessed.go')}</button>
            <p className="small">{t('ways.assessed.text')}</p>
          </li>
        </ul>
        <div id={`assess-${entry.id}`} hidden={!assessing}>
          {assessing && <AssessedEntry scenario={entry.id} input={input} />}
        </div>
        <Competences entry={entry} />
      </div>
    </article>
  )
}

function Competences({ entry }: { entry: CatalogueEntry }) {
  const { t } = useTranslation('catalogue')
  const { say } = useSay()
  return (
    <details className="competences">
      <summary>
        <span className="sparks">{entry.competences.map(({ code }) => <Ember key={code} level={0} size={16} />)}</span>
        {t('competences', { count: entry.competences.length })}
      </summary>
      <ul>
        {entry.competences.map(({ code, label }) => <li key={code}><b>{code}</b><span>{say(label)}</span></li>)}
      </ul>
    </details>
  )
}
