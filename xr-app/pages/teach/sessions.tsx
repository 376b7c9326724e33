// SPDX-License-Identifier: EUPL-1.2
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { get, post } from '../../service/api.ts'
import type { CatalogueEntry, Session } from '../../service/shapes.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { Failure, Loading, RefusedNotice } from '../../ui/states.tsx'
import { useSay } from '../../ui/say.ts'
import { ScenePicture } from '../../ui/scene-picture.tsx'
import { hasGuide } from '../guide/guides.ts'
import { OpenSession } from './open-session.tsx'

type Desk = { sessions: Session[]; scenarios: CatalogueEntry[] }

async function readDesk(signal: AbortSignal): Promise<Desk> {
  const [{ sessions }, { scenarios }] = await Promise.all([
    get<Pick<Desk, 'sessions'>>('/api/sessions', { signal }),
    get<Pick<Desk, 'scenarios'>>('/api/scenarios', { signal }),
  ])
  return { sessions, scenarios }
}

/** The sessions that are open, their codes large enough for the back row, and a way to open another. */
export function Sessions() {
  const { t } = useTranslation('teach')
  const { remote, again } = useRemote('sessions', readDesk)
  return (
    <section className="stack" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('sessions.title')}</h2>
      {remote.state === 'loading' && <Loading />}
      {remote.state === 'failed' && <Failure error={remote.error} again={again} />}
      {remote.state === 'ready' && <Desk desk={remote.value} changed={again} />}
    </section>
  )
}

function Desk({ desk: { sessions, scenarios }, changed }: { desk: Desk; changed: () => void }) {
  const { t } = useTranslation('teach')
  const { say } = useSay()
  const open = sessions.filter(({ closedAt }) => closedAt === null)
  const titleOf = (id: string) => say(scenarios.find((one) => one.id === id)?.title ?? id)
  return (
    <>
      {open.length === 0 && <p className="quiet">{t('sessions.none')}</p>}
      <ul className="stack">
        {open.map((session) => (
          <li key={session.id}><OpenSession session={session} title={titleOf(session.scenario)} changed={changed} /></li>
        ))}
      </ul>
      <Begin scenarios={scenarios} first={open.length === 0} changed={changed} />
    </>
  )
}

function Begin({ scenarios, first, changed }: { scenarios: CatalogueEntry[]; first: boolean; changed: () => void }) {
  const { t, i18n } = useTranslation('teach')
  const { say } = useSay()
  const [error, setError] = useState<unknown>(null)
  // A double click opens one session: its code is read aloud, and two would puzzle a class.
  const opening = useRef(false)
  const begin = (scenario: string, clicks: number) => {
    if (opening.current || clicks > 1) return
    opening.current = true
    post('/api/sessions', { scenario }).then(() => { setError(null); changed() }, setError).finally(() => { opening.current = false })
  }
  return (
    <section className="stack" aria-labelledby="choose-title">
      <h3 id="choose-title">{t('sessions.choose')}</h3>
      <ul className="offers">
        {scenarios.map(({ id, title, framework, minutes }) => (
          <li key={id}>
            <ScenePicture scenario={id} sizes="7rem" />
            <p className="what"><b>{say(title)}</b><span className="small quiet">{say(framework.title)} · {t('sessions.minutes', { count: minutes })}</span></p>
            {hasGuide(id, i18n.language) && <Link className="to-guide" href={`/guide/${id}`} aria-label={t('sessions.guideOf', { title: say(title) })}><Icon name="file" />{t('sessions.guide')}</Link>}
            <button type="button" className={`button ${first ? 'main' : ''}`} aria-label={t('sessions.open', { title: say(title) })} onClick={({ detail }) => begin(id, detail)}>
              <Icon name="people" />{t('sessions.openShort')}
            </button>
          </li>
        ))}
      </ul>
      {error !== null && <RefusedNotice error={error} />}
    </section>
  )
}
