// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '../../ui/icon.tsx'
import { useSayResults } from '../results/say-results.ts'
import { sittingNow, type Deliberation } from './shapes.ts'
import { StateBadge } from './state-badge.tsx'

/** Deliberations, each leading to its own page under `under`. */
export function DeliberationList({ all, under }: { all: Deliberation[]; under: string }) {
  const { t } = useTranslation('jury')
  const { session } = useSayResults()
  return (
    <ul className="result-list">
      {all.map((one) => (
        <li key={one.id}><Link href={`${under}/${one.id}`}>
          <span className="what">
            <b>{t('session', { session: session(one.session), academy: one.academy })}</b>
            <span className="small quiet">{t('round', { round: one.round })} · {t('signed', { count: sittingNow(one).filter(({ vote }) => vote).length, quorum: one.quorum })}</span>
          </span>
          <StateBadge state={one.state} />
          <span className="go">{t('open')}<Icon name="arrow" /></span>
        </Link></li>
      ))}
    </ul>
  )
}
