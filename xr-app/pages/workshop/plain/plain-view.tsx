// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GestureOffer, PlaceDescription } from '#domain/scenario/index.ts'
import { useSay } from '../../../ui/say.ts'
import { useProgress } from '../use-session.ts'
import type { WorkshopViewProps } from '../view.ts'
import { ThingView } from './thing-view.tsx'

/** The workshop in words and buttons: place by place, what is seen and what can be tried there. */
export default function PlainView({ session }: Pick<WorkshopViewProps, 'session'>) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const progress = useProgress(session)
  const description = session.description()
  const [place, setPlace] = useState(description[0]?.place)
  const here = description.find((one) => one.place === place) ?? description[0]
  const touched = useRef<string | null>(null)
  const act = (offer: GestureOffer) => {
    touched.current = offer.about
    session.act(offer.gesture)
  }
  useEffect(() => keepPlace(touched.current), [progress])
  return (
    <div className="plain-view">
      <nav className="places" aria-label={t('places')}>
        {description.map((one) => (
          <button key={one.place} type="button" className="place" data-place={one.place}
            data-holds={one.items.map(({ id }) => id).join(' ')}
            aria-current={one === here ? 'true' : undefined} onClick={() => setPlace(one.place)}>
            <b>{say(one.title)}</b>
            <small>{t('plain.things', { count: one.items.length })}</small>
          </button>
        ))}
      </nav>
      {here && <PlaceView here={here} offers={session.offers()} session={session} act={act} />}
    </div>
  )
}

/** When the button just used is gone, the keyboard stays at the thing it was about instead of falling to the top. */
function keepPlace(about: string | null): void {
  if (about && document.activeElement === document.body) document.getElementById(`thing-${about}`)?.focus()
}

type PlaceProps = { here: PlaceDescription; offers: GestureOffer[]; session: WorkshopViewProps['session']; act: (offer: GestureOffer) => void }

function PlaceView({ here, offers, session, act }: PlaceProps) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  return (
    <section className="stack" aria-labelledby="place-title">
      <h2 id="place-title">{say(here.title)}</h2>
      {here.items.length === 0 && <p className="quiet">{t('plain.nothing')}</p>}
      <ul className="things">
        {here.items.map((item) => (
          <ThingView key={item.id} item={item} session={session} act={act} offers={offers.filter(({ about }) => about === item.id)} />
        ))}
      </ul>
    </section>
  )
}
