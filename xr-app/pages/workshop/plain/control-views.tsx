// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GestureOffer, Progress, Scenario } from '#domain/scenario/index.ts'
import { useSay } from '../../../ui/say.ts'
import { pointName } from '../use-session.ts'
import { choiceName, gestureKey, pairOf, pointsOf } from './controls.ts'
import type { Control } from './controls.ts'

type Act = (offer: GestureOffer) => void
type Props<K extends Control['kind']> = { control: Extract<Control, { kind: K }>; progress: Progress; act: Act }
type Any = { control: Control; scenario: Scenario; progress: Progress; act: Act }

/** What was chosen in the forms of one thing, by form: it outlives the way they are laid out. */
export const HalfMade = createContext(new Map<string, string>())

function useChoice(key: string, initial = ''): [string, (value: string) => void] {
  const kept = useContext(HalfMade)
  const [value, setValue] = useState(() => kept.get(key) ?? initial)
  return [value, (chosen) => {
    kept.set(key, chosen)
    setValue(chosen)
  }]
}

/** One thing that can be attempted, as a button or as a short form. Never says whether it is right. */
export function ControlView({ control, scenario, progress, act }: Any) {
  if (control.kind === 'button') return <ActButton offer={control.offer} act={act} />
  if (control.kind === 'point') return <PointControl control={control} progress={progress} act={act} />
  if (control.kind === 'pair') return <PairControl control={control} progress={progress} act={act} />
  return <FieldControl control={control} scenario={scenario} progress={progress} act={act} />
}

function ActButton({ offer, act, words }: { offer: GestureOffer; act: Act; words?: string }) {
  const { say } = useSay()
  return (
    <button type="button" className="button" data-gesture={gestureKey(offer.gesture)} onClick={() => act(offer)}>
      {words ?? say(offer.label)}
    </button>
  )
}

/** A button that says what is missing instead of disappearing: it stays where the hand expects it. */
const Waiting = ({ words }: { words: string }) =>
  <button type="button" className="button" aria-disabled="true" data-disabled="true">{words}</button>

function PointControl({ control: { key, title, offers }, progress, act }: Props<'point'>) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const [point, setPoint] = useChoice(`point ${key}`)
  const chosen = offers.find(({ gesture }) => gesture.target === point)
  return (
    <fieldset className="gesture-form">
      <legend>{say(title)}</legend>
      <Select label={t('plain.point')} value={chosen ? point : ''} choose={setPoint} data={{ 'data-point': key }}
        options={offers.map(({ gesture }) => [gesture.target, say(pointName(progress, gesture.target))])} />
      {chosen ? <ActButton offer={chosen} act={act} /> : <Waiting words={t('plain.pickOne')} />}
    </fieldset>
  )
}

function PairControl({ control: { key, title, offers }, progress, act }: Props<'pair'>) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const [first, setFirst] = useChoice(`first ${key}`)
  const [second, setSecond] = useChoice(`second ${key}`)
  const options = pointsOf(offers).map((point): [string, string] => [point, say(pointName(progress, point, offers[0]?.about))])
  const chosen = pairOf(offers, first, second)
  return (
    <fieldset className="gesture-form">
      <legend>{say(title)}</legend>
      <Select label={t('plain.first')} value={first} choose={setFirst} options={options} data={{ 'data-first': key }} />
      <Select label={t('plain.second')} value={second} choose={setSecond} options={options} data={{ 'data-second': key }} />
      {chosen ? <ActButton offer={chosen} act={act} /> : <Waiting words={t('plain.pickTwo')} />}
    </fieldset>
  )
}

function FieldControl({ control: { field, title, offers }, scenario, progress, act }: Props<'field'> & { scenario: Scenario }) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const [value, setValue] = useChoice(`field ${field}`, writtenIn(progress, field))
  const chosen = offers.find(({ gesture }) => gesture.value === value)
  const writing = offers[0]?.gesture.name === 'fill'
  return (
    <div className="gesture-form field-form">
      <Select label={say(title)} value={value} choose={setValue} data={{ 'data-field': field }}
        options={offers.map((offer) => [offer.gesture.value ?? '', say(choiceName(scenario, progress, offer))])} />
      {chosen
        ? <ActButton offer={chosen} act={act} {...(writing ? { words: t('plain.writeField', { field: say(title) }) } : {})} />
        : <Waiting words={writing ? t('plain.writeField', { field: say(title) }) : t('plain.choose')} />}
    </div>
  )
}

function writtenIn({ world }: Progress, field: string): string {
  const [id = '', name = ''] = field.split('.')
  const piece = world[id]
  return piece && 'fields' in piece ? piece.fields[name] ?? '' : ''
}

type SelectProps = {
  label: string; value: string; choose: (value: string) => void; options: [string, string][]; data: Record<string, string>
}

function Select({ label, value, choose, options, data }: SelectProps) {
  const { t } = useTranslation('workshop')
  const id = useId()
  return (
    <div className="pick">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)} {...data}>
        <option value="">{t('plain.choose')}</option>
        {options.map(([option, words]) => <option key={option} value={option}>{words}</option>)}
      </select>
    </div>
  )
}
