// SPDX-License-Identifier: EUPL-1.2
import { useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GestureOffer, ItemDescription } from '#domain/scenario/index.ts'
import { useSay } from '../../../ui/say.ts'
import type { WorkshopViewProps } from '../view.ts'
import { ControlView, HalfMade } from './control-views.tsx'
import { controlsFor, type Control } from './controls.ts'

type Props = { item: ItemDescription; offers: GestureOffer[]; session: WorkshopViewProps['session']; act: (offer: GestureOffer) => void }

/** One thing: what it is, how it looks, what can be tried on it. */
export function ThingView({ item, offers, session, act }: Props) {
  const small = useSmallScreen()
  const [acted, setActed] = useState(false)
  // A phone that is turned lays the thing out anew: what was half chosen stays chosen.
  const halfMade = useRef(new Map<string, string>()).current
  const controls = controlsFor(session.scenario, session.progress(), offers)
  const inside = <HalfMade value={halfMade}><Inside item={item} session={session} controls={controls} act={(offer) => {
    setActed(true)
    act(offer)
  }} /></HalfMade>
  if (small && isLong(item, controls)) return <Folded item={item} already={acted || halfMade.size > 0}>{inside}</Folded>
  return (
    <li className="thing">
      <h3 id={`thing-${item.id}`} tabIndex={-1}><Name item={item} /></h3>
      <Looks item={item} />
      {inside}
    </li>
  )
}

/** On a phone a thing with much to say is one line until it is asked for: the next thing is within a thumb's reach. */
function Folded({ item, already, children }: { item: ItemDescription; already: boolean; children: ReactNode }) {
  // What one is busy with does not fold under the thumb when it comes to offer more.
  const [open, setOpen] = useState(already)
  return (
    <li className="thing folded">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary id={`thing-${item.id}`}><h3><Name item={item} /></h3><Looks item={item} as="span" /></summary>
        {children}
      </details>
    </li>
  )
}

function Name({ item }: Pick<Props, 'item'>) {
  const { say } = useSay()
  return say(item.name)
}

/** What is engraved on it, and how it is now; in a summary, where no paragraph may stand, as a span. */
function Looks({ item: { label, state }, as: Line = 'p' }: Pick<Props, 'item'> & { as?: 'p' | 'span' }) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  return <>
    {label && <Line className="engraved">{t('plain.marked', { label: say(label) })}</Line>}
    {say(state) && <Line className="looks">{say(state)}</Line>}
  </>
}

function Inside({ item, session, act, controls }: Omit<Props, 'offers'> & { controls: Control[] }) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  return <>
    {item.details.length > 0 && <ul className="details">{item.details.map((line) => <li key={line.fr}>{say(line)}</li>)}</ul>}
    {controls.length > 0 && (
      <div className="gestures" role="group" aria-label={t('plain.do', { thing: say(item.name) })}>
        {controls.map((control) => (
          <ControlView key={control.key} control={control} scenario={session.scenario} progress={session.progress()} act={act} />
        ))}
      </div>
    )}
  </>
}

/** Forms, and more than a few lines or buttons, are what makes a phone's page endless. */
const isLong = ({ details }: ItemDescription, controls: readonly Control[]) =>
  controls.some(({ kind }) => kind !== 'button') || controls.length > 2 || details.length > 3

// A page enlarged twice on a computer is wider than this: there, whoever has a keyboard finds everything unfolded.
const phone = '(max-width: 30rem)'
const subscribe = (tell: () => void) => {
  const width = matchMedia(phone)
  width.addEventListener('change', tell)
  return () => width.removeEventListener('change', tell)
}
const useSmallScreen = () => useSyncExternalStore(subscribe, () => matchMedia(phone).matches)
