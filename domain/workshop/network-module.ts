// SPDX-License-Identifier: EUPL-1.2
import { idIn, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import type { Piece } from './pieces.ts'
import { brushedLive } from './reaching-in.ts'

/** Drives every wire laid on the module into its contact, pair after pair, and cuts what stands out. */
function punch(moment: Moment): Consequence {
  const { world, action } = moment
  const waiting = Object.entries(world).flatMap(([id, piece]): [string, Piece][] =>
    (piece.kind === 'wire-pair' && piece.white && idIn(piece.white) === action.target && piece.seat !== 'good'
      ? [[id, { ...piece, seat: 'good' }]] : []))
  if (waiting.length === 0) return refused('nothing-to-punch')
  return brushedLive(moment, action.target)
    ?? { pieces: Object.fromEntries(waiting), events: [{ name: 'punched', values: { pairs: waiting.length } }] }
}

/** A socket of the rack's panel or of the wall: a jack in front, eight contacts behind, in the colours of both standards. */
export const networkModule: Kind = {
  start: ({ start }) => ({ kind: 'network-module', serves: null, up: false, wires: {}, wired: 'none', ...start }),
  gestures: { punch: { with: ['punch-tool'], offered: (_piece, { terminals = [] }) => terminals.includes('c1'), perform: punch } },
  lowVoltage: true,
  looks: (piece) => (piece.kind === 'network-module' && piece.serves ? [piece.up ? 'room-up' : 'room-down'] : []),
  lines: (piece) => (piece.kind !== 'network-module' ? [] : Object.keys(piece.wires).toSorted()
    .map((contact) => ({ of: contact, is: `wire-${piece.wires[contact] ?? ''}` }))),
}
