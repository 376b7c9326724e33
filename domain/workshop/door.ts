// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Kind } from './kind.ts'
import type { Piece } from './pieces.ts'

const isOpen = (piece: Piece) => piece.kind === 'door' && piece.open

/** A door that keeps what is behind it out of reach. */
export const door: Kind = {
  start: ({ start }) => ({ kind: 'door', open: false, ...start }),
  gestures: {
    open: { offered: (piece) => !isOpen(piece), perform: ({ world, action }) => swing(world, action.target, true) },
    close: { offered: isOpen, perform: ({ world, action }) => swing(world, action.target, false) },
  },
  looks: (piece) => [isOpen(piece) ? 'door-open' : 'door-closed'],
}

function swing(world: Readonly<Record<string, Piece>>, id: string, open: boolean) {
  const piece = pieceOf(world, id, 'door')
  if (piece.open === open) return refused(open ? 'already-open' : 'already-closed')
  return becomes(id, { ...piece, open }, { name: open ? 'door-opened' : 'door-closed' })
}
