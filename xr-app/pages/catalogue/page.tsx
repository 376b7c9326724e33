// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { get } from '../../service/api.ts'
import type { CatalogueEntry } from '../../service/shapes.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Ember } from '../../ui/ember.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import './catalogue.css'
import { Filter, frameworksOf } from './filter.tsx'
import { InputChoice } from './input-choice.tsx'
import { ScenarioCard } from './scenario-card.tsx'
import type { Input } from './workshop-address.ts'

/** The first page: what one can learn here, and the way in. */
export default function CataloguePage() {
  const { t } = useTranslation('catalogue')
  const heading = usePageTitle('Compagnon')
  const { remote, again } = useRemote('scenarios',
    (signal) => get<{ scenarios: CatalogueEntry[] }>('/api/scenarios', { signal }))
  return (
    <div className="catalogue">
      <section className="dawn">
        <h1 ref={heading} tabIndex={-1}>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
      </section>
      {remote.state === 'loading' && <div className="card scenario waiting"><Loading what={t('loading')} /></div>}
      {remote.state === 'failed' && <div className="card"><Failure error={remote.error} again={again} /></div>}
      {remote.state === 'ready' && <Scenarios entries={remote.value.scenarios} />}
      <Path />
      <p className="to-gallery"><Link href="/galerie">{t('gallery')}</Link></p>
    </div>
  )
}

function Scenarios({ entries }: { entries: CatalogueEntry[] }) {
  const { t } = useTranslation('catalogue')
  const [input, setInput] = useState<Input>('3d')
  const [framework, setFramework] = useState<string | null>(null)
  if (entries.length === 0) {
    return <div className="card"><Empty title={t('empty.title')}><p>{t('empty.help')}</p></Empty></div>
  }
  const shown = entries.filter((entry) => framework === null || entry.framework.id === framework)
  return (
    <section className="choosing" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title" className="visually-hidden">{t('scenarios')}</h2>
      <div className="tools">
        <InputChoice name="catalogue" value={input} choose={setInput} />
        {entries.length > 3 && frameworksOf(entries).length > 1
          && <Filter frameworks={frameworksOf(entries)} value={framework} choose={setFramework} count={shown.length} />}
      </div>
      <ul className={`scenarios ${entries.length === 1 ? 'only' : ''}`}>
        {shown.map((entry, i) => <li key={entry.id}><ScenarioCard entry={entry} input={input} first={i === 0} /></li>)}
      </ul>
    </section>
  )
}

/** The three moments of learning here; the spark brightens from one to the next. */
function Path() {
  const { t } = useTranslation('catalogue')
  return (
    <section className="path" aria-labelledby="path-title">
      <h2 id="path-title">{t('path.title')}</h2>
      <ol>
        {(['train', 'assess', 'prove'] as const).map((step, i) => (
          <li key={step}>
            <Ember level={[0.18, 0.55, 1][i] ?? 0} size={34} />
            <h3>{t(`path.${step}.title`)}</h3>
            <p>{t(`path.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
