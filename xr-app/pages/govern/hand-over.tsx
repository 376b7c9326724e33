// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../service/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { RefusedNotice } from '../../ui/states.tsx'
import { typeset } from '../../ui/typeset.ts'

type Slip = { holder: string; title: string; speciality: string | null; code: string }
/** `next`: after which diploma those follow that had no place among these. */
type Made = { slips: Slip[]; next: string | null }
type Step = { is: 'idle' | 'making' } | ({ is: 'made'; session: string } & Made) | { is: 'refused'; error: unknown }

/** For the head of a school: a slip for each graduate, to be printed and handed over. The codes are shown once. */
export function HandOver() {
  const { t } = useTranslation('govern')
  const [step, setStep] = useState<Step>({ is: 'idle' })
  const make = (session: string, after?: string) => {
    setStep({ is: 'making' })
    post<Made>('/api/diplomas/claim-codes', { session, ...(after && { after }) })
      .then((made) => setStep({ is: 'made', session, ...made }), (error: unknown) => setStep({ is: 'refused', error }))
  }
  const asked = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    make(String(new FormData(event.currentTarget).get('session')))
  }
  return (
    <section className="stack hand-over" aria-labelledby="hand-title">
      <h2 id="hand-title">{t('hand.title')}</h2>
      <p className="quiet">{t('hand.about')}</p>
      <form className="field" onSubmit={asked}>
        <label htmlFor="hand-session">{t('diploma.session')}</label>
        <div className="row">
          <input id="hand-session" name="session" type="month" autoComplete="off" pattern="\d{4}-\d{2}" required placeholder="2026-07" title={t('diploma.like', { hint: '2026-07' })} />
          <button type="submit" className="button" aria-disabled={step.is === 'making'}><Icon name="print" />{t('hand.make')}</button>
        </div>
      </form>
      {step.is === 'refused' && <RefusedNotice error={step.error} />}
      <div role="status">{step.is === 'made' && <Slips slips={step.slips} />}</div>
      {step.is === 'made' && step.next !== null && <More goOn={() => make(step.session, step.next ?? undefined)} />}
    </section>
  )
}

function More({ goOn }: { goOn: () => void }) {
  const { t } = useTranslation('govern')
  return (
    <div className="row">
      <p>{t('hand.more')}</p>
      <button type="button" className="button" onClick={goOn}>{t('hand.next')}</button>
    </div>
  )
}

function Slips({ slips }: { slips: Slip[] }) {
  const { t } = useTranslation('govern')
  if (slips.length === 0) return <p>{t('hand.none')}</p>
  return (
    <>
      <div className="row">
        <p>{t('hand.count', { count: slips.length })}</p>
        <button type="button" className="button main" onClick={() => window.print()}><Icon name="print" />{t('hand.print')}</button>
      </div>
      <ul className="slips">{slips.map(({ holder, title, speciality, code }) => (
        <li key={code}>
          <b>{holder}</b>
          <span className="small" lang="fr">{typeset(speciality === null ? title : `${title} · ${speciality}`, 'fr')}</span>
          <code>{code}</code>
          <span className="small quiet">{t('hand.how', { place: `${location.host}/portefeuille` })}</span>
        </li>
      ))}</ul>
    </>
  )
}
