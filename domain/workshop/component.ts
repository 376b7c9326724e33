// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import { handled } from './board-handling.ts'
import { idIn, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import type { Piece, PieceOf } from './pieces.ts'
import { onBench } from './solder/bench.ts'
import { amount } from './solder/constants.ts'

type Component = PieceOf<'component'>
const when = (test: (component: Component) => boolean) => (piece: Piece) => piece.kind === 'component' && test(piece)
const componentOf = ({ world, action }: Moment): Component => pieceOf(world, idIn(action.target), 'component')

/** A hand on the component is a hand on the board it stands on. */
function change(moment: Moment, part: Partial<Component>, name: string): Consequence {
  const id = idIn(moment.action.target)
  const board = onBench(moment.world, 'circuit-board')
  const touched = board && handled(moment.world, board[0], board[1])
  return {
    pieces: { [id]: { ...componentOf(moment), ...part }, ...(board && touched ? { [board[0]]: touched.board } : {}) },
    events: [{ name }, ...(touched?.events ?? [])],
  }
}

const soldered = ({ world }: Moment): boolean =>
  Object.values(onBench(world, 'circuit-board')?.[1].joints ?? {}).some(({ solder }) => solder >= amount.some)

/** Its leads go through the board, one way round or the other. */
function put(moment: Moment): Consequence {
  const { setup, action } = moment
  const id = idIn(action.target)
  const field = setup.equipment[id]?.fields?.find((one) => `${id}.${one.id}` === action.target)
  if (action.value === undefined || !field?.choices.some(({ value }) => value === action.value)) {
    throw new DomainError('ERR_UNKNOWN_ACTION', { name: action.name, target: action.target, value: action.value ?? '' })
  }
  if (soldered(moment)) return refused('soldered-in')
  return change(moment, { way: action.value, reversed: action.value !== componentOf(moment).right, clinched: false }, 'component-placed')
}

/** A polarised component to be soldered through the board. */
export const component: Kind = {
  start: ({ start }) => ({ kind: 'component', right: '', way: null, reversed: false, clinched: false, overheated: false, ...start }),
  gestures: {
    'put-through': { field: true, offered: when(({ way }) => way === null), perform: put },
    'bend-leads': {
      offered: when(({ way, clinched }) => way !== null && !clinched),
      perform: (moment) => {
        if (componentOf(moment).way === null) return refused('not-in-place')
        return componentOf(moment).clinched ? refused('already-bent') : change(moment, { clinched: true }, 'leads-bent')
      },
    },
    'pull-out': {
      offered: when(({ way }) => way !== null),
      perform: (moment) => {
        if (componentOf(moment).way === null) return refused('not-in-place')
        return soldered(moment) ? refused('soldered-in') : change(moment, { way: null, reversed: false, clinched: false }, 'component-out')
      },
    },
  },
  looks: (piece) => (piece.kind !== 'component' ? [] : [
    piece.way === null ? 'component-loose' : 'component-placed', ...(piece.clinched ? ['leads-bent'] : [])]),
  details: (piece, { fields = [] }) => {
    const choice = piece.kind === 'component' && fields[0]?.choices.find(({ value }) => value === piece.way)
    return choice ? [{ key: 'stands', values: { way: choice.label } }] : []
  },
}
