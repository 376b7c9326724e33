// SPDX-License-Identifier: EUPL-1.2
import { wordFor, type Scenario } from '#domain/scenario/index.ts'
import type { Text } from '#domain/text.ts'
import { kinds } from '#domain/workshop/kinds.ts'
import type { Piece, PieceKind, World } from '#domain/workshop/pieces.ts'
import type { Equipment, Setup } from '#domain/workshop/setup.ts'
import { bodyOf } from '../../equipment/kinds.ts'

/** The one piece on show. */
export const IT = 'it'

/** A kind alone on its plinth: what it is, and each state it can be looked at in. */
export type Exhibit = { kind: PieceKind; setup: Setup; states: { name: Text; world: World }[] }

/** Every kind there is, in the order of the rules. */
export const everyKind = Object.keys(kinds) as PieceKind[]

/** Each yes-or-no of a beginning, turned once: the states of a kind that does not say which are worth seeing. */
const turned = (start: Piece): Partial<Piece>[] => Object.entries(start)
  .filter(([, value]) => typeof value === 'boolean').map(([key, value]) => ({ [key]: !value }) as Partial<Piece>)

/** A state in words, as the plain page says it; states that read alike are numbered. */
function named(pieces: Piece[], kind: PieceKind): Text[] {
  const words = pieces.map((piece): Text => {
    const keys = kinds[kind].looks(piece)
    const say = (language: keyof Text) => keys.map((key) => wordFor({} as Scenario, 'states', key)[language]).join(', ')
    return { fr: say('fr'), en: say('en') }
  })
  return words.map((one, i) => {
    const alike = words.filter(({ fr }) => fr === one.fr).length > 1
    const mark = alike || one.fr === '' ? String(i + 1) : ''
    return { fr: [one.fr || 'état', mark].filter(Boolean).join(' '), en: [one.en || 'state', mark].filter(Boolean).join(' ') }
  })
}

/** The exhibit of a kind, under its name. */
export function exhibitOf(kind: PieceKind, name: Text): Exhibit {
  const { exhibit = {} } = bodyOf(kind)
  const equipment: Equipment = { id: IT, kind, place: IT, name, ...exhibit.equipment }
  const start = kinds[kind].start(equipment)
  const pieces = [start, ...(exhibit.states ?? turned(start)).map((change) => ({ ...start, ...change }) as Piece)]
  const names = named(pieces, kind)
  return {
    kind,
    setup: { equipment: { [IT]: equipment }, network: { earth: `${IT}.pe`, sources: [], conductors: [], switches: [], loads: [] } },
    states: pieces.map((piece, i) => ({ name: names[i] ?? name, world: { [IT]: piece } })),
  }
}
