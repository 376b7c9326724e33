// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useSayResults } from '../results/say-results.ts'
import type { Deliberation, Place } from './shapes.ts'

type Look = { tone: string; icon: IconName; word: string }

const lookOf = ({ replacedBy, vote }: Place): Look => {
  if (replacedBy !== null) return { tone: '', icon: 'leave', word: 'place.replaced' }
  if (vote === 'decided') return { tone: 'valid', icon: 'check', word: 'place.decided' }
  if (vote === 'refused') return { tone: 'refused', icon: 'cross', word: 'place.refused' }
  return { tone: 'unsure', icon: 'clock', word: 'place.waiting' }
}

/** Who sits, who has signed what, who was absent; `beside` may put something next to a place. */
export function Places({ deliberation, beside }: { deliberation: Deliberation; beside?: (place: Place) => ReactNode }) {
  const { t } = useTranslation('jury')
  const { moment } = useSayResults()
  return (
    <section className="stack" aria-labelledby="places-title">
      <h2 id="places-title">{t('place.title')}</h2>
      <p className="quiet">{t('place.quorum', { count: deliberation.quorum, members: deliberation.places.filter(({ replacedBy }) => replacedBy === null).length })}</p>
      <ul className="places">
        {deliberation.places.map((place) => {
          const { tone, icon, word } = lookOf(place)
          return (
            <li key={place.place}>
              <b>{place.name}</b>
              <span className={`badge tone ${tone}`}><Icon name={icon} />{t(word, { name: place.replacedBy ?? '' })}</span>
              {place.signedAt ? <span className="small quiet">{moment(place.signedAt)}</span> : beside?.(place)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
