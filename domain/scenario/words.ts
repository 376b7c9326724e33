// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '../text.ts'
import type { Gesture, WorldEvent } from '../workshop/action.ts'
import { idIn, partIn } from '../workshop/kind.ts'
import type { Setup } from '../workshop/setup.ts'
import common from '../workshop/words.json' with { type: 'json' }
import type { Scenario } from './schema.ts'

type Words = Readonly<Record<string, Readonly<Record<string, Text>>>>
const languages: readonly Language[] = ['fr', 'en']

/** A text with its `{names}` replaced, in each language; the first letter becomes a capital. */
export function fillText(text: Text, values: Readonly<Record<string, Text | string | number | boolean | undefined>>): Text {
  const inLanguage = (language: Language) => capital(text[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : typeof value === 'object' ? value[language] : String(value)
  }))
  return { fr: inLanguage('fr'), en: inLanguage('en') }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The words for a gesture, an event, a state: the scenario's own when it has them. The key itself when nobody has. */
export function wordFor(scenario: Scenario, family: string, key: string): Text {
  return scenario.words?.[family]?.[key] ?? (common as Words)[family]?.[key] ?? { fr: key, en: key }
}

/** How a piece, a terminal or a field is called in a sentence. */
export function nameOf(setup: Setup, target: string): Text {
  const equipment = setup.equipment[idIn(target)]
  const part = partIn(target)
  if (!equipment) return { fr: target, en: target }
  if (part === undefined) return equipment.name
  const field = equipment.fields?.find(({ id }) => id === part)
  const named = field ?? equipment.parts?.find(({ id }) => id === part)
  const partName = named?.label ?? equipment.terminalNames?.[part] ?? { fr: part.toUpperCase(), en: part.toUpperCase() }
  return { fr: `${equipment.name.fr}, ${partName.fr}`, en: `${equipment.name.en}, ${partName.en}` }
}

/** What a gesture is called: « Ouvrir le disjoncteur Q3 ». */
export function sayGesture(scenario: Scenario, setup: Setup, gesture: Gesture): Text {
  const field = setup.equipment[idIn(gesture.target)]?.fields?.find(({ id }) => id === partIn(gesture.target))
  return fillText(wordFor(scenario, 'gestures', gesture.name), {
    target: nameOf(setup, gesture.target),
    with: gesture.with === undefined ? undefined : nameOf(setup, gesture.with),
    second: gesture.second === undefined ? undefined : nameOf(setup, gesture.second),
    value: field?.choices.find(({ value }) => value === gesture.value)?.label
      ?? (gesture.value === undefined ? undefined : wordFor(scenario, 'values', gesture.value)),
  })
}

/** What an event is called: « Autotest réussi… ». */
export function sayEvent(scenario: Scenario, setup: Setup, { name, target, values = {} }: WorldEvent): Text {
  const equipment = setup.equipment[idIn(target)]
  const list = (value: unknown) => joined(String(value ?? '').split(' ').filter(Boolean).map((id) => nameOf(setup, id)))
  const reason = wordFor(scenario, 'reasons', String(values['reason']))
  const cause = fillText(wordFor(scenario, 'causes', String(values['cause'])), values)
  return fillText(wordFor(scenario, 'events', name), {
    ...values,
    target: nameOf(setup, target),
    label: equipment?.label,
    says: equipment?.says,
    reason,
    cause,
    devices: list(values['devices']),
    loads: list(values['loads']),
    at: list(values['at']),
  })
}

const joined = (texts: Text[]): Text => Object.fromEntries(
  languages.map((language) => [language, texts.map((text) => text[language]).join(', ')])) as Text
