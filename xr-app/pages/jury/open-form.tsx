// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { get, post } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { RefusedNotice } from '../../ui/states.tsx'
import type { SessionLine } from '../results/shapes.ts'
import { useSayResults } from '../results/say-results.ts'
import type { Deliberation, Juror } from './shapes.ts'

type Able = { sessions: SessionLine[]; people: Juror[] }

async function able(signal: AbortSignal): Promise<Able> {
  const [{ sessions }, { people }] = await Promise.all([
    get<{ sessions: SessionLine[] }>('/api/results/sessions', { signal }), get<{ people: Juror[] }>('/api/juries/people', { signal }),
  ])
  return { sessions, people }
}

/** Names who deliberates over which confirmed results, and how many must sign. */
export function OpenForm({ held }: { held: Deliberation[] }) {
  const { t } = useTranslation('jury')
  const { remote } = useRemote('able', able)
  if (remote.state === 'loading') return null
  if (remote.state === 'failed') return <RefusedNotice error={remote.error} />
  // After a decision, what was confirmed since may be deliberated: the digest is another then.
  const isHeld = (session: SessionLine) => held.some(({ results, state, digest }) =>
    results === session.id && state !== 'refused' && (state !== 'decided' || digest === session.digest))
  const sessions = remote.value.sessions.filter((session) => session.digest !== null && !isHeld(session))
  const people = remote.value.people.filter(({ hasPasskey }) => hasPasskey)
  return (
    <section className="card stack" aria-labelledby="open-title">
      <h2 id="open-title">{t('openForm.title')}</h2>
      {sessions.length === 0 ? <p>{t('openForm.noResults')} <Link href="/resultats">{t('openForm.toResults')}</Link></p>
        : people.length === 0 ? <p>{t('openForm.noPeople')}</p>
        : <Fields sessions={sessions} people={people} missing={remote.value.people.length - people.length} />}
    </section>
  )
}

function Fields({ sessions, people, missing }: Able & { missing: number }) {
  const { t } = useTranslation('jury')
  const { session: month, number } = useSayResults()
  const [, go] = useLocation()
  const [named, setNamed] = useState<string[]>([])
  const [error, setError] = useState<unknown>(null)
  const least = Math.floor(named.length / 2) + 1
  const open = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    post<{ deliberation: Deliberation }>('/api/deliberations', { results: said.get('results'), people: named, quorum: Number(said.get('quorum')) })
      .then(({ deliberation }) => go(`/deliberations/${deliberation.id}`), setError)
  }
  return (
    <form className="stack open-deliberation" onSubmit={open}>
      <div className="field"><label htmlFor="results">{t('openForm.results')}</label>
        <select id="results" name="results">{sessions.map(({ id, session, academy, confirmed }) => (
          <option key={id} value={id}>{t('session', { session: month(session), academy: academy.name })} ({number(confirmed)})</option>
        ))}</select></div>
      <fieldset><legend>{t('openForm.people')}</legend>
        {people.map(({ person, name }) => (
          <label key={person} className="name-one">
            <input type="checkbox" checked={named.includes(person)}
              onChange={({ target }) => setNamed((now) => (target.checked ? [...now, person] : now.filter((one) => one !== person)))} />{name}
          </label>
        ))}
      </fieldset>
      {missing > 0 && <p className="small quiet">{t('openForm.missing', { count: missing })}</p>}
      <div className="field"><label htmlFor="quorum">{t('openForm.quorum')}</label>
        <select id="quorum" name="quorum" disabled={named.length === 0} key={named.length}>
          {Array.from({ length: Math.max(named.length - least + 1, 1) }, (_, at) => <option key={at}>{least + at}</option>)}
        </select></div>
      <p className="small quiet">{t('openForm.help')}</p>
      {error !== null && <RefusedNotice error={error} />}
      <div><button type="submit" className="button main" disabled={named.length === 0}>{t('openForm.button')}</button></div>
    </form>
  )
}
