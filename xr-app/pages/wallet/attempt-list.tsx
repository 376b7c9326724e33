// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { AttemptLine, AttemptStatus } from '../../service/shapes.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'

const looks: Record<AttemptStatus, { tone: string; icon: IconName }> = {
  open: { tone: '', icon: 'clock' },
  assessed: { tone: 'unsure', icon: 'clock' },
  validated: { tone: 'valid', icon: 'check' },
  issued: { tone: 'valid', icon: 'check' },
  refused: { tone: 'refused', icon: 'cross' },
}

/** My attempts, newest first, each with its debrief; a test in progress leads back to the workshop instead. */
export function AttemptList({ attempts }: { attempts: AttemptLine[] }) {
  const { t } = useTranslation('wallet')
  const sorted = attempts.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
  return (
    <section className="stack" aria-labelledby="attempts-title">
      <h2 id="attempts-title">{t('attempts.title')}</h2>
      <ul className="attempts">{sorted.map((line) => <AttemptRow key={line.id} line={line} />)}</ul>
    </section>
  )
}

function AttemptRow({ line: { id, scenario, mode, status, startedAt } }: { line: AttemptLine }) {
  const { t } = useTranslation('wallet')
  const { say, moment } = useSay()
  const state = mode !== 'assessed' && status === 'assessed' ? mode : status
  const { tone, icon } = mode !== 'assessed' ? { tone: '', icon: 'workshop' as const } : looks[status]
  const inProgress = mode === 'assessed' && status === 'open'
  return (
    <li>
      <Link href={inProgress ? `/atelier/${scenario.id}?mode=${mode}&input=3d` : `/bilan/${id}`}>
        <span className="what">
          <b>{say(scenario.title)}</b><time className="small quiet" dateTime={startedAt}>{moment(startedAt)}</time>
        </span>
        <span className={`badge tone ${tone}`}><Icon name={icon} />{t(`attempts.${state}`)}</span>
        <Icon name="arrow" />
      </Link>
    </li>
  )
}
