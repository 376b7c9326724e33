// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { Check } from '#domain/verification/verdict.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import type * as Words from './check-file.ts'

const looks: Record<Check['result'], { tone: string; icon: IconName }> = {
  failed: { tone: 'refused', icon: 'cross' },
  unknown: { tone: 'unsure', icon: 'question' },
  passed: { tone: 'valid', icon: 'check' },
}
const order = Object.keys(looks) as Check['result'][]

type Props = { checks: Check[]; words: typeof Words }

/** The reasons: what decided comes first. */
export function Checks({ checks, words }: Props) {
  const { t } = useTranslation('verify')
  const { language } = useSay()
  const sorted = checks.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
  return (
    <section className="stack" aria-labelledby="checks-title">
      <h2 id="checks-title">{t('reasons')}</h2>
      <ul className="checks">
        {sorted.map((check) => {
          const { tone, icon } = looks[check.result]
          return (
            <li key={check.name} data-check={check.name} data-result={check.result}>
              <span className={`badge tone ${tone}`}><Icon name={icon} />{words.sayResult(check.result, language)}</span>
              <div><b>{words.sayName(check.name, language)}</b><p>{words.sayCheck(check, language)}</p></div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
