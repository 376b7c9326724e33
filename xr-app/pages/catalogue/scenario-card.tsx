// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { usePresence } from '../../service/person.tsx'
import type { CatalogueEntry } from '../../service/shapes.ts'
import { Ember } from '../../ui/ember.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { ScenePicture } from '../../ui/scene-picture.tsx'
import { AssessedEntry } from './assessed-entry.tsx'
import { workshopAddress, type Input } from './workshop-address.ts'

type Props = { entry: CatalogueEntry; input: Input; first: boolean }

/** One scenario: what it looks like, what it teaches, how long it takes, how it can be played, and three ways in. */
export function ScenarioCard({ entry, input, first }: Props) {
  const { t } = useTranslation('catalogue')
  const { say } = useSay()
  const title = `title-${entry.id}`
  return (
    <article className="card raised scenario" aria-labelledby={title}>
      <ScenePicture scenario={entry.id} sizes="(max-width: 56rem) 100vw, 38rem" first={first} />
      <div className="about">
        <p className="small quiet facts">
          {say(entry.framework.title)}
          <span className="minutes"><Icon name="clock" />{t('minutes', { count: entry.minutes })}</span>
        </p>
        <h3 id={title}>{say(entry.title)}</h3>
        <p>{say(entry.summary)}</p>
        <p className="small quiet played"><Icon name="headset" />{t('played')}</p>
        <Ways entry={entry} input={input} title={title} />
        <Competences entry={entry} />
        <Guide scenario={entry.id} title={title} />
      </div>
    </article>
  )
}

function Ways({ entry, input, title }: { entry: CatalogueEntry; input: Input; title: string }) {
  const { t } = useTranslation('catalogue')
  const [assessing, setAssessing] = useState(false)
  return <>
    <ul className="ways">
      <li>
        <Link className="button main" aria-describedby={title} href={workshopAddress(entry.id, { mode: 'guided', input })}>{t('ways.guided.go')}<Icon name="arrow" /></Link>
        <p className="small">{t('ways.guided.text')}</p>
      </li>
      <li>
        <Link className="button" aria-describedby={title} href={workshopAddress(entry.id, { mode: 'practice', input })}>{t('ways.practice.go')}</Link>
        <p className="small">{t('ways.practice.text')}</p>
      </li>
      <li>
        <button type="button" className="button" aria-describedby={title} aria-expanded={assessing} aria-controls={`assess-${entry.id}`}
          onClick={() => setAssessing(!assessing)}>{t('ways.assessed.go')}</button>
        <p className="small">{t('ways.assessed.text')}</p>
      </li>
    </ul>
    <div id={`assess-${entry.id}`} hidden={!assessing}>
      {assessing && <AssessedEntry scenario={entry.id} input={input} />}
    </div>
  </>
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

const GuideLink = lazy(() => import('../guide/guide-link.tsx'))

/** For a teacher, the guide is one click away, where there is one. */
function Guide(props: { scenario: string; title: string }) {
  const { person } = usePresence()
  return person?.roles.includes('teacher') ? <Suspense fallback={null}><GuideLink {...props} /></Suspense> : null
}
