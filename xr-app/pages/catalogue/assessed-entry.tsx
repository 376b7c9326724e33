// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { signInAddress } from '../../service/api.ts'
import { usePresence } from '../../service/person.tsx'
import { Icon } from '../../ui/icon.tsx'
import { tidyCode, workshopAddress, type Input } from './workshop-address.ts'

/** The door of the assessed mode: what it means, the teacher's code when there is one, and in. */
export function AssessedEntry({ scenario, input }: { scenario: string; input: Input }) {
  const { t } = useTranslation('catalogue')
  const [, go] = useLocation()
  const { state } = usePresence()
  const [code, setCode] = useState('')
  const enter = (event: FormEvent) => {
    event.preventDefault()
    const address = workshopAddress(scenario, { mode: 'assessed', input, sessionCode: tidyCode(code) })
    if (state === 'signed-in') go(address)
    else location.assign(signInAddress(address))
  }
  return (
    <form className="assessed stack" onSubmit={enter}>
      <ul className="rules">
        {(['alone', 'sent', 'human'] as const).map((rule) => <li key={rule}><Icon name="check" />{t(`rules.${rule}`)}</li>)}
      </ul>
      <div className="field">
        <label htmlFor={`code-${scenario}`}>{t('code.label')}</label>
        <input id={`code-${scenario}`} aria-describedby={`help-${scenario}`} type="text" className="code" value={code}
          onChange={(event) => setCode(event.target.value)} autoComplete="off" autoCapitalize="characters"
          spellCheck={false} maxLength={12} />
        <p className="help" id={`help-${scenario}`}>{t('code.help')}</p>
      </div>
      <button type="submit" className="button main">
        {t(state === 'signed-in' ? 'code.enter' : 'code.signInAndEnter')}<Icon name="arrow" />
      </button>
    </form>
  )
}
