// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../text.ts'
import { idIn } from '../workshop/kind.ts'
import { kindOf, outOfReach } from '../workshop/perform.ts'
import type { Fields, Piece } from '../workshop/pieces.ts'
import type { Equipment } from '../workshop/setup.ts'
import type { Progress } from './play.ts'
import type { Scenario } from './schema.ts'
import { fillText, nameOf, sayEvent, wordFor } from './words.ts'

/** What is seen at each place, in words. */
export type Description = PlaceDescription[]
export type PlaceDescription = { place: string; title: Text; items: ItemDescription[] }
export type ItemDescription = {
  id: string
  name: Text
  /** What is engraved on it. */
  label: Text | null
  /** Its state: « ouvert, verrouillé par un cadenas ». */
  state: Text
  /** Filled fields and the tool's display, line by line. */
  details: Text[]
}

/** Says what is seen now, place by place: what the eyes would find, nothing more (nothing behind a closed door). */
export function describe(scenario: Scenario, progress: Progress): Description {
  const { setup, world } = progress
  return scenario.places.map(({ id, name }) => ({
    place: id,
    title: name,
    items: Object.values(setup.equipment)
      .filter((equipment) => equipment.place === id && !outOfReach(equipment, world, false))
      .map((equipment) => item(scenario, progress, equipment)),
  }))
}

/** What the last action made happen, in words. */
export const sayEvents = (scenario: Scenario, { setup, events }: Progress): Text[] =>
  events.map((event) => sayEvent(scenario, setup, event))

function item(scenario: Scenario, progress: Progress, equipment: Equipment): ItemDescription {
  const piece = progress.world[equipment.id]
  const states = (piece ? kindOf(equipment).looks(piece) : []).map((key) => wordFor(scenario, 'states', key))
  return {
    id: equipment.id,
    name: fillText(equipment.name, {}),
    label: equipment.label ?? null,
    state: { fr: states.map(({ fr }) => fr).join(', '), en: states.map(({ en }) => en).join(', ') },
    details: piece ? detailsOf(scenario, progress, equipment, piece) : [],
  }
}

function detailsOf(scenario: Scenario, { setup, trace }: Progress, equipment: Equipment, piece: Piece): Text[] {
  if ('fields' in piece) return fieldLines(equipment, piece.fields)
  const lines = kindOf(equipment).lines?.(piece) ?? []
  if (lines.length > 0) return lines.map(({ of, is }) => partLine(nameOf(setup, of.includes('.') ? of : `${equipment.id}.${of}`), wordFor(scenario, 'states', is)))
  if (piece.kind === 'diagram' && piece.read && equipment.says) return [equipment.says]
  const more = kindOf(equipment).details?.(piece, equipment)
  if (more) return more.map(({ key, values = {} }) => fillText(wordFor(scenario, 'details', key), values))
  const shown = trace.moments.findLast(({ action }) => action.with === equipment.id || action.target === equipment.id)
  if (!('display' in piece) || !piece.display || !shown) return []
  const places = piece.display.between.map((terminal: string) => nameOf(setup, terminal))
  const [a, b] = places
  return [
    ...(a && b ? [{ fr: `${a.fr} – ${b.fr}`, en: `${a.en} – ${b.en}` }] : []),
    ...shown.events.filter(({ target }) => idIn(target) !== '').map((event) => sayEvent(scenario, setup, event)),
  ]
}

const partLine = (part: Text, state: Text): Text => fillText({ fr: `${part.fr} : ${state.fr}`, en: `${part.en}: ${state.en}` }, {})

const fieldLines = ({ fields = [] }: Equipment, chosen: Fields): Text[] => fields.map(({ id, label, choices }) => {
  const choice = choices.find(({ value }) => value === chosen[id])?.label ?? { fr: '—', en: '—' }
  return { fr: `${label.fr} : ${choice.fr}`, en: `${label.en}: ${choice.en}` }
})
