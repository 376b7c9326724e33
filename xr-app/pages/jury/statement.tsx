// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { useSayResults } from '../results/say-results.ts'
import type { Deliberation } from './shapes.ts'

const mentions = ['tres-bien', 'bien', 'assez-bien', 'none'] as const

/** What is decided, in plain words: whose results, how many of each, and the digest that names them. */
export function Statement({ deliberation: { counts, digest, round, afterRefusal } }: { deliberation: Deliberation }) {
  const { t } = useTranslation('jury')
  const { number } = useSayResults()
  return (
    <section className="stack" aria-labelledby="statement-title">
      <h2 id="statement-title">{t('statement.title')}</h2>
      {round > 1 && <p>{t(afterRefusal ? 'statement.again' : 'statement.since')}</p>}
      {counts
        ? <dl className="big-figures">
            <div><dt>{t('statement.admitted')}</dt><dd>{number(counts.admitted)}</dd></div>
            <div><dt>{t('statement.refused')}</dt><dd>{number(counts.refused)}</dd></div>
            {mentions.map((one) => <div key={one}><dt>{t(`mention.${one}`)}</dt><dd>{number(counts.mentions[one])}</dd></div>)}
          </dl>
        : <p role="status">{t('statement.counting')}</p>}
      <p className="small quiet">{t('statement.digestHelp')}</p>
      <p className="digest">{digest}</p>
    </section>
  )
}
