// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { post } from '../../service/api.ts'
import { refusalReasons, type Debrief, type RefusalReason } from '../../service/shapes.ts'
import { Icon } from '../../ui/icon.tsx'
import { RefusedNotice } from '../../ui/states.tsx'

type Choice = 'validated' | 'refused'
type Props = { debrief: Debrief; decided: () => void }

/** The teacher's decision: validate, or refuse with a reason. Nothing is chosen beforehand. */
export default function DecisionForm({ debrief: { attempt, learner, results }, decided }: Props) {
  const { t } = useTranslation('debrief')
  const [choice, setChoice] = useState<Choice | null>(null)
  const [reason, setReason] = useState<RefusalReason | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const ready = choice === 'validated' || (choice === 'refused' && reason !== null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    setError(null)
    try {
      const body = choice === 'refused' ? { decision: choice, reason } : { decision: choice }
      await post(`/api/attempts/${attempt.id}/decision`, body)
      decided()
    } catch (refusal) {
      setError(refusal)
    }
    setSending(false)
  }
  return (
    <form className="card raised decision no-print" aria-labelledby="decision-title" onSubmit={(event) => void send(event)}>
      <h2 id="decision-title">{t('decision.title', { name: learner?.displayName })}</h2>
      <RadioGroup className="choices two" aria-labelledby="decision-title" value={choice}
        onChange={(value) => setChoice(value as Choice)}>
        <Radio className="choice" value="validated" isDisabled={!results.acquired}>{t('decision.validate')}</Radio>
        <Radio className="choice" value="refused">{t('decision.refuse')}</Radio>
      </RadioGroup>
      {!results.acquired && <p className="small quiet">{t('decision.nothingToAttest')}</p>}
      {choice === 'refused' && (
        <RadioGroup className="choices two" aria-label={t('decision.reason')} value={reason}
          onChange={(value) => setReason(value as RefusalReason)}>
          {refusalReasons.map((code) => <Radio key={code} className="choice" value={code}>{t(`reasons.${code}`)}</Radio>)}
        </RadioGroup>
      )}
      {choice && <p>{t(`decision.then.${choice}`)}</p>}
      {error !== null && <RefusedNotice error={error} />}
      <div className="row">
        <button type="submit" className="button main" disabled={!ready || sending}>
          <Icon name="check" />{t('decision.sign')}
        </button>
      </div>
    </form>
  )
}
