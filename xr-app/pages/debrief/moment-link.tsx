// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { stopwatch } from '../../ui/say.ts'

export const momentId = (at: number) => `moment-${at}`
export const criterionId = (id: string) => `criterion-${id}`

/** Leads from a criterion to the moment that decided it. Nothing when no single moment did. */
export function MomentLink({ at }: { at: number | null }) {
  const { t } = useTranslation('debrief')
  if (at === null) return null
  return <a className="to-moment" href={`#${momentId(at)}`}>{t('seeMoment', { time: stopwatch(at) })}</a>
}
