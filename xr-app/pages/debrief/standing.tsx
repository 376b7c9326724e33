// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Debrief } from '../../service/shapes.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const looks: Record<Debrief['attempt']['status'], { tone: string; icon: IconName }> = {
  open: { tone: 'unsure', icon: 'clock' },
  assessed: { tone: 'unsure', icon: 'clock' },
  validated: { tone: 'valid', icon: 'check' },
  issued: { tone: 'valid', icon: 'check' },
  refused: { tone: 'refused', icon: 'cross' },
}

/** Where the attempt stands: being made, waiting for a person, validated, refused. Training has no standing. */
export function Standing({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation('debrief')
  const { attempt, decision, learner } = debrief
  if (attempt.mode !== 'assessed') return <p>{t(`standing.${attempt.mode}`)}</p>
  const { tone, icon } = looks[attempt.status]
  return (
    <div className={`notice tone ${tone}`}>
      <Icon name={icon} />
      <p>
        <b>{t(`standing.${attempt.status}.word`)}.</b>{' '}{t(`standing.${attempt.status}.text`)}
        {decision?.reason && <>{' '}{t('standing.reason', { reason: t(`reasons.${decision.reason}`) })}</>}
        {debrief.credential && !learner && <>{' '}<Link href="/portefeuille">{t('standing.wallet')}</Link></>}
      </p>
    </div>
  )
}
