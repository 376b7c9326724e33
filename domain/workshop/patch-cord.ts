// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import { isJack, isTaken } from './jacks.ts'

function plug({ world, action }: Moment): Consequence {
  const cord = pieceOf(world, action.with, 'patch-cord')
  if (!isJack(action.target)) return refused('no-jack')
  if (isTaken(world, action.target)) return refused('jack-taken')
  if (cord.a && cord.b) return refused('already-plugged')
  return becomes(action.with ?? '', cord.a ? { ...cord, b: action.target } : { ...cord, a: action.target }, { name: 'plugged' })
}

function unplug({ world, action }: Moment): Consequence {
  const cord = pieceOf(world, action.with, 'patch-cord')
  if (cord.a !== action.target && cord.b !== action.target) return refused('not-plugged')
  const free = cord.a === action.target ? { ...cord, a: null } : { ...cord, b: null }
  return becomes(action.with ?? '', free, { name: 'unplugged' })
}

/** A cord: the first jack it is given gets its plug `a`, the second its plug `b`. What is cut inside is not seen. */
export const patchCord: Kind = {
  start: ({ start }) => ({ kind: 'patch-cord', a: null, b: null, broken: '', ...start }),
  gestures: {},
  uses: {
    plug: {
      offered: (tool, terminal) => tool.kind === 'patch-cord' && (!tool.a || !tool.b) && tool.a !== terminal && tool.b !== terminal && isJack(terminal),
      perform: plug,
    },
    unplug: {
      offered: (tool, terminal) => tool.kind === 'patch-cord' && (tool.a === terminal || tool.b === terminal),
      perform: unplug,
    },
  },
  lowVoltage: true,
  looks: (piece) => (piece.kind !== 'patch-cord' ? [] : [piece.a && piece.b ? 'cord-in' : piece.a || piece.b ? 'cord-half-in' : 'put-away']),
  lines: (piece) => (piece.kind !== 'patch-cord' ? [] : [
    ...(piece.a ? [{ of: piece.a, is: 'plug-in' }] : []), ...(piece.b ? [{ of: piece.b, is: 'plug-in' }] : []),
  ]),
}
