// SPDX-License-Identifier: EUPL-1.2
import { fillText, nameOf, wordFor } from '#domain/scenario/index.ts'
import type { GestureOffer, Progress, Scenario } from '#domain/scenario/index.ts'
import type { Text } from '#domain/text.ts'
import type { Gesture } from '#domain/workshop/action.ts'

/** How offers are shown: many gestures that differ by a place or a value become one control with choices. */
export type Control =
  | { kind: 'button'; key: string; offer: GestureOffer }
  /** The same gesture at one of several points. */
  | { kind: 'point'; key: string; title: Text; offers: GestureOffer[] }
  /** The same tool between two of several points. */
  | { kind: 'pair'; key: string; title: Text; offers: GestureOffer[] }
  /** One field of a form or a tag, and its choices. */
  | { kind: 'field'; key: string; field: string; title: Text; offers: GestureOffer[] }

/** A gesture as one word: the way a button says what it does to whoever looks for it (tests, assistive scripts). */
export const gestureKey = ({ name, target, with: tool, second, value }: Gesture): string =>
  [name, target, tool, second, value].map((part) => part ?? '').join('|')

/** The controls for what can be attempted on one piece of equipment, in the order the world offers it. */
export function controlsFor(scenario: Scenario, progress: Progress, offers: readonly GestureOffer[]): Control[] {
  const groups = Map.groupBy(offers, ({ gesture, about }) =>
    (gesture.value === undefined ? [gesture.name, gesture.with ?? '', about].join('|') : fieldOf(gesture)))
  return [...groups].map(([key, group]) => controlOf(scenario, progress, key, group))
}

function controlOf(scenario: Scenario, progress: Progress, key: string, offers: GestureOffer[]): Control {
  const [first] = offers
  if (!first) throw new Error(`No offer in ${key}`)
  const { gesture } = first
  if (gesture.value !== undefined) return { kind: 'field', key, field: key, title: fieldTitle(scenario, progress, first), offers }
  if (gesture.second === undefined && offers.length === 1) return { kind: 'button', key, offer: first }
  // « Mesurer avec le VAT entre … et … »: the points are chosen just below, the block is named just above.
  const title = fillText(wordFor(scenario, 'gestures', gesture.name), {
    target: '…', second: '…', with: gesture.with ? nameOf(progress.setup, gesture.with) : undefined,
  })
  return { kind: gesture.second === undefined ? 'point' : 'pair', key, title, offers }
}

/** What a control that chooses a value writes to: a field, or a gesture done with one of several values. */
export const fieldOf = ({ name, target }: Gesture): string => (name === 'fill' ? target : `${name} ${target}`)

function fieldTitle(scenario: Scenario, { setup }: Progress, { gesture, about }: GestureOffer): Text {
  const field = setup.equipment[about]?.fields?.find(({ id }) => id === gesture.target.split('.')[1])
  if (field) return field.label
  return fillText(wordFor(scenario, 'gestures', gesture.name), {
    target: nameOf(setup, gesture.target), value: '…', with: gesture.with ? nameOf(setup, gesture.with) : undefined,
  })
}

/** What a choice of a field is called. */
export function choiceName(scenario: Scenario, { setup }: Progress, { gesture, about }: GestureOffer): Text {
  const field = setup.equipment[about]?.fields?.find(({ id }) => id === gesture.target.split('.')[1])
  const value = gesture.value ?? ''
  return field?.choices.find((choice) => choice.value === value)?.label ?? wordFor(scenario, 'values', value)
}

/** The points a pair can be measured between, in the block's order. */
export function pointsOf(offers: readonly GestureOffer[]): string[] {
  return [...new Set(offers.flatMap(({ gesture }) => [gesture.target, ...(gesture.second ? [gesture.second] : [])]))]
}

/** The offer between two points: in the order chosen where order matters, whichever was first elsewhere. */
export const pairOf = (offers: readonly GestureOffer[], a: string, b: string): GestureOffer | undefined =>
  offers.find(({ gesture: { target, second } }) => target === a && second === b)
  ?? offers.find(({ gesture: { target, second } }) => (target === a && second === b) || (target === b && second === a))
