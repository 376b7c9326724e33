// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, post } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { RefusedNotice } from '../../ui/states.tsx'
import { useSayResults } from '../results/say-results.ts'
import type { Seat } from './shapes.ts'

const ConfirmDialog = lazy(() => import('../../ui/confirm-dialog.tsx'))

const LOOK_AGAIN_MS = 3_000

/** Who may sit on the academy's juries, until when, and ending it before. */
export function Seats() {
  const { t } = useTranslation('jury')
  const { remote, again } = useRemote('seats', (signal) => get<{ seats: Seat[] }>('/api/juries/seats', { signal }),
    ({ seats }) => (seats.some(({ endingSince }) => endingSince !== null) ? LOOK_AGAIN_MS : null))
  if (remote.state === 'loading') return null
  if (remote.state === 'failed') return <RefusedNotice error={remote.error} />
  const { seats } = remote.value
  if (seats.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="seats-title">
      <h2 id="seats-title">{t('seats.title')}</h2>
      <p className="quiet">{t('seats.help')}</p>
      <ul className="places">{seats.map((seat) => <One key={seat.member} seat={seat} changed={again} />)}</ul>
    </section>
  )
}

function One({ seat, changed }: { seat: Seat; changed: () => void }) {
  const { t } = useTranslation('jury')
  const { day } = useSayResults()
  const { name, until, sits, endingSince } = seat
  const look = endingSince !== null ? { tone: 'unsure', icon: 'clock', word: 'seats.ending' } as const
    : sits ? { tone: 'valid', icon: 'check', word: 'seats.sits' } as const : { tone: '', icon: 'check', word: 'seats.holds' } as const
  return (
    <li>
      <b>{name}</b>
      <span className={`badge tone ${look.tone}`}><Icon name={look.icon} />{t(look.word, { date: day(until) })}</span>
      {endingSince === null && !sits && <End seat={seat} changed={changed} />}
    </li>
  )
}

/** Asked before: it cannot be taken back, only given anew by naming the person again. */
function End({ seat: { member, name }, changed }: { seat: Seat; changed: () => void }) {
  const { t } = useTranslation('jury')
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const end = () => {
    setAsking(false)
    post('/api/juries/seats/end', { member }).then(changed, setError)
  }
  return (
    <div className="stack">
      <button type="button" className="button" aria-label={t('seats.endOf', { name })} onClick={() => setAsking(true)}>{t('seats.end')}</button>
      {error !== null && <RefusedNotice error={error} />}
      {asking && (
        <Suspense fallback={null}>
          <ConfirmDialog title={t('seats.sure', { name })} text={t('seats.sureHelp')} yes={t('seats.yes')} no={t('seats.no')}
            confirm={end} cancel={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  )
}
