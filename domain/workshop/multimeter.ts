// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Consequence, GestureRule, Kind, Moment } from './kind.ts'
import { solve } from './network.ts'
import type { Multimeter, Piece } from './pieces.ts'
import { ohmsBetween } from './resistance.ts'

/** More than these volts across an ohmmeter blows its fuse. */
const harmlessVolts = 5
/** A continuity tester beeps below these ohms. */
const beepsBelow = 30
/** Beyond its last range an ohmmeter shows OL. */
const lastRange = 40e6

type Range = NonNullable<Multimeter['range']>
const turnTo = (range: Range): GestureRule => ({
  offered: (piece) => piece.kind === 'multimeter' && piece.range !== null && piece.range !== range,
  perform: ({ world, action }) => {
    const piece = pieceOf(world, action.target, 'multimeter')
    if (piece.range === null) return refused('no-dial')
    return becomes(action.target, { ...piece, range, display: null }, { name: 'range-chosen', values: { range } })
  },
})
const isBlown = (piece: Piece) => piece.kind === 'multimeter' && piece.fuse === 'blown'

/**
 * A multimeter: shows the volts, but proves nothing about absence of voltage (no self-test, a range, leads). With a
 * dial it shows ohms and continuity too, on a dead circuit; on a live one its fuse blows.
 */
export const multimeter: Kind = {
  start: ({ start }) => ({ kind: 'multimeter', range: null, fuse: 'good', display: null, ...start }),
  gestures: {
    'range-volts': turnTo('volts'), 'range-ohms': turnTo('ohms'), 'range-continuity': turnTo('continuity'),
    exchange: {
      offered: isBlown,
      perform: ({ world, action }) => becomes(action.target,
        { ...pieceOf(world, action.target, 'multimeter'), fuse: 'good', display: null }, { name: 'tester-exchanged' }),
    },
  },
  uses: { measure: { pair: true, perform: measure } },
  looks: (piece) => (piece.kind === 'multimeter' && piece.range ? [`range-${piece.range}`] : []),
}

function measure(moment: Moment): Consequence {
  const { setup, world, action } = moment
  const second = action.second ?? action.target
  const piece = pieceOf(world, action.with, 'multimeter')
  if (piece.range === 'off') return refused('meter-off')
  if (piece.range === 'ohms' || piece.range === 'continuity') return measureOhms(moment, piece, second)
  const volts = Math.round(solve(setup, world).volts(action.target, second))
  return becomes(action.with ?? '', { ...piece, display: { volts, between: [action.target, second] } },
    { name: 'volts-shown', values: { tool: action.with ?? '', second, volts, dead: volts <= harmlessVolts } })
}

function measureOhms({ setup, world, action }: Moment, piece: Multimeter, second: string): Consequence {
  const [id, between]: [string, [string, string]] = [action.with ?? '', [action.target, second]]
  if (piece.fuse === 'blown') return refused('meter-fuse-blown')
  const solved = solve(setup, world)
  const volts = Math.max(solved.volts(...between), ...between.map((node) => solved.volts(node, setup.network.earth)))
  if (volts > harmlessVolts) {
    return becomes(id, { ...piece, fuse: 'blown', display: null }, { name: 'meter-fuse-blown', values: { volts: Math.round(volts) } })
  }
  const ohms = ohmsBetween(setup, world, ...between)
  const open = ohms > lastRange
  const text = open ? 'OL' : ohms < 100 ? `${Math.round(ohms * 10) / 10}` : `${Math.round(ohms)}`
  const beeps = piece.range === 'continuity' && ohms < beepsBelow
  return becomes(id, { ...piece, display: { volts: 0, between, text: open ? 'OL' : `${text} Ω` } },
    { name: beeps ? 'beeped' : 'ohms-shown', values: { tool: id, second, ohms: text, open } })
}
