// SPDX-License-Identifier: EUPL-1.2
import type { Vec3 } from '../craft/solid.ts'
import { gone, type KindBody, type Spot, type Stage } from '../kind-body.ts'
import { drawTag } from '../paper.ts'
import { key as keyBody, padlock as padlockBody, tag as tagBody } from '../tools.ts'

const numberOf = (id: string, label: string | undefined) => label ?? /\d+$/.exec(id)?.[0] ?? '1'

/** A red lock-out padlock, numbered by its label. */
export const padlock: KindBody<'padlock'> = {
  home: 'pegboard',
  rest: { lift: 0.045, below: 0.1 },
  build: ({ id, equipment, press }) => padlockBody(id, `N° ${numberOf(id, equipment.label?.fr)}`, press),
  poses: (id, piece, stage) => {
    const place = piece.on ? stage.place(piece.on, 'lock') : null
    return [
      [id, place ? { at: place.at, turn: place.turn ?? [0, 0, 0], room: true } : {}],
      [`${id}/shackle`, piece.on ? { ease: 'snap' } : { at: [0, 0.011, 0], turn: [0, 0.5, 0], ease: 'snap' }],
    ]
  },
  grip: { at: [0, 0.05, -0.06], turn: [-0.4, 0, 0] },
  exhibit: { states: [{ on: 'padlock' }] },
}

/** In its padlock the key hangs under it. */
function under(padlockId: string, stage: Stage): Spot | null {
  const lock = stage.world[padlockId]
  const spot = lock?.kind === 'padlock' && lock.on ? stage.place(lock.on, 'lock') : stage.spot(padlockId)
  if (!spot) return null
  const [x, y, z]: Vec3 = spot.at
  return { at: [x, y - 0.114, z + 0.004], turn: [0, 0, Math.PI / 2] }
}

/** The padlock's own key: in the padlock, in the operator's pocket, or on the board that everyone can reach. */
export const key: KindBody<'key'> = {
  home: 'pegboard',
  rest: { lift: 0.045 },
  build: ({ id, equipment, press }) => keyBody(id, numberOf(id, equipment.label?.fr), press),
  poses: (id, piece, stage) => {
    if (piece.holder === 'operator') return [[id, gone]]
    const hung = piece.holder === 'padlock' ? under(stage.setup.equipment[id]?.opens ?? '', stage) : null
    return [[id, hung ? { at: hung.at, turn: hung.turn ?? [0, 0, 0], room: true } : {}]]
  },
  grip: { at: [0.01, 0, -0.08], turn: [-0.6, 1.3, 0] },
  exhibit: { states: [{ holder: 'board' }, { holder: 'operator' }] },
}

/** The tag « NE PAS MANŒUVRER »; what is filled in is read on it. */
export const tag: KindBody<'tag'> = {
  home: 'pegboard',
  rest: { lift: 0.03 },
  build: ({ id, live }) => tagBody(id, live(150, 300, (pen, w, h, reading) => drawTag(pen, w, h, reading, id))),
  poses: (id, piece, stage) => {
    const place = piece.on ? stage.place(piece.on, 'tag') : null
    return [[id, place ? { at: place.at, turn: place.turn ?? [0, 0, 0], room: true } : {}]]
  },
  grip: { at: [0, 0.08, -0.06], turn: [-0.5, 0, 0] },
  exhibit: {
    equipment: { label: { fr: 'NE PAS MANŒUVRER', en: 'DO NOT OPERATE' }, fields: [
      { id: 'name', label: { fr: 'nom', en: 'name' }, choices: [{ value: 'own-name', label: { fr: 'mon nom', en: 'my name' } }] },
      { id: 'date', label: { fr: 'date', en: 'date' }, choices: [{ value: 'today', label: { fr: 'aujourd’hui', en: 'today' } }] }] },
    states: [{ fields: { name: 'own-name', date: 'today' } }],
  },
}
