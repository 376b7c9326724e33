// SPDX-License-Identifier: EUPL-1.2
import { age } from './ageing.ts'
import { pieceOf } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'

/** How long one stays to watch it, in milliseconds. */
const watched = 120_000

/** Stays two minutes beside it: what time does to an overloaded circuit is then seen. */
function watchRun({ setup, world, action }: Moment): Consequence {
  const { spin } = pieceOf(world, action.target, 'motor')
  const { pieces, events } = age(setup, world, action.at + watched)
  return { pieces, events: [{ name: `watched-${spin}` }, ...events] }
}

/** A three-phase motor: turns, hums or rests as its three lines make it (see settle.ts). */
export const motor: Kind = {
  start: ({ start }) => ({ kind: 'motor', spin: 'stopped', burnt: false, ...start }),
  gestures: {
    'read-plate': { perform: () => ({ events: [{ name: 'plate-read' }] }) },
    'watch-run': { perform: watchRun },
  },
  looks: (piece) => (piece.kind === 'motor' ? [`motor-${piece.spin}`, ...(piece.burnt ? ['burnt'] : [])] : []),
}
