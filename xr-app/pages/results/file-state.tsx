// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import type { ResultsFile } from './shapes.ts'

const looks = {
  checked: { tone: 'unsure', icon: 'clock' },
  confirmed: { tone: 'valid', icon: 'check' },
  discarded: { tone: '', icon: 'cross' },
} as const

/** Where a file stands: an icon, a word and a colour. */
export function FileState({ file }: { file: ResultsFile }) {
  const { t } = useTranslation('results')
  const { tone, icon } = looks[file.state]
  return <span className={`badge tone ${tone}`}><Icon name={icon} />{t(`state.${file.state}`)}</span>
}
