// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { Column } from '#domain/credential/diploma/columns.ts'
import { columnWords } from '#domain/credential/diploma/faults.ts'
import { Problem } from '../../service/problem.ts'
import { Icon } from '../../ui/icon.tsx'
import { RefusedNotice } from '../../ui/states.tsx'
import { useSayResults } from './say-results.ts'

/** Why a whole file was not taken: which columns, or where reading stopped; nothing of it was kept. */
export function ImportRefused({ error }: { error: unknown }) {
  const { t } = useTranslation('results')
  const { say, number } = useSayResults()
  if (!(error instanceof Problem)) return <RefusedNotice error={error} />
  const { code, values } = error
  const named = (columns: unknown) => String(columns ?? '').split(' ').filter(Boolean).map((column) => say(columnWords[column as Column])).join(', ')
  const lines = code === 'ERR_RESULTS_COLUMNS'
    ? [values.missing && t('refused.missing', { columns: named(values.missing) }), values.doubled && t('refused.doubled', { columns: named(values.doubled) })]
    : code === 'ERR_RESULTS_UNREADABLE' ? [t(`refused.${values.reason}`, { line: number(Number(values.line ?? 0)) })] : []
  if (lines.length === 0) return <RefusedNotice error={error} />
  return (
    <div className="notice tone refused" role="alert">
      <Icon name="stop" />
      <div className="stack">
        <p><b>{t('refused.title')}</b></p>
        {lines.filter(Boolean).map((line) => <p key={String(line)}>{line}</p>)}
        <p className="small">{t('refused.nothingKept')}</p>
      </div>
    </div>
  )
}
