// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf } from './kind.ts'
import type { Kind, Moment } from './kind.ts'
import type { Key } from './pieces.ts'

/** A personal padlock: goes on an open lever (see lever.ts) and comes off with its own key. */
export const padlock: Kind = {
  start: ({ start }) => ({ kind: 'padlock', on: null, ...start }),
  gestures: {},
  looks: (piece) => [piece.kind === 'padlock' && piece.on ? 'padlock-closed' : 'padlock-free'],
}

const moveTo = (holder: Key['holder']) => ({ setup, world, action }: Moment) => {
  const padlock = world[setup.equipment[action.target]?.opens ?? '']
  const inUse = padlock?.kind === 'padlock' && padlock.on !== null
  return becomes(action.target, { ...pieceOf(world, action.target, 'key'), holder }, { name: `key-${holder}`, values: { inUse } })
}

/** The key of a padlock: kept in a pocket it is personal, left on the board anyone can use it. */
export const key: Kind = {
  start: ({ start }) => ({ kind: 'key', holder: 'padlock', ...start }),
  gestures: {
    keep: { offered: (piece) => piece.kind === 'key' && piece.holder !== 'operator', perform: moveTo('operator') },
    'leave-on-board': { offered: (piece) => piece.kind === 'key' && piece.holder !== 'board', perform: moveTo('board') },
  },
  looks: (piece) => (piece.kind === 'key' ? [`key-${piece.holder}`] : []),
}
