// SPDX-License-Identifier: EUPL-1.2
import { clipboard } from '../furniture.ts'
import type { KindBody } from '../kind-body.ts'
import { drawForm, drawSays } from '../paper.ts'

/** A form on its clip-board; handed over, it goes to its mark 'handed'. */
export const form: KindBody<'form'> = {
  home: 'bench',
  rest: { lift: 0.05, turn: [-Math.PI / 2 + 0.3, 0, 0.06] },
  build: ({ id, live }) => clipboard(id, live(330, 460, (pen, w, h, reading) => drawForm(pen, w, h, reading, id))),
  poses: (id, piece, stage) => {
    const handed = piece.handedTo ? stage.place(id, 'handed') : null
    return [[id, handed ? { at: handed.at, turn: handed.turn ?? [0, 0, 0], room: true, ease: 'swing' } : {}]]
  },
}

/** A diagram on the wall: what the scenario says one reads on it (a scene may draw its own instead). */
export const diagram: KindBody<'diagram'> = {
  home: 'wall',
  rest: { lift: 0.012 },
  build: ({ id, live }) => clipboard(id, live(390, 540, (pen, w, h, reading) => drawSays(pen, w, h, reading, id)), [0.26, 0.364]),
}
