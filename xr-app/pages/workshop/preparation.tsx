// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mode } from '#domain/evidence/recording.ts'
import type { Scenario } from '#domain/scenario/index.ts'
import { signInAddress } from '../../service/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { useSay } from '../../ui/say.ts'
import { cannotDraw } from '../../xr/device.ts'
import type { Interrupted } from './attempt.ts'
import { InputSwitch } from './input-switch.tsx'
import type { Input } from './input-switch.tsx'
import { KeepPosesChoice } from './keep-poses-choice.tsx'
import { Unable } from './unable.tsx'

export type Start = { sessionCode: string; keepPoses: boolean }

const rules: Record<Mode, readonly string[]> = {
  guided: ['free', 'hints', 'safe'], practice: ['free', 'alone', 'again'], assessed: ['alone', 'sent', 'stops', 'unfinished', 'human'],
}

type Props = {
  scenario: Scenario
  mode: Mode
  input: Input
  setInput: (input: Input) => void
  /** Whether someone who may take attempts is signed in. */
  who: 'student' | 'other' | 'nobody'
  code: string
  interrupted: Interrupted | null
  begin: (start: Start) => void
  resume: () => void
}

/** Before the first gesture: the task, how it goes, what it will prove, how one wants to work, one's health. */
export function Preparation(props: Props) {
  const { scenario, mode, input, setInput, who } = props
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const heading = usePageTitle(say(scenario.title))
  const [code, setCode] = useState(props.code)
  const [keepPoses, setKeepPoses] = useState(false)
  const level = mode !== 'assessed' ? (who === 'student' ? 'self' : 'local') : code ? 'supervised' : 'online'
  return (
    <div className="prepare stack-2">
      <header className="stack">
        <p className="small"><span className="mode-word">{t(`mode.${mode}`)}</span></p>
        <h1 ref={heading} tabIndex={-1}>{say(scenario.title)}</h1>
        <p className="lead">{say(scenario.brief)}</p>
      </header>
      {props.interrupted && <Resume {...props} interrupted={props.interrupted} />}
      <section className="stack" aria-labelledby="how">
        <h2 id="how">{t('prepare.how')}</h2>
        <ul className="rules">{rules[mode].map((rule) => <li key={rule}><Icon name="check" />{t(`prepare.${mode}.${rule}`)}</li>)}</ul>
      </section>
      {cannotDraw() ? <Unable /> : <InputSwitch legend={t('prepare.input')} value={input} choose={setInput} />}
      {mode === 'assessed' && who === 'student' && (
        <div className="field">
          <label htmlFor="code">{t('prepare.code')}</label>
          <input id="code" type="text" className="code" value={code} maxLength={12} autoComplete="off" spellCheck={false}
            aria-describedby="code-help" onChange={(event) => setCode(event.target.value.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))} />
          <p className="help" id="code-help">{t('prepare.codeHelp')}</p>
        </div>
      )}
      <dl className="notes">
        <div><dt>{t('prepare.assurance.title')}</dt><dd>{t(`prepare.assurance.${level}`)}</dd></div>
        <div><dt>{t('prepare.health.title')}</dt><dd>{t('prepare.health.text')}</dd></div>
      </dl>
      {input === '3d' && !cannotDraw() && <KeepPosesChoice chosen={keepPoses} choose={setKeepPoses} />}
      <Begin {...props} go={() => props.begin({ sessionCode: code, keepPoses: input === '3d' && keepPoses })} />
    </div>
  )
}

function Begin({ mode, who, interrupted, go }: Props & { go: () => void }) {
  const { t } = useTranslation('workshop')
  if (mode === 'assessed' && who !== 'student') {
    const guided = new URLSearchParams(location.search)
    guided.set('mode', 'guided')
    return (
      <div className="stack">
        <p>{t(who === 'nobody' ? 'prepare.signInHelp' : 'prepare.notStudent')}</p>
        <div className="row">
          {who === 'nobody' && <a className="button main" href={signInAddress(location.pathname + location.search)}>{t('prepare.signIn')}<Icon name="arrow" /></a>}
          <a className="button" href={`${location.pathname}?${guided}`}>{t('prepare.tryGuided')}</a>
        </div>
      </div>
    )
  }
  const words = interrupted ? 'prepare.resume.new' : mode === 'assessed' ? 'prepare.startAssessed' : 'prepare.start'
  return (
    <div className="row">
      <button type="button" className={`button ${interrupted ? '' : 'main'}`} data-start="new" onClick={go}>{t(words)}{!interrupted && <Icon name="arrow" />}</button>
      {interrupted && mode === 'assessed' && <p className="small quiet">{t('prepare.resume.newAssessed')}</p>}
    </div>
  )
}

function Resume({ interrupted: { stored, gestures }, resume }: { interrupted: Interrupted; resume: () => void }) {
  const { t } = useTranslation('workshop')
  const { moment } = useSay()
  return (
    <section className="card raised stack" aria-labelledby="resume">
      <h2 id="resume">{t('prepare.resume.title')}</h2>
      <p>{t('prepare.resume.text', { count: gestures, when: moment(stored.startedAt) })}</p>
      <button type="button" className="button main" data-start="resume" onClick={resume}>{t('prepare.resume.go')}<Icon name="arrow" /></button>
    </section>
  )
}
