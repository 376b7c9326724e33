// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import { becomes, idIn, partIn, pieceOf } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'

/** A punch-down tool: what it does, it does on a module. */
export const punchTool: Kind = {
  start: () => ({ kind: 'punch-tool' }),
  gestures: {},
  looks: () => [],
}

/** Prints one of the choices and sticks it where the field says. */
function print({ setup, world, action }: Moment): Consequence {
  const [id, name, value] = [idIn(action.target), partIn(action.target), action.value]
  const field = setup.equipment[id]?.fields?.find((one) => one.id === name)
  if (!field || value === undefined || !field.choices.some((choice) => choice.value === value)) {
    throw new DomainError('ERR_UNKNOWN_ACTION', { name: 'print', target: action.target, value: value ?? '' })
  }
  const writer = pieceOf(world, id, 'label-writer')
  return becomes(id, { ...writer, fields: { ...writer.fields, [field.id]: value } }, { name: 'labelled', values: { value } })
}

/** A label printer: one label a place, printed and stuck in one go. */
export const labelWriter: Kind = {
  start: ({ fields = [] }) => ({ kind: 'label-writer', fields: Object.fromEntries(fields.map(({ id }) => [id, null])) }),
  gestures: { print: { field: true, perform: print } },
  looks: (piece) => (piece.kind !== 'label-writer' ? []
    : [Object.values(piece.fields).every((label) => label !== null) ? 'all-labelled' : 'not-all-labelled']),
}

/** The mains strip of a rack. Its terminals are bare when its cover is off. */
export const powerStrip: Kind = {
  start: () => ({ kind: 'power-strip' }),
  gestures: {},
  looks: () => ['bare-terminals'],
}
