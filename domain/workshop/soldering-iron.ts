// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import { becomes, pieceOf, refused } from './kind.ts'
import type { Consequence, GestureRule, Kind, Moment } from './kind.ts'
import type { Piece, PieceOf } from './pieces.ts'
import { onBench } from './solder/bench.ts'
import { ambient, burnsFrom, melting } from './solder/constants.ts'
import type { Pace, SolderingIron } from './solder/pieces.ts'
import { conditionOf, oxideOf } from './solder/tip.ts'

/** What the station can be set to, in °C. */
export const settings = ['280', '300', '320', '340', '350', '360', '380', '400', '420', '450'] as const
/** How the gesture's time can run: see docs/soldering-model.md. */
export const paces: readonly Pace[] = ['full', 'half', 'quarter']

type Iron = PieceOf<'soldering-iron'>
const ironOf = ({ world, action }: Moment): Iron => pieceOf(world, action.target, 'soldering-iron')
const when = (test: (iron: Iron) => boolean) => (piece: Piece) => piece.kind === 'soldering-iron' && test(piece)
const change = (moment: Moment, part: Partial<SolderingIron>, name: string, values = {}): Consequence =>
  becomes(moment.action.target, { ...ironOf(moment), ...part }, { name, values })

const chosen = <T extends string>({ action }: Moment, list: readonly T[]): T => {
  const found = list.find((one) => one === action.value)
  if (!found) throw new DomainError('ERR_UNKNOWN_ACTION', { name: action.name, target: action.target, value: action.value ?? '' })
  return found
}

/** Whether the tip is on a joint at this moment. */
const inUse = ({ world }: Moment): boolean => Boolean(onBench(world, 'circuit-board')?.[1].contact)

function move(moment: Moment, holder: Iron['holder'], event: string): Consequence {
  const iron = ironOf(moment)
  if (iron.holder === holder) return refused('iron-already-there')
  if (inUse(moment)) return refused('iron-on-joint')
  return change(moment, { holder }, event, { hot: iron.tip >= burnsFrom })
}

function tin(moment: Moment): Consequence {
  const iron = ironOf(moment)
  if (inUse(moment)) return refused('iron-on-joint')
  if (iron.tip < melting) return refused('tip-too-cold')
  const oxide = Math.max(0.02, iron.oxide - 0.3)
  return change(moment, { oxide, film: 1, condition: conditionOf(oxide) }, 'tip-tinned', { still: conditionOf(oxide) })
}

function wipe(moment: Moment): Consequence {
  const iron = ironOf(moment)
  if (inUse(moment)) return refused('iron-on-joint')
  const oxide = Math.max(0.02, iron.oxide - (iron.tip >= melting ? 0.15 : 0.05))
  return change(moment, { oxide, film: iron.film * 0.2, condition: conditionOf(oxide) }, 'tip-wiped', { still: conditionOf(oxide) })
}

/** A finger on the tip: how one learns that it is hot, or that it no longer is. */
function touchTip(moment: Moment): Consequence {
  const degrees = Math.round(ironOf(moment).tip)
  return { events: [{ name: degrees >= burnsFrom ? 'burnt' : 'felt-cold', values: { degrees } }] }
}

const switchTo = (on: boolean): GestureRule => ({
  offered: when((iron) => iron.on !== on),
  perform: (moment) => (ironOf(moment).on === on ? refused(on ? 'already-on' : 'already-off')
    : change(moment, { on, ready: false }, on ? 'station-on' : 'station-off')),
})

/** A temperature-controlled iron, its stand and its station. */
export const solderingIron: Kind = {
  start: ({ start = {} }) => {
    const condition = start['condition'] === 'oxidised' || start['condition'] === 'dull' ? start['condition'] : 'clean'
    return {
      kind: 'soldering-iron', on: false, set: '350', tip: ambient, ready: false, holder: 'stand', oxide: oxideOf[condition],
      film: condition === 'clean' ? 0.5 : 0, pace: 'full', ...start, condition,
    }
  },
  gestures: {
    'switch-on': switchTo(true),
    'switch-off': switchTo(false),
    'set-temperature': {
      choices: () => settings.map((value) => ({ value })),
      perform: (moment) => change(moment, { set: chosen(moment, settings), ready: false }, 'temperature-set', { degrees: moment.action.value }),
    },
    'set-pace': {
      choices: () => paces.map((value) => ({ value })),
      perform: (moment) => change(moment, { pace: chosen(moment, paces) }, `pace-${moment.action.value}`),
    },
    'take-iron': { offered: when(({ holder }) => holder !== 'hand'), perform: (moment) => move(moment, 'hand', 'iron-taken') },
    'stand-iron': { offered: when(({ holder }) => holder !== 'stand'), perform: (moment) => move(moment, 'stand', 'iron-in-stand') },
    'lay-iron': { offered: when(({ holder }) => holder === 'hand'), perform: (moment) => move(moment, 'bench', 'iron-laid-down') },
    'tin-tip': { with: ['solder-wire'], perform: tin },
    'wipe-tip': { with: ['tip-cleaner'], perform: wipe },
    'touch-tip': { perform: touchTip },
  },
  looks: (piece) => (piece.kind !== 'soldering-iron' ? [] : [
    piece.on ? 'station-on' : 'station-off', `iron-in-${piece.holder}`, `tip-${piece.condition}`,
    ...(piece.film >= 0.1 ? ['tip-tinned'] : []), ...(piece.pace === 'full' ? [] : [`pace-${piece.pace}`])]),
  details: (piece) => (piece.kind !== 'soldering-iron' ? [] : [
    { key: piece.on ? 'station-shows' : 'station-dark', values: { set: piece.set, tip: Math.round(piece.tip) } },
    ...(piece.ready ? [{ key: 'station-ready' }] : [])]),
}
