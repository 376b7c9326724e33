// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { Debrief } from '../../service/shapes.ts'
import { Icon } from '../../ui/icon.tsx'
import { silentMinutes } from '../../ui/say.ts'

/** For the teacher: how long what was done did not come in, when that is worth a question before deciding. */
export function Silence({ debrief: { attempt, learner } }: { debrief: Debrief }) {
  const { t } = useTranslation('debrief')
  const count = silentMinutes(attempt.longestSilenceMs)
  if (learner === null || attempt.mode !== 'assessed' || count === 0) return null
  return (
    <div className="notice tone unsure">
      <Icon name="clock" />
      <p><b>{t('silence.word', { count })}</b>{' '}{t('silence.text')}</p>
    </div>
  )
}
