// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { StatusState } from '#domain/credential/status.ts'
import { Icon } from '../../ui/icon.tsx'

const looks = {
  valid: { tone: 'valid', icon: 'check' }, suspended: { tone: 'unsure', icon: 'clock' }, revoked: { tone: 'refused', icon: 'stop' },
} as const

/** Where a credential stands: a colour, an icon and a word. */
export function StateBadge({ state }: { state: StatusState }) {
  const { t } = useTranslation('govern')
  const { tone, icon } = looks[state]
  return <p><span className={`badge tone ${tone}`} data-state={state}><Icon name={icon} />{t(`states.${state}`)}</span></p>
}
