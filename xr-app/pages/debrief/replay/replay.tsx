// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemote } from '../../../service/use-remote.ts'
import { Icon } from '../../../ui/icon.tsx'
import { stopwatch, useSay } from '../../../ui/say.ts'
import { Loading } from '../../../ui/states.tsx'
import type { Reading } from '../read-debrief.ts'
import { Lanes } from './lanes.tsx'
import { openReplay } from './open-replay.ts'
import type { ExpertPlay, Opened } from './open-replay.ts'
import './replay.css'
import { Transport } from './transport.tsx'
import { useAddress, useCount, useRunning, useTime } from './use-replay.ts'

// Everything of the 3D world comes only when someone asks to see it.
const Replay3D = lazy(() => import('./replay-3d.tsx'))

/** The attempt looked at again: in words at once, in 3D when asked. An attempt without a gesture has nothing to show. */
export default function Replay({ reading }: { reading: Reading }) {
  const { attempt } = reading.debrief
  const { remote } = useRemote(`replay ${attempt.id} ${attempt.finishedAt}`, () => openReplay(reading))
  const { t } = useTranslation('debrief')
  if (remote.state === 'loading') return <div className="replay card"><Loading what={t('replay.loading')} /></div>
  if (remote.state === 'failed' || remote.value.session.recorded === 0) return null
  return <Opening reading={reading} opened={remote.value} />
}

function Opening({ reading, opened }: { reading: Reading; opened: Opened }) {
  const { session, spans, expert } = opened
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  const section = useRef<HTMLElement>(null)
  const show = useCallback(() => section.current?.scrollIntoView({ block: 'nearest' }), [])
  useRunning(session)
  useAddress(session, show)
  useIdle(session, reading)
  const count = useCount(session)
  const moment = reading.moments[count - 1]
  const words = moment ? [moment.gesture, ...moment.events.map(({ text }) => text)].map(say).join('. ') : t('replay.begins')
  return (
    <section className="replay card no-print" aria-labelledby="replay-title" ref={section}>
      <h2 id="replay-title">{t('replay.title')}</h2>
      <Screen reading={reading} opened={opened} />
      <div className="said">
        <p><Clock opened={opened} />{moment ? <b>{say(moment.gesture)}</b> : t('replay.begins')}</p>
        {moment?.events.map(({ name, text }, i) => <p key={i} className={`event event-${name}`}>{say(text)}</p>)}
        {expert && <Beside opened={opened} expert={expert} />}
      </div>
      <Transport session={session} spans={spans} marks={opened.marks} />
      <Lanes opened={opened} own={reading.debrief.learner === null} words={words} />
    </section>
  )
}

function Clock({ opened: { session } }: { opened: Opened }) {
  return <time className="figures">{stopwatch(useTime(session))}</time>
}

/** What the expert does in the same stage, as far through it. */
function Beside({ opened: { session }, expert }: { opened: Opened; expert: ExpertPlay }) {
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  const now = expert.beside(useTime(session))
  const action = expert.actions.findLast(({ at }) => at <= now)
  return <p className="beside"><Icon name="hand" /><span>{t('replay.beside')} {action ? say(expert.say(action)) : t('replay.looks')}</span></p>
}

/** The picture: asked for, never imposed. A device that cannot draw has the words. */
function Screen({ reading, opened }: { reading: Reading; opened: Opened }) {
  const { t } = useTranslation('debrief')
  const [on, setOn] = useState(false)
  const { id } = reading.debrief.attempt.scenario
  if (!on) {
    return (
      <div className="screen off">
        <img src={`/scenes/${id}.webp`} width={1200} height={900} alt="" loading="lazy" onError={(event) => { event.currentTarget.hidden = true }} />
        <button type="button" className="button main" data-replay="3d" onClick={() => setOn(true)}><Icon name="eye" />{t('replay.open3d')}</button>
      </div>
    )
  }
  return <Suspense fallback={<div className="screen"><Loading what={t('replay.loading3d')} /></div>}><Replay3D opened={opened} reading={reading} close={() => setOn(false)} /></Suspense>
}

/** Before anything is asked for, the replay stands at the first thing that counted most, not at an empty beginning. */
function useIdle(session: Opened['session'], { debrief }: Reading) {
  useEffect(() => {
    const fault = debrief.results.criteria.find(({ id }) => debrief.results.eliminated.includes(id))
    if (fault && fault.at !== null && session.elapsed() === 0) session.seek(fault.at)
  }, [session, debrief])
}
