// SPDX-License-Identifier: EUPL-1.2
import { figure } from '../figure.ts'
import type { KindBody } from '../kind-body.ts'

/** Someone else in the workshop. In the work zone they stand at their mark 'work'. */
export const person: KindBody<'person'> = {
  home: 'floor',
  rest: { turn: [0, 0.9, 0] },
  build: ({ id }) => figure(id),
  poses: (id, piece, stage) => {
    const work = piece.inZone ? stage.place(id, 'work') : null
    return [[id, work ? { at: work.at, turn: work.turn ?? [0, 0, 0], room: true, ease: 'swing' } : { ease: 'swing' }]]
  },
  exhibit: { states: [{ work: 'working', inZone: true }] },
}
