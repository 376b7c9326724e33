// SPDX-License-Identifier: EUPL-1.2
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hintFor, stagesOf } from '#domain/scenario/index.ts'
import type { Session } from '../../engine/session.ts'
import { Ember } from '../../ui/ember.tsx'
import { Icon } from '../../ui/icon.tsx'
import { stopwatch, useSay } from '../../ui/say.ts'
import { useSettings } from '../../ui/settings/store.ts'
import { onHeard } from '../../xr/sound/heard.ts'
import { useHappenings, useProgress } from './use-session.ts'
import type { Happening } from './use-session.ts'

/** Beside the plain view: the latest first, and read aloud as it happens. */
export function Happened({ happenings }: { happenings: Happening[] }) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  return (
    <section className="happened card" aria-labelledby="happened-title">
      <h2 id="happened-title">{t('happened.title')}</h2>
      {happenings.length === 0 && <p className="quiet">{t('happened.nothing')}</p>}
      <ol reversed>
        {happenings.toReversed().map(({ id, at, gesture, events, sounds }) => (
          <li key={id}>
            <p className="gesture"><time>{stopwatch(at)}</time>{say(gesture)}</p>
            {events.map(({ name, text }, index) => <p key={index} className={`event event-${name}`}>{say(text)}</p>)}
            {events.length === 0 && <p className="event quiet">{t('happened.noEffect')}</p>}
            <Sounds names={sounds} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What would be heard, in words, for whoever asked for captions. */
function Sounds({ names }: { names: readonly string[] }) {
  const { captions } = useSettings()
  return captions && names.length > 0 ? <Suspense fallback={null}><SoundWords names={names} /></Suspense> : null
}

function SoundWords({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('scene')
  return <p className="sound"><Icon name="sound" />{names.map((name) => t(`sound.${name}` as 'sound.click')).join(', ')}</p>
}

/** What has just happened, for a screen reader, whatever is shown. `silent`: nothing can be heard, so sounds are said too. */
export function Announcer({ happenings, silent = false }: { happenings: Happening[]; silent?: boolean }) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const last = happenings.at(-1)
  const words = last ? [last.gesture, ...last.events.map(({ text }) => text)].map(say).join('. ') : ''
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-label={t('happened.title')}>
      {last && <div key={last.id}><p>{last.events.length > 0 ? words : `${words}. ${t('happened.noEffect')}`}</p>{silent && <Sounds names={last.sounds} />}</div>}
    </div>
  )
}

const captionMs = 7_000

type CaptionsProps = { happenings: Happening[]; spoken?: boolean; silent?: boolean }

/**
 * Over the view: every consequence in words, sounds included, for a few seconds. `spoken`: a screen reader has it
 * already. `silent`: nothing sounds in this view, so what would be heard is written from what happened.
 */
export function Captions({ happenings, spoken = false, silent = false }: CaptionsProps) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const { captions, moreTime } = useSettings()
  const last = happenings.at(-1)
  const [gone, setGone] = useState(0)
  const sounds = useSounds(captionMs * (moreTime ? 3 : 1))
  useEffect(() => {
    if (!last) return
    const timer = setTimeout(() => setGone(last.id), captionMs * (moreTime ? 3 : 1))
    return () => clearTimeout(timer)
  }, [last, moreTime])
  if (!captions || !last || last.id === gone) return null
  return (
    <div className="captions" role="group" aria-label={t('captions')} aria-hidden={spoken || undefined}>
      <p className="gesture">{say(last.gesture)}</p>
      {last.events.map(({ text }, index) => <p key={index}>{say(text)}</p>)}
      <Sounds names={silent ? last.sounds : sounds} />
    </div>
  )
}

/** The sounds that were just made, by name: those of one moment together. */
function useSounds(lastsMs: number): string[] {
  const [heard, setHeard] = useState<{ at: number; names: string[] }>({ at: 0, names: [] })
  useEffect(() => onHeard(({ name }) => setHeard((before) => {
    const now = performance.now()
    return now - before.at < 400 ? { at: before.at, names: [...new Set([...before.names, name])] } : { at: now, names: [name] }
  })), [])
  useEffect(() => {
    const timer = setTimeout(() => setHeard({ at: 0, names: [] }), lastsMs)
    return () => clearTimeout(timer)
  }, [heard.at, lastsMs])
  return heard.names
}

/** Guided mode: where one is on the way, and a hint when asked for. Nothing of it exists in assessed mode. */
export function Guide({ session }: { session: Session }) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const progress = useProgress(session)
  const [shown, setShown] = useState(false)
  if (session.mode !== 'guided') return null
  const stages = stagesOf(session.scenario, progress)
  const hint = hintFor(session.scenario, progress)
  return (
    <section className="guide card" aria-label={t('stages.title')}>
      <button type="button" className="button" aria-expanded={shown} aria-controls="hint" onClick={() => setShown(!shown)}>{t(shown ? 'hint.hide' : 'hint.show')}</button>
      <p id="hint" className="hint" aria-live="polite" hidden={!shown}>{shown && (hint ? say(hint) : t('hint.none'))}</p>
      <ol className="stages">
        {stages.map(({ id, title, state }) => (
          <li key={id} className={state}><Ember level={state === 'done' ? 1 : 0} look={state === 'waiting' ? 'unseen' : 'lit'} size={15} /><span>{say(title)}<span className="visually-hidden"> : {t(`stages.${state}`)}</span></span></li>
        ))}
      </ol>
    </section>
  )
}

export { useHappenings }
