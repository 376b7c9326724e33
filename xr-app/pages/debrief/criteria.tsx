// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriterionResult, Results } from '#domain/assessment/results.ts'
import type { Text } from '#domain/text.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { criterionId, MomentLink } from './moment-link.tsx'

const looks: Record<CriterionResult['result'], { tone: string; icon: IconName }> = {
  'not-met': { tone: 'refused', icon: 'cross' },
  'not-observed': { tone: 'quiet-tone', icon: 'eye' },
  met: { tone: 'valid', icon: 'check' },
}
/** Every criterion with its reason and the moment it was decided at: what teaches most first, the rest folded. */
export function Criteria({ results, standing }: { results: Results; standing: Text }) {
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  useUnfoldTarget()
  const of = (wanted: CriterionResult['result']) => results.criteria.filter(({ result }) => result === wanted)
  const open = [...of('not-met'), ...of('not-observed')]
  const met = of('met')
  return (
    <section className="stack" aria-labelledby="criteria-title">
      <h2 id="criteria-title">{t('criteria.title')}</h2>
      {open.length > 0 && <List criteria={open} />}
      {met.length > 0 && (
        <details className="met" open={open.length === 0}>
          <summary>
            <span className="badge tone valid"><Icon name="check" />{t('criteria.met')}</span>
            {t('criteria.count', { count: met.length })}
          </summary>
          <List criteria={met} />
        </details>
      )}
      <p className="small quiet">{say(standing)}</p>
    </section>
  )
}

const List = ({ criteria }: { criteria: CriterionResult[] }) =>
  <ul className="criteria">{criteria.map((criterion) => <Criterion key={criterion.id} criterion={criterion} />)}</ul>

/** A link to a folded criterion unfolds it; printing unfolds everything. */
function useUnfoldTarget() {
  useEffect(() => {
    const unfold = () => {
      const details = document.getElementById(location.hash.slice(1))?.closest('details')
      if (!details || details.open) return
      details.open = true
      document.getElementById(location.hash.slice(1))?.scrollIntoView()
    }
    const unfoldAll = () => document.querySelectorAll<HTMLDetailsElement>('details.met').forEach((details) => { details.open = true })
    addEventListener('hashchange', unfold)
    addEventListener('beforeprint', unfoldAll)
    return () => { removeEventListener('hashchange', unfold); removeEventListener('beforeprint', unfoldAll) }
  }, [])
}

function Criterion({ criterion }: { criterion: CriterionResult }) {
  const { id, text, reason, result, at, competences, eliminatory } = criterion
  const { t } = useTranslation('debrief')
  const { say } = useSay()
  const { tone, icon } = looks[result]
  return (
    <li id={criterionId(id)} tabIndex={-1}>
      <span className={`badge tone ${tone}`}><Icon name={icon} />{t(`criteria.${result}`)}</span>
      <h3>{say(text)}</h3>
      <p>{say(reason)}</p>
      <p className="small quiet">{competences.join(', ')}{eliminatory && <> · {t('criteria.eliminatory')}</>}</p>
      <MomentLink at={at} />
    </li>
  )
}
