// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { signInAddress } from '../../service/api.ts'
import type { QueueState } from '../../service/evidence-queue.ts'
import { Ember } from '../../ui/ember.tsx'
import { Icon } from '../../ui/icon.tsx'
import { chooseLanguage } from '../../ui/i18n.ts'
import { usePageTitle } from '../../ui/page.tsx'
import { stopwatch, useSay } from '../../ui/say.ts'
import { SettingsButton } from '../../ui/settings/button.tsx'
import type { LiveAttempt } from './attempt.ts'
import type { Input } from './input-switch.tsx'
import { useElapsed, useQueueState } from './use-session.ts'

type Props = { attempt: LiveAttempt; input: Input; setInput: (input: Input) => void; finish: () => void }

/** What stays in sight during an attempt: the mode, the time, whether the evidence is safe, and the way out. */
export function Bar({ attempt, input, setInput, finish }: Props) {
  const { t, i18n } = useTranslation('workshop')
  const { say } = useSay()
  const { session, queue } = attempt
  const other = i18n.language === 'fr' ? 'en' : 'fr'
  const heading = usePageTitle(say(session.scenario.title))
  // The button that began the attempt is gone: the keyboard starts again from here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <header className="attempt-bar" aria-label={t('bar.label')}>
      <Link className="brand" href="/" aria-label={t('leave')}><Ember level={1} size={22} /></Link>
      <div className="what"><h1 ref={heading} tabIndex={-1}>{say(session.scenario.title)}</h1><span className="mode-word">{t(`mode.${session.mode}`)}</span></div>
      <Elapsed session={session} />
      <EvidenceState state={useQueueState(queue)} />
      <div className="bar-ways">
        <button type="button" className="button plain" lang={other} onClick={() => void chooseLanguage(other)}>{other.toUpperCase()}</button>
        <SettingsButton />
        <button type="button" className="button" data-switch={input === '3d' ? 'plain' : '3d'} onClick={() => setInput(input === '3d' ? 'plain' : '3d')}>
          <Icon name={input === '3d' ? 'words' : 'headset'} /><span className="word">{t(input === '3d' ? 'input.toPlain' : 'input.to3d')}</span>
        </button>
        <button type="button" className="button main" data-finish="ask" onClick={finish}>{t('bar.finish')}</button>
      </div>
    </header>
  )
}

function Elapsed({ session }: Pick<LiveAttempt, 'session'>) {
  const { t } = useTranslation('workshop')
  return <p className="elapsed" role="timer" aria-label={t('bar.time')}><Icon name="clock" /><time>{stopwatch(useElapsed(session))}</time></p>
}

/** Whether what was done is safe, in words; the values are read aloud only when they matter. */
export function EvidenceState({ state }: { state: QueueState | null }) {
  const { t } = useTranslation('workshop')
  const [path] = useLocation()
  if (!state) return <p className="evidence"><span className="badge tone"><Icon name="check" />{t('evidence.local')}</span></p>
  if (state.state === 'refused') {
    return (
      <div className="evidence" role="alert">
        <span className="badge tone refused"><Icon name="stop" />{t('evidence.refused')}</span>
        <span className="small">{t('evidence.refusedHelp', { code: state.refusal })}</span>
      </div>
    )
  }
  if (state.signedOut) {
    return (
      <div className="evidence" role="alert">
        <span className="badge tone unsure"><Icon name="offline" />{t('evidence.waiting', { count: state.waiting })}</span>
        <span className="small">{t('evidence.signedOut')} <a href={signInAddress(path + location.search)}>{t('evidence.signIn')}</a></span>
      </div>
    )
  }
  if (state.state === 'waiting') {
    return (
      <p className="evidence" role="status" data-waiting={state.waiting}>
        <span className="badge tone unsure"><Icon name="offline" />{t('evidence.waiting', { count: state.waiting })}</span>
        <span className="visually-hidden">{t('evidence.waitingHelp')}</span>
      </p>
    )
  }
  if (!state.deviceKeeps) return <p className="evidence" role="alert"><span className="badge tone unsure"><Icon name="stop" />{t('evidence.notKept')}</span></p>
  return <p className="evidence" data-waiting={state.waiting}><span className="badge tone valid"><Icon name="check" />{t(`evidence.${state.state}`)}</span></p>
}
