// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../service/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { RefusedNotice } from '../../ui/states.tsx'

type Step = { is: 'idle' | 'sending' | 'done' } | { is: 'refused'; error: unknown }

/** The code that the school handed over, and the birth date: the diploma is in the wallet. */
export function ClaimForm({ claimed }: { claimed: (diploma: string) => void }) {
  const { t } = useTranslation('wallet')
  const [step, setStep] = useState<Step>({ is: 'idle' })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const said = new FormData(form)
    setStep({ is: 'sending' })
    post<{ diploma: string }>('/api/wallet/diplomas/claim', { code: said.get('code'), birthDate: said.get('birthDate') }).then(({ diploma }) => {
      form.reset()
      setStep({ is: 'done' })
      claimed(diploma)
    }, (error: unknown) => setStep({ is: 'refused', error }))
  }
  return (
    <details className="claim">
      <summary><Icon name="wallet" />{t('claim.title')}</summary>
      <form className="stack" onSubmit={send}>
        <p className="quiet">{t('claim.about')}</p>
        <div className="cells">
          <div className="field">
            <label htmlFor="claim-code">{t('claim.code')}</label>
            <input id="claim-code" className="code" name="code" type="text" autoComplete="off" autoCapitalize="characters" spellCheck={false} required maxLength={64} placeholder="XXXX-XXXX-XXXX-XXXX" />
          </div>
          <div className="field">
            <label htmlFor="claim-birth">{t('claim.birthDate')}</label>
            <input id="claim-birth" name="birthDate" type="date" autoComplete="bday" required />
          </div>
        </div>
        <div className="row">
          <button type="submit" className="button main" aria-disabled={step.is === 'sending'}><Icon name="arrow" />{t('claim.go')}</button>
        </div>
      </form>
      <p role="status">{step.is === 'done' ? t('claim.done') : ''}</p>
      {step.is === 'refused' && <RefusedNotice error={step.error} />}
    </details>
  )
}
