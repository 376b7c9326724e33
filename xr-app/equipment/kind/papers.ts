// SPDX-License-Identifier: EUPL-1.2
import { drawMotorStarter } from '../drawing/motor-starter.ts'
import { clipboard } from '../furniture.ts'
import type { Draw, KindBody } from '../kind-body.ts'
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
  exhibit: {
    equipment: { fields: [
      { id: 'work', label: { fr: 'travaux', en: 'work' }, choices: [{ value: 'lamp', label: { fr: 'remplacer la lampe E1', en: 'replace lamp E1' } }] },
      { id: 'device', label: { fr: 'appareil condamné', en: 'locked-out device' }, choices: [{ value: 'q1', label: { fr: 'Q1', en: 'Q1' } }] },
      { id: 'operator', label: { fr: 'chargé de consignation', en: 'lock-out operator' }, choices: [{ value: 'own-name', label: { fr: 'mon nom', en: 'my name' } }] }] },
    states: [{ fields: { work: 'lamp', device: 'q1', operator: 'own-name' } }, { fields: { work: 'lamp', device: 'q1', operator: 'own-name' }, signed: true },
      { fields: { work: 'lamp', device: 'q1', operator: 'own-name' }, signed: true, handedTo: 'it', ended: true }],
  },
}

const drawings: Readonly<Record<string, Draw>> = { 'motor-starter': drawMotorStarter }

/**
 * A diagram on the wall: what the scenario says one reads on it (a scene may draw its own instead). Look: `drawing`:
 * one of the drawings above, on a sheet laid across.
 */
export const diagram: KindBody<'diagram'> = {
  home: 'wall',
  rest: { lift: 0.012 },
  build: ({ id, live, look }) => {
    const drawing = drawings[String(look['drawing'] ?? '')]
    if (drawing) return clipboard(id, live(600, 492, drawing), [0.40, 0.328])
    return clipboard(id, live(390, 540, (pen, w, h, reading) => drawSays(pen, w, h, reading, id)), [0.26, 0.364])
  },
  exhibit: { equipment: { says: {
    fr: 'La lampe E1 est alimentée par le bornier X1, lui-même par le disjoncteur Q1, au tableau. Q2 alimente les prises. Ce que le scénario dit ici, on le lit sur le papier.',
    en: 'Lamp E1 is fed by terminal block X1, itself fed by breaker Q1, on the board. Q2 feeds the sockets. What the scenario says here is read on the paper.' } } },
}
