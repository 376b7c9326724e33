// SPDX-License-Identifier: EUPL-1.2
import { Component, lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useHurt } from '../../ui/aids/hurt.ts'
import { useWorn } from '../../ui/aids/worn.ts'
import { Icon } from '../../ui/icon.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import type { LiveAttempt } from './attempt.ts'
import { Away } from './away.tsx'
import { Bar } from './bar.tsx'
import { Break } from './break.tsx'
import { Ended } from './ended.tsx'
import { ConfirmFinish, Finishing } from './finishing.tsx'
import { Announcer, Captions, Guide, Happened } from './happened.tsx'
import { Hurt } from './hurt.tsx'
import type { Input } from './input-switch.tsx'
import PlainView from './plain/plain-view.tsx'
import { Unable } from './unable.tsx'
import { useHappenings, usePauseWhenHidden, useProgress } from './use-session.ts'

// What only some workshops need comes only there.
const Soldering = lazy(() => import('./soldering/soldering.tsx'))
const SolderingWhenThere = (props: { session: LiveAttempt['session']; in3d: boolean }) =>
  (Object.values(props.session.progress().world).some(({ kind }) => kind === 'circuit-board') ? <Suspense fallback={null}><Soldering {...props} /></Suspense> : null)

// Everything of the 3D world comes only when it is asked for.
const Workshop3D = lazy(() => import('./Workshop3D.tsx'))

type Props = { attempt: LiveAttempt; input: Input; setInput: (input: Input) => void }

/** An attempt being made: the same session under either view, until it is finished or a fault ends it. */
export function Playing({ attempt, input, setInput }: Props) {
  const { session } = attempt
  const [, go] = useLocation()
  const [end, setEnd] = useState<'no' | 'asked' | 'going'>('no')
  const [error, setError] = useState<unknown>(null)
  const happenings = useHappenings(session)
  const { over } = useProgress(session)
  const unread = useHurt(session) !== null
  const aftermath = useAftermath(over !== undefined, input, useWorn() && unread)
  usePauseWhenHidden(session)
  useWakeOnline(attempt)
  const debrief = () => go(`/bilan/${attempt.id}`)
  const conclude = () => {
    setEnd('going')
    setError(null)
    attempt.finish().then(debrief, setError)
  }
  const ask = () => (session.mode === 'assessed' ? setEnd('asked') : conclude())
  if (error && end === 'going' && attempt.queue?.state().state !== 'refused') return <main id="main"><Failure error={error} again={conclude} whole /></main>
  if (end === 'going') return <Finishing attempt={attempt} debrief={debrief} />
  if (over && aftermath) return <><Announcer happenings={happenings} /><Ended attempt={attempt} debrief={conclude} /></>
  return (
    <div className={`playing ${input === '3d' ? 'in-3d' : 'in-words'}`} data-gestures={session.actions().length}>
      <Bar attempt={attempt} input={input} setInput={setInput} finish={ask} />
      <Announcer happenings={happenings} silent={input === 'plain'} />
      <Away />
      {input === '3d'
        ? <ThreeD toPlain={() => setInput('plain')}><Workshop3D session={session} poses={attempt.poses} finish={ask} toPlain={() => setInput('plain')} /></ThreeD>
        : <main className="plain-page" id="main"><Unable /><PlainView session={session} /><aside className="stack"><SolderingWhenThere session={session} in3d={false} /><Guide session={session} /><Happened happenings={happenings} /></aside></main>}
      <div className={input === '3d' ? 'over-3d' : 'over-words'}>
        {input === '3d' && <Guide session={session} />}
        {input === '3d' && <SolderingWhenThere session={session} in3d />}
        <Captions happenings={happenings} spoken silent={input === 'plain'} />
      </div>
      <Break session={session} />
      <Hurt session={session} end={conclude} afterMs={input === '3d' ? silenceMs / 2 : 0} />
      {end === 'asked' && <ConfirmFinish go={conclude} back={() => setEnd('no')} />}
    </div>
  )
}

const silenceMs = 2_500

/**
 * In 3D the flash and the silence are seen and heard before anything is said. Nobody is taken out of a headset: `waits`
 * is for as long as it is worn and what happened, which it shows, has not been read.
 */
function useAftermath(over: boolean, input: Input, waits: boolean): boolean {
  const [come, setCome] = useState(over)
  const waited = useRef(false)
  useEffect(() => {
    if (waits) waited.current = true
    if (!over || waits) return
    const timer = setTimeout(() => setCome(true), input === '3d' && !waited.current ? silenceMs : 0)
    return () => clearTimeout(timer)
  }, [over, input, waits])
  return come
}

/** When the connection is back, nobody waits for the end of the pause between two tries. */
function useWakeOnline({ queue }: LiveAttempt): void {
  useEffect(() => {
    const wake = () => queue?.wake()
    window.addEventListener('online', wake)
    return () => window.removeEventListener('online', wake)
  }, [queue])
}

type NetProps = { children: ReactNode; toPlain: () => void }

/** A 3D world that breaks leaves the attempt whole: it goes on in words. */
class ThreeD extends Component<NetProps, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError = () => ({ broken: true })
  override render() {
    if (this.state.broken) return <Broken toPlain={this.props.toPlain} />
    return <main className="three-d" id="main"><Suspense fallback={<Setting />}>{this.props.children}</Suspense></main>
  }
}

function Setting() {
  const { t } = useTranslation('workshop')
  return <Loading what={t('threeD.loading')} />
}

function Broken({ toPlain }: { toPlain: () => void }) {
  const { t } = useTranslation('workshop')
  return (
    <main className="state" id="main">
      <h1>{t('threeD.broken')}</h1>
      <p role="alert">{t('threeD.brokenHelp')}</p>
      <button type="button" className="button main" onClick={toPlain}><Icon name="words" />{t('input.toPlain')}</button>
    </main>
  )
}
