// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Consequence, GestureRule, Moment } from './kind.ts'
import type { Piece, PieceKind } from './pieces.ts'
import { hurtBy, nodesOf } from './touching.ts'

const fits = (tool: Piece | undefined, kind: string) =>
  tool === undefined || (tool.kind === 'spare' && tool.fits === kind && !tool.used)

/** A part that a new one replaces, and whose screws one tightens. Whoever works among live conductors is hurt. */
export const replaceable = (kind: PieceKind, fresh: () => Piece): Record<string, GestureRule> => ({
  replace: {
    with: ['spare'],
    offered: (_, equipment, tool) => fits(tool, equipment.kind),
    perform: (moment) => replace(moment, kind, fresh),
  },
  ...('tight' in fresh() ? { tighten: { with: ['screwdriver'], perform: tighten } } : {}),
})

function replace(moment: Moment, kind: PieceKind, fresh: () => Piece): Consequence {
  const { setup, world, action } = moment
  const spare = pieceOf(world, action.with, 'spare')
  if (spare.fits !== kind) return refused('does-not-fit')
  if (spare.used) return refused('spare-used')
  const hurt = hurtBy(moment, nodesOf(setup, action.target), 'worked-live')
  if (hurt) return hurt
  return {
    pieces: { [action.target]: fresh(), [action.with ?? '']: { ...spare, used: !spare.box } },
    events: [{ name: 'part-replaced', values: { spare: action.with ?? '' } }],
  }
}

function tighten(moment: Moment): Consequence {
  const { setup, world, action } = moment
  const piece = world[action.target]
  if (!piece || !('tight' in piece)) return refused('nothing-to-tighten')
  return hurtBy(moment, nodesOf(setup, action.target), 'worked-live')
    ?? becomes(action.target, { ...piece, tight: true }, { name: 'tightened' })
}

/** How its screws look: said only when they hold nothing. */
export const screwed = (piece: Piece): string[] => ('tight' in piece && !piece.tight ? ['loose'] : [])
