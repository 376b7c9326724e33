// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import { becomes, idIn, partIn, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import type { Piece, World } from './pieces.ts'
import { hundredths } from './stripper.ts'

const endOf = ({ world, action }: Moment) => pieceOf(world, idIn(action.target), 'cable-end')

/** A blade set for a thinner cable cuts into the wires; set for a thicker one it does not go through the sheath. */
function strip(moment: Moment): Consequence {
  const end = endOf(moment)
  if (end.sheath === 'stripped') return refused('already-stripped')
  const blade = hundredths(pieceOf(moment.world, moment.action.with, 'stripper').depth)
  const cable = hundredths(end.diameter)
  if (blade > cable) return refused('blade-too-shallow')
  return becomes(moment.action.target, { ...end, sheath: 'stripped', nicked: blade < cable }, { name: 'stripped' })
}

/** Cuts the end off and begins again: what was laid from it comes away. */
function cutBack(moment: Moment): Consequence {
  const { world, action } = moment
  const end = endOf(moment)
  if (end.sheath === 'on') return refused('sheath-on')
  const fresh: Piece = { ...end, sheath: 'on', nicked: false, untwist: null }
  return { pieces: { ...loosened(world, action.target), [action.target]: fresh }, events: [{ name: 'cut-back-done' }] }
}

const loosened = (world: World, end: string): Record<string, Piece> => Object.fromEntries(Object.entries(world).flatMap(
  ([id, piece]): [string, Piece][] => (piece.kind === 'wire-pair' && piece.end === end
    ? [[id, { ...piece, white: null, solid: null, seat: 'none' }]] : [])))

/** Opens the twist of the four pairs by so much. What was untwisted stays so. */
function untwist(moment: Moment): Consequence {
  const { setup, action } = moment
  const field = setup.equipment[idIn(action.target)]?.fields?.find(({ id }) => id === partIn(action.target))
  if (!field || !field.choices.some(({ value }) => value === action.value)) {
    throw new DomainError('ERR_UNKNOWN_ACTION', { name: 'untwist', target: action.target, value: action.value ?? '' })
  }
  const end = endOf(moment)
  if (end.sheath === 'on') return refused('sheath-on')
  if (end.untwist && hundredths(action.value ?? '') < hundredths(end.untwist)) return refused('no-twisting-back')
  return becomes(idIn(action.target), { ...end, untwist: action.value ?? null }, { name: 'untwisted' })
}

/** An end of a four-pair cable: stripped, untwisted, looked at; cut back to begin again. */
export const cableEnd: Kind = {
  start: ({ start }) => ({
    kind: 'cable-end', cable: '', metres: 30, diameter: 'mm-620', sheath: 'on', nicked: false, untwist: null, ...start,
  }),
  gestures: {
    strip: { with: ['stripper'], perform: strip },
    untwist: { field: true, perform: untwist },
    inspect: {
      perform: (moment) => {
        const end = endOf(moment)
        return end.sheath === 'on' ? refused('sheath-on') : { events: [{ name: end.nicked ? 'wires-nicked' : 'wires-whole' }] }
      },
    },
    'cut-back': { with: ['stripper'], perform: cutBack },
  },
  looks: (piece) => (piece.kind !== 'cable-end' ? [] : [piece.sheath === 'on' ? 'sheath-on' : 'sheath-off',
    ...(piece.untwist ? [`untwist-${piece.untwist}`] : [])]),
}
