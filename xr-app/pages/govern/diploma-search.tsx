// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../service/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { RefusedNotice } from '../../ui/states.tsx'
import type { Credential } from './shapes.ts'
import { ToldApart } from './told-apart.tsx'

type Step = { is: 'idle' } | { is: 'found'; found: Credential[] } | { is: 'refused'; error: unknown }

/** Diplomas of a session by what an officer has in hand: a line of the results, or a name and a birth date. Nothing of it goes into an address. */
export function DiplomaSearch({ choose }: { choose: (id: string) => void }) {
  const { t } = useTranslation('govern')
  const [step, setStep] = useState<Step>({ is: 'idle' })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    const [session, line, familyName, birthDate] = ['session', 'line', 'familyName', 'birthDate'].map((name) => String(said.get(name) ?? '').trim())
    const wanted = line ? { session, line } : { session, familyName, birthDate }
    post<{ found: Credential[] }>('/api/diplomas/search', wanted)
      .then(({ found }) => setStep({ is: 'found', found }), (error: unknown) => setStep({ is: 'refused', error }))
  }
  return (
    <details className="diploma-search">
      <summary><Icon name="file" />{t('diploma.title')}</summary>
      <form className="stack" onSubmit={send}>
        <p className="quiet">{t('diploma.about')}</p>
        <div className="cells">
          <Cell name="session" type="month" label={t('diploma.session')} hint="2026-07" pattern="\d{4}-\d{2}" required />
          <Cell name="line" label={t('diploma.line')} hint="204" pattern="(\d{1,4}:)?\d{1,9}" />
          <Cell name="familyName" label={t('diploma.familyName')} />
          <Cell name="birthDate" type="date" label={t('diploma.birthDate')} hint="2008-02-29" pattern="\d{4}-\d{2}-\d{2}" />
        </div>
        <div className="row"><button type="submit" className="button"><Icon name="verify" />{t('find.go')}</button></div>
      </form>
      {step.is === 'refused' && <RefusedNotice error={step.error} />}
      <div role="status">{step.is === 'found' && <Results found={step.found} choose={choose} />}</div>
    </details>
  )
}

/** Where a browser has no such field it shows one of text: the pattern and the example serve there. */
type CellProps = { name: string; type?: 'text' | 'month' | 'date'; label: string; hint?: string; pattern?: string; required?: boolean }

function Cell({ name, type = 'text', label, hint, pattern, required = false }: CellProps) {
  const { t } = useTranslation('govern')
  return (
    <div className="field">
      <label htmlFor={`diploma-${name}`}>{label}</label>
      <input id={`diploma-${name}`} name={name} type={type} autoComplete="off" spellCheck={false} pattern={pattern} required={required}
        {...(hint !== undefined && { title: t('diploma.like', { hint }), placeholder: hint })} />
    </div>
  )
}

function Results({ found, choose }: { found: Credential[]; choose: (id: string) => void }) {
  const { t } = useTranslation('govern')
  const { say } = useSay()
  if (found.length === 0) return <p>{t('diploma.none')}</p>
  return (
    <ul className="acts">{found.map((one) => (
      <li key={one.id}>
        <b>{one.holder}</b><span>{say(one.title)}</span><ToldApart credential={one} />
        <button type="button" className="button" aria-label={t('diploma.openThis', { holder: one.holder })} onClick={() => choose(one.id)}><Icon name="arrow" />{t('diploma.open')}</button>
      </li>
    ))}</ul>
  )
}
