// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import type { Deliberation } from './shapes.ts'

const looks = {
  opening: { tone: 'unsure', icon: 'clock' },
  open: { tone: 'unsure', icon: 'people' },
  decided: { tone: 'valid', icon: 'check' },
  refused: { tone: 'refused', icon: 'cross' },
} as const

/** Where a deliberation stands: an icon, a word and a colour. */
export function StateBadge({ state }: Pick<Deliberation, 'state'>) {
  const { t } = useTranslation('jury')
  const { tone, icon } = looks[state]
  return <span className={`badge tone ${tone}`}><Icon name={icon} />{t(`state.${state}`)}</span>
}
