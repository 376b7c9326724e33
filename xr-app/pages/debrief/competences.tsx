// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { Results } from '#domain/assessment/results.ts'
import type { Text } from '#domain/text.ts'
import { Ember } from '../../ui/ember.tsx'
import { useSay } from '../../ui/say.ts'

type Props = { results: Results; labels: Map<string, Text> }

/** Each competence with its spark: as bright as the part of its criteria that was met, full only when acquired. */
export function Competences({ results, labels }: Props) {
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  const met = new Set(results.criteria.filter(({ result }) => result === 'met').map(({ id }) => id))
  return (
    <section className="stack" aria-labelledby="competences-title">
      <h2 id="competences-title">{t('competences.title')}</h2>
      <ul className="sparks-list">
        {results.competences.map(({ code, result, criteria }) => {
          const done = criteria.filter((id) => met.has(id)).length
          const level = result === 'acquired' ? 1 : 0.7 * done / Math.max(criteria.length, 1)
          const label = labels.get(code)
          return (
            <li key={code} className={result}>
              <Ember level={level} size={32} look={result === 'not-observed' ? 'unseen' : 'lit'} />
              <p><b>{code}</b>{label && <> · {say(label)}</>}</p>
              <p className="word">
                {t(`competences.${result}`)}
                <span className="quiet small figures">{t('competences.met', { done, total: criteria.length })}</span>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
