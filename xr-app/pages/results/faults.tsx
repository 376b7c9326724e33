// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { columnWords, faultWords } from '#domain/credential/diploma/faults.ts'
import { Icon } from '../../ui/icon.tsx'
import { Empty } from '../../ui/states.tsx'
import { useSayResults } from './say-results.ts'
import type { FaultCount, ResultsFile } from './shapes.ts'

/** Each fault: how often, in which column, why, what to do, where first; and all of them as a file. */
export function Faults({ file, counts }: { file: ResultsFile; counts: FaultCount[] }) {
  const { t } = useTranslation('results')
  const { language } = useSayResults()
  if (counts.length === 0) return <div className="card"><Empty title={t('faults.none')}><p>{t('faults.noneHelp')}</p></Empty></div>
  return (
    <section className="stack" aria-labelledby="faults-title">
      <h2 id="faults-title">{t('faults.title')}</h2>
      <p className="quiet">{t('faults.help')}</p>
      <div>
        <a className="button" href={`/api/results/files/${file.id}/faults.csv?language=${language}`} download>
          <Icon name="download" />{t('faults.download')}
        </a>
      </div>
      <ul className="faults">{counts.map((count) => <Fault key={`${count.code} ${count.column}`} count={count} />)}</ul>
    </section>
  )
}

function Fault({ count: { code, column, count, lines } }: { count: FaultCount }) {
  const { t } = useTranslation('results')
  const { say, number } = useSayResults()
  const { reason, remedy } = faultWords[code]
  return (
    <li>
      <p className="how-many"><b className="figures">{number(count)}</b> <span className="small">{t('faults.lines', { count })}</span></p>
      <div className="why">
        <h3>{say(reason)}</h3>
        <p>{say(remedy)}</p>
        <p className="small quiet">
          {column && <>{t('faults.column', { column: say(columnWords[column]) })} · </>}
          {t('faults.first', { count: lines.length, lines: lines.map(number).join(', ') })}
          {count > lines.length && '…'}
        </p>
      </div>
    </li>
  )
}
