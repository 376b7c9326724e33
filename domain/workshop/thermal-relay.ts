// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import { becomes, idIn, partIn, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import type { ThermalRelay } from './pieces.ts'
import { replaceable, screwed } from './replacing.ts'
import { hurtBy, nodesOf } from './touching.ts'

/**
 * How long it bears a current, by its ratio to the setting, in milliseconds: steps of a curve of trip class 10 A (the
 * standard IEC 60947-4-1 sets 1.2 times, two hours; 1.5 times, two minutes; 7.2 times, ten seconds).
 */
const bears = [[7.2, 8_000], [5, 15_000], [3.5, 30_000], [1.5, 120_000], [1.2, 7_200_000]] as const

/** How many times its setting it feels; null while it can bear that for ever. */
export function overloadRatio(amps: number, { setting }: ThermalRelay): number | null {
  const ratio = amps / (Number(setting) / 10)
  return ratio >= 1.2 ? ratio : null
}

/** After how many milliseconds of this current it trips; null: never. */
export function tripsAfter(amps: number, relay: ThermalRelay): number | null {
  const ratio = overloadRatio(amps, relay)
  return ratio === null ? null : bears.find(([from]) => ratio >= from)?.[1] ?? null
}

const fresh = (): ThermalRelay =>
  ({ kind: 'thermal-relay', tripped: false, setting: '16', trips: 0, hotSince: null, tight: false })

/** A thermal overload relay: three heaters in the motor's lines, a contact in the control circuit, a dial, a reset. */
export const thermalRelay: Kind = {
  start: ({ start }) => ({ ...fresh(), tight: true, ...start }),
  gestures: {
    reset: { perform: reset },
    adjust: { field: true, perform: adjust },
    ...replaceable('thermal-relay', fresh),
  },
  looks: (piece) => (piece.kind === 'thermal-relay' ? [`set-${piece.setting}`, piece.tripped ? 'tripped' : 'not-tripped', ...screwed(piece)] : []),
}

function reset({ world, action }: Moment): Consequence {
  const piece = pieceOf(world, action.target, 'thermal-relay')
  if (!piece.tripped) return refused('not-tripped')
  return becomes(action.target, { ...piece, tripped: false }, { name: 'reset' })
}

/** Turns the dial to one of the scenario's choices (tenths of an ampere). Refuses ERR_UNKNOWN_ACTION for another. */
function adjust(moment: Moment): Consequence {
  const { setup, world, action } = moment
  const [id, name, value] = [idIn(action.target), partIn(action.target), action.value]
  const field = setup.equipment[id]?.fields?.find((one) => one.id === name)
  const choice = field?.choices.find((one) => one.value === value)
  if (!choice) throw new DomainError('ERR_UNKNOWN_ACTION', { name: 'adjust', target: action.target, value: value ?? '' })
  const piece = pieceOf(world, id, 'thermal-relay')
  return hurtBy(moment, nodesOf(setup, id), 'worked-live', true)
    ?? becomes(id, { ...piece, setting: choice.value }, { name: 'adjusted', values: { setting: choice.value } })
}
