// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Kind, Moment } from './kind.ts'
import type { Piece } from './pieces.ts'

const isOn = (piece: Piece) => piece.kind === 'load' && piece.on
const turn = (on: boolean) => ({ world, action }: Moment) => {
  const piece = pieceOf(world, action.target, 'load')
  if (piece.on === on) return refused(on ? 'already-on' : 'already-off')
  return becomes(action.target, { ...piece, on }, { name: on ? 'turned-on' : 'turned-off' })
}

/** A machine with its own switch; whether it runs is what the network says (see settle.ts). */
export const load: Kind = {
  start: ({ start }) => ({ kind: 'load', on: true, running: false, ...start }),
  gestures: {
    start: { offered: (piece) => !isOn(piece), perform: turn(true) },
    stop: { offered: isOn, perform: turn(false) },
  },
  looks: (piece) => [piece.kind === 'load' && piece.running ? 'running' : 'at-rest', isOn(piece) ? 'switched-on' : 'switched-off'],
}
