// SPDX-License-Identifier: EUPL-1.2
import { becomes } from './kind.ts'
import type { Kind } from './kind.ts'
import type { Piece } from './pieces.ts'

const placed = (piece: Piece) => piece.kind === 'barrier' && piece.placed
const move = (to: boolean) => ({ action }: { action: { target: string } }) =>
  becomes(action.target, { kind: 'barrier', placed: to }, { name: to ? 'barrier-placed' : 'barrier-removed' })

/** Posts and a chain around the work zone. */
export const barrier: Kind = {
  start: ({ start }) => ({ kind: 'barrier', placed: false, ...start }),
  gestures: {
    place: { offered: (piece) => !placed(piece), perform: move(true) },
    remove: { offered: placed, perform: move(false) },
  },
  looks: (piece) => [placed(piece) ? 'barrier-on' : 'barrier-off'],
}
