// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf } from './kind.ts'
import type { Kind } from './kind.ts'

/** A drawing or a document to read; what it says is the scenario's (`says`). */
export const diagram: Kind = {
  start: ({ start }) => ({ kind: 'diagram', read: false, ...start }),
  gestures: {
    read: {
      perform: ({ world, action }) => becomes(action.target,
        { ...pieceOf(world, action.target, 'diagram'), read: true }, { name: 'read' }),
    },
  },
  looks: (piece) => [piece.kind === 'diagram' && piece.read ? 'was-read' : 'not-read'],
}
