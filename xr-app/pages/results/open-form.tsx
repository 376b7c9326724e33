// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { get, post } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Empty, RefusedNotice } from '../../ui/states.tsx'
import { useSayResults } from './say-results.ts'
import type { ResultsSession } from './shapes.ts'

type Academies = { academies: { code: string; name: string }[] }

/** Opens the results of a session of the officer's own academy, or leads to those already open. */
export function OpenForm({ first }: { first: boolean }) {
  const { t } = useTranslation('results')
  const { language } = useSayResults()
  const [, go] = useLocation()
  const [error, setError] = useState<unknown>(null)
  const { remote } = useRemote('academies', (signal) => get<Academies>('/api/results/academies', { signal }))
  if (remote.state === 'loading') return null
  if (remote.state === 'failed') return <RefusedNotice error={remote.error} />
  if (remote.value.academies.length === 0) return <div className="card"><Empty title={t('noAcademy')}><p>{t('noAcademyHelp')}</p></Empty></div>
  const open = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    const body = { session: `${said.get('year')}-${said.get('month')}`, academy: said.get('academy') }
    post<{ session: ResultsSession }>('/api/results/sessions', body).then(({ session }) => go(`/resultats/${session.id}`), setError)
  }
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const year = new Date().getFullYear()
  return (
    <section className="card stack" aria-labelledby="open-title">
      <h2 id="open-title">{t('openTitle')}</h2>
      <form className="open-results" onSubmit={open}>
        <div className="field"><label htmlFor="month">{t('month')}</label>
          <select id="month" name="month" defaultValue="06">
            {Array.from({ length: 12 }, (_, at) => (
              <option key={at} value={String(at + 1).padStart(2, '0')}>{month.format(new Date(Date.UTC(2000, at, 15)))}</option>
            ))}
          </select></div>
        <div className="field"><label htmlFor="year">{t('year')}</label>
          <select id="year" name="year" defaultValue={year}>{[year + 1, year, year - 1, year - 2].map((one) => <option key={one}>{one}</option>)}</select></div>
        <div className="field"><label htmlFor="academy">{t('academy')}</label>
          <select id="academy" name="academy">
            {remote.value.academies.toSorted((a, b) => a.name.localeCompare(b.name, language)).map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
          </select></div>
        <button type="submit" className={`button ${first ? 'main' : ''}`}>{t('openButton')}</button>
      </form>
      {error !== null && <RefusedNotice error={error} />}
    </section>
  )
}
