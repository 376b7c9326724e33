// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { columns, readHeading } from '#domain/credential/diploma/columns.ts'
import { columnWords } from '#domain/credential/diploma/faults.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSayResults } from './say-results.ts'

const needed = readHeading([]).missing

/** What a file must hold, before one is refused for lacking it; and an empty one to fill in. */
export function Columns() {
  const { t } = useTranslation('results')
  const { say } = useSayResults()
  // With the mark that tells spreadsheets it is UTF-8, and their lines' ends.
  const model = `\ufeff${columns.map((column) => say(columnWords[column])).join(';')}\r\n`
  return (
    <details className="columns">
      <summary><Icon name="file" />{t('drop.columns')}</summary>
      <div className="stack">
        <p className="quiet">{t('drop.columnsHelp')}</p>
        <ul>{columns.map((column) => {
          const name = say(columnWords[column])
          return <li key={column}>{needed.includes(column) ? name : t('drop.optional', { column: name })}</li>
        })}</ul>
        <p><a className="button" href={`data:text/csv;charset=utf-8,${encodeURIComponent(model)}`} download={t('drop.modelName')}><Icon name="download" />{t('drop.model')}</a></p>
      </div>
    </details>
  )
}
