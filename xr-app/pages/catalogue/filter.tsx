// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { CatalogueEntry } from '../../service/shapes.ts'
import { useSay } from '../../ui/say.ts'

type Framework = CatalogueEntry['framework']

/** Each framework once, in the catalogue's order. */
export const frameworksOf = (entries: CatalogueEntry[]): Framework[] =>
  [...new Map(entries.map(({ framework }) => [framework.id, framework])).values()]

type Props = { frameworks: Framework[]; value: string | null; choose: (framework: string | null) => void; count: number }

/** Shows one training's scenarios, or all of them. */
export function Filter({ frameworks, value, choose, count }: Props) {
  const { t } = useTranslation('catalogue')
  const { say } = useSay()
  const chip = (id: string | null, words: string) => (
    <button key={id ?? 'all'} type="button" className="chip" aria-pressed={value === id} data-framework={id ?? 'all'} onClick={() => choose(id)}>{words}</button>
  )
  return (
    <div className="filter" role="group" aria-label={t('filter.label')}>
      {chip(null, t('filter.all'))}
      {frameworks.map(({ id, title }) => chip(id, say(title)))}
      <p className="visually-hidden" role="status">{t('filter.count', { count })}</p>
    </div>
  )
}
