// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { speeds } from '../../../engine/replay-session.ts'
import type { ReplaySession, Speed } from '../../../engine/replay-session.ts'
import { Icon } from '../../../ui/icon.tsx'
import { stopwatch, useSay } from '../../../ui/say.ts'
import type { Opened } from './open-replay.ts'
import { useCount, usePaused, useSpeed, useTime } from './use-replay.ts'

type Part = Pick<Opened, 'session' | 'spans' | 'marks'>

/** Run and stop, gesture by gesture, fault by fault, how fast, and straight to a stage, a fault or a criterion. */
export function Transport({ session, spans, marks }: Part) {
  const { t } = useTranslation('debrief')
  const paused = usePaused(session)
  const count = useCount(session)
  const faults = marks.filter(({ kind }) => kind !== 'met')
  return (
    <div className="transport">
      <button type="button" className="button main" data-replay="run" onClick={() => (paused ? session.resume() : session.pause())}>
        <Icon name={paused ? 'play' : 'pause'} />{t(paused ? 'replay.run' : 'replay.pause')}
      </button>
      <button type="button" className="button" data-replay="before" disabled={count === 0} onClick={() => session.step(-1)}><Icon name="before" />{t('replay.before')}</button>
      <button type="button" className="button" data-replay="next" disabled={count === session.recorded} onClick={() => session.step(1)}>{t('replay.next')}<Icon name="next" /></button>
      {faults.length > 0 && (
        <button type="button" className="button" data-replay="fault" onClick={() => session.seek(nextOf(faults, session.elapsed()))}>
          <Icon name="stop" />{t('replay.fault')}
        </button>
      )}
      <SpeedChoice session={session} />
      <Leap session={session} spans={spans} marks={marks} />
    </div>
  )
}

/** The first after now, or the first of all once the last is passed. */
const nextOf = (marks: Opened['marks'], now: number) => (marks.find(({ at }) => at > now) ?? marks[0])?.at ?? 0

function SpeedChoice({ session }: { session: ReplaySession }) {
  const { t } = useTranslation('debrief')
  const { language } = useSay()
  const speed = useSpeed(session)
  return (
    <label className="pick-one">
      <span>{t('replay.speed')}</span>
      <select value={speed} onChange={(event) => session.setSpeed(Number(event.target.value) as Speed)}>
        {speeds.map((one) => <option key={one} value={one}>×{new Intl.NumberFormat(language).format(one)}</option>)}
      </select>
    </label>
  )
}

/** Straight to a moment, from a list: as good for a thumb and a screen reader as the line is for a mouse. */
function Leap({ session, spans, marks }: Part) {
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  const leap = (value: string) => {
    session.pause()
    session.seek(Number(value))
  }
  const named = (kind: string) => marks.filter((one) => one.kind === kind)
  return (
    <label className="pick-one leap">
      <span>{t('replay.leap')}</span>
      <select value="" data-replay="leap" onChange={(event) => leap(event.target.value)}>
        <option value="" disabled>{t('replay.choose')}</option>
        <optgroup label={t('replay.stages')}>
          {spans.map(({ id, title, from }) => <option key={id} value={from}>{stopwatch(from)} · {say(title)}</option>)}
        </optgroup>
        {(['fault', 'not-met', 'met'] as const).filter((kind) => named(kind).length > 0).map((kind) => (
          <optgroup key={kind} label={t(`replay.kinds.${kind}`)}>
            {named(kind).map(({ at, text }, i) => <option key={i} value={at}>{stopwatch(at)} · {say(text)}</option>)}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

/** The time, and the line one takes it along by. */
export function Scrubber({ session, span, words }: { session: ReplaySession; span: number; words: string }) {
  const { t } = useTranslation('debrief')
  const time = useTime(session)
  return (
    <input type="range" className="scrubber" min={0} max={span} step={tenth} value={Math.min(time, span)} aria-label={t('replay.time')}
      aria-valuetext={`${stopwatch(time)}. ${words}`} data-replay="time"
      onChange={(event) => session.seek(Number(event.target.value))} onKeyDown={(event) => byKey(event, session)} />
  )
}

const tenth = 100
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1_000, ArrowUp: 1_000, ArrowLeft: -1_000, ArrowDown: -1_000, PageUp: 15_000, PageDown: -15_000,
}

/** A second with the arrows, a quarter of a minute with the pages. */
function byKey(event: React.KeyboardEvent, session: ReplaySession) {
  const by = steps[event.key]
  if (by === undefined) return
  event.preventDefault()
  session.seek(session.elapsed() + by)
}
