// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import { becomes, idIn, partIn, pieceOf } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'

/** The number in a choice such as `mm-620`: hundredths of a millimetre; 0 where there is none. */
export const hundredths = (choice: string): number => {
  const number = Number(choice.split('-')[1])
  return Number.isFinite(number) ? number : 0
}

/** Sets the blade for a cable's diameter, one of the choices of its dial. */
function adjust({ setup, world, action }: Moment): Consequence {
  const id = idIn(action.target)
  const field = setup.equipment[id]?.fields?.find((one) => one.id === partIn(action.target))
  if (!field || !field.choices.some(({ value }) => value === action.value)) {
    throw new DomainError('ERR_UNKNOWN_ACTION', { name: 'adjust', target: action.target, value: action.value ?? '' })
  }
  return becomes(id, { ...pieceOf(world, id, 'stripper'), depth: action.value ?? '' }, { name: 'adjusted' })
}

/** A rotary stripper: its dial says for which diameter the blade is set. */
export const stripper: Kind = {
  start: ({ start }) => ({ kind: 'stripper', depth: 'mm-620', ...start }),
  gestures: { adjust: { field: true, perform: adjust } },
  looks: (piece) => (piece.kind === 'stripper' ? [`blade-${piece.depth}`] : []),
}
