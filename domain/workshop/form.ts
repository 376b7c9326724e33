// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import { becomes, idIn, partIn, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import type { Fields, Form, Piece } from './pieces.ts'
import type { Equipment } from './setup.ts'

const emptyFields = (equipment?: Equipment): Fields => Object.fromEntries((equipment?.fields ?? []).map(({ id }) => [id, null]))
const filled = (fields: Fields) => Object.values(fields).every((value) => value !== null)
const looksFilled = (fields: Fields) => (filled(fields) ? 'filled' : 'not-filled')

/** Writes one of a field's choices. Refuses ERR_UNKNOWN_ACTION for another field or value: never free text. */
function fill({ setup, world, action }: Moment): Consequence {
  const [id, name, value] = [idIn(action.target), partIn(action.target), action.value]
  const field = setup.equipment[id]?.fields?.find((one) => one.id === name)
  if (!field || value === undefined || !field.choices.some((choice) => choice.value === value)) {
    throw new DomainError('ERR_UNKNOWN_ACTION', { name: 'fill', target: action.target, value: value ?? '' })
  }
  const piece = pieceOf(world, id, 'tag', 'form')
  if (piece.kind === 'form' && (piece.signed || piece.handedTo)) return refused('already-signed')
  return becomes(id, { ...piece, fields: { ...piece.fields, [field.id]: value } }, { name: 'filled', values: { value } })
}

/** A tag «ne pas manœuvrer», filled by choices and hung from a lever. */
export const tag: Kind = {
  start: (equipment) => ({ kind: 'tag', on: null, fields: emptyFields(equipment) }),
  gestures: { fill: { field: true, perform: fill } },
  looks: (piece) => (piece.kind === 'tag' ? [looksFilled(piece.fields), ...(piece.on ? ['hung'] : [])] : []),
}

const formOf = ({ world, action }: Moment) => pieceOf(world, action.target, 'form')
const change = (moment: Moment, part: Partial<Form>, event: string): Consequence =>
  becomes(moment.action.target, { ...formOf(moment), ...part }, { name: event })
const asForm = (test: (form: Form, equipment: Equipment) => boolean) => (piece: Piece, equipment: Equipment) =>
  piece.kind === 'form' && test(piece, equipment)

function handOver(moment: Moment): Consequence {
  const receiver = moment.setup.equipment[moment.action.target]?.handedTo
  if (!receiver || receiver !== moment.action.with) return refused('not-for-them')
  if (formOf(moment).handedTo) return refused('already-handed-over')
  if (!formOf(moment).signed) return refused('not-signed')
  return change(moment, { handedTo: receiver }, 'handed-over')
}

/** A document filled by choices; some are signed, handed over and closed when the work is done. */
export const form: Kind = {
  start: (equipment) => ({ kind: 'form', fields: emptyFields(equipment), signed: false, handedTo: null, ended: false }),
  gestures: {
    fill: { field: true, offered: asForm((piece) => !piece.signed), perform: fill },
    sign: {
      offered: asForm((piece, { signed }) => signed === true && !piece.signed),
      perform: (moment) => {
        if (!moment.setup.equipment[moment.action.target]?.signed) return refused('nothing-to-sign')
        if (formOf(moment).signed) return refused('already-signed')
        return filled(formOf(moment).fields) ? change(moment, { signed: true }, 'signed') : refused('form-incomplete')
      },
    },
    'start-over': {
      offered: asForm((piece) => piece.signed && !piece.handedTo),
      perform: (moment) => (formOf(moment).handedTo ? refused('already-handed-over') : change(moment, {
        fields: emptyFields(moment.setup.equipment[moment.action.target]), signed: false,
      }, 'form-blank')),
    },
    'hand-over': { with: ['person'], offered: asForm((piece, { handedTo }) => !!handedTo && !piece.handedTo), perform: handOver },
    end: {
      offered: asForm((piece) => piece.handedTo !== null && !piece.ended),
      perform: (moment) => (formOf(moment).handedTo ? change(moment, { ended: true }, 'form-ended') : refused('not-handed-over')),
    },
  },
  looks: (piece) => (piece.kind !== 'form' ? [] : [looksFilled(piece.fields), ...(piece.signed ? ['signed'] : []),
    ...(piece.handedTo ? ['handed-over'] : []), ...(piece.ended ? ['ended'] : [])]),
}
