// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearch } from 'wouter'
import { modes, readScenario } from '#domain/scenario/index.ts'
import type { Mode } from '#domain/scenario/index.ts'
import { stopLeftovers } from '../../service/evidence-queue-leftovers.ts'
import { usePresence } from '../../service/person.tsx'
import type { Presence } from '../../service/person.tsx'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { canDraw } from '../../xr/device.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import { beginAttempt, findInterrupted, isSilence, OpenElsewhere, publishedScenario, resumeAttempt } from './attempt.ts'
import type { LiveAttempt, Published } from './attempt.ts'
import type { Input } from './input-switch.tsx'
import { useOpening, useRoomUntilLeft } from './opening/use-opening.ts'
import { Playing } from './playing.tsx'
import { Preparation } from './preparation.tsx'
import type { Start } from './preparation.tsx'
import './workshop.css'

/** The workshop: prepare, act, finish. `?mode=guided|practice|assessed&input=3d|plain&sessionCode=`. */
export default function WorkshopPage() {
  const { t } = useTranslation('workshop')
  const { scenario: id = '' } = useParams<{ scenario: string }>()
  const presence = usePresence()
  useRoomUntilLeft()
  const { remote, again } = useRemote(`scenario ${id}`, (signal) => publishedScenario(id, signal))
  if (remote.state === 'failed') return <main className="prepare" id="main"><Failure error={remote.error} again={again} whole /></main>
  if (remote.state === 'loading' || presence.state === 'loading') return <Loading what={t('loading')} />
  return <Workshop published={remote.value} presence={presence} />
}

const whoIs = (presence: Presence) =>
  (presence.person === null ? 'nobody' : presence.person.roles.includes('student') ? 'student' : 'other')

function Workshop({ published, presence }: { published: Published; presence: Presence }) {
  const { t } = useTranslation('workshop')
  const query = new URLSearchParams(useSearch())
  const mode = modes.find((one) => one === query.get('mode')) ?? 'guided'
  // A device that cannot draw in 3D is asked once, where 3D is wanted: its way is words.
  const [input, setInput] = useState<Input>(() => (query.get('input') === 'plain' || !canDraw() ? 'plain' : '3d'))
  const scenario = useMemo(() => readScenario(published.scenario), [published])
  useOpening(input === '3d', scenario)
  const who = whoIs(presence)
  const person = who === 'student' ? presence.person?.id ?? null : null
  const owner = presence.state === 'unreachable' ? 'unknown' : person
  const { remote } = useRemote(`left ${published.id} ${mode} ${owner}`, () => findInterrupted(published.id, mode, owner))
  const { attempt, state, error, run, forget } = useAttempt()
  if (attempt) return <Playing attempt={attempt} input={input} setInput={setInput} />
  if (remote.state === 'loading' || state === 'starting') return <Loading what={t(state === 'starting' ? 'prepare.starting' : 'loading')} />
  if (error instanceof OpenElsewhere) return <Elsewhere again={forget} />
  if (error) return <main className="prepare" id="main"><Failure error={error} again={forget} whole /></main>
  const interrupted = remote.state === 'ready' ? remote.value : null
  return (
    <main className="prepare-page" id="main">
      <Preparation scenario={scenario} mode={mode} input={input} setInput={setInput} who={who}
        code={query.get('sessionCode') ?? ''} interrupted={interrupted}
        begin={(start) => run(() => begin(published, mode, person, start))}
        resume={() => { if (interrupted) run(() => resumeAttempt(interrupted.stored)) }} />
    </main>
  )
}

/** Training needs no service: without an answer, it stays on the device. An assessment is never taken that way. */
async function begin(published: Published, mode: Mode, person: string | null, { sessionCode, keepPoses }: Start) {
  const wish = { published, mode, keepPoses, ...(mode === 'assessed' && sessionCode ? { sessionCode } : {}) }
  try {
    return await beginAttempt({ ...wish, person })
  } catch (error) {
    if (mode === 'assessed' || !isSilence(error)) throw error
    return beginAttempt({ ...wish, person: null })
  }
}

function useAttempt() {
  const [attempt, setAttempt] = useState<LiveAttempt | null>(null)
  const [state, setState] = useState<'idle' | 'starting'>('idle')
  const [error, setError] = useState<unknown>(null)
  useEffect(() => () => attempt?.release(), [attempt])
  const run = (make: () => Promise<LiveAttempt>) => {
    setState('starting')
    // What is being sent from an earlier visit may be the very attempt that is taken up.
    stopLeftovers().then(make).then(setAttempt, setError).finally(() => setState('idle'))
  }
  return { attempt, state, error, run, forget: () => setError(null) }
}

function Elsewhere({ again }: { again: () => void }) {
  const { t } = useTranslation('workshop')
  return (
    <main className="state" id="main">
      <h1>{t('elsewhere.title')}</h1>
      <p role="alert">{t('elsewhere.text')}</p>
      <button type="button" className="button main" onClick={again}><Icon name="retry" />{t('elsewhere.again')}</button>
    </main>
  )
}
