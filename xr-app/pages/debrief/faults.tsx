// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { Debrief } from '../../service/shapes.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { MomentLink } from './moment-link.tsx'

/** The faults that decide alone: said plainly, with what could have happened, and without blame. */
export function Faults({ debrief: { results } }: { debrief: Debrief }) {
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  const faults = results.criteria.filter(({ id }) => results.eliminated.includes(id))
  if (faults.length === 0) return null
  return (
    <section className="faults card tone refused" aria-labelledby="faults-title">
      <h2 id="faults-title"><Icon name="stop" />{t('faults.title', { count: faults.length })}</h2>
      <ul className="stack">
        {faults.map(({ id, text, reason, at }) => (
          <li key={id} className="stack-s"><b>{say(text)}</b><p>{say(reason)}</p><MomentLink at={at} /></li>
        ))}
      </ul>
      <p>{t('faults.kind')}</p>
    </section>
  )
}
