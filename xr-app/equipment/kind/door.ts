// SPDX-License-Identifier: EUPL-1.2
import { body } from '../craft/body.ts'
import { leaf, shell, type EnclosureSpec } from '../enclosure.ts'
import type { KindBody, Look } from '../kind-body.ts'
import { earthStud, leafInside } from '../leaf-inside.ts'
import { labelLines } from './label.ts'

/** A cabinet's measures as a look: `w`, `h`, `d` in metres, `rails`: heights from its middle, with spaces ("0.1 -0.1"). */
export function enclosureOf(look: Look, title: string[]): EnclosureSpec {
  const rails = String(look['rails'] ?? '0').split(' ').filter(Boolean).map(Number)
  return { w: Number(look['w'] ?? 0.4), h: Number(look['h'] ?? 0.4), d: Number(look['d'] ?? 0.22), rails, title }
}

/** A cabinet's door: the cabinet it closes is built with it. Look: see `enclosureOf`. */
export const door: KindBody<'door'> = {
  home: 'front',
  build: ({ id, equipment, look, press, say }) => {
    const spec = enclosureOf(look, labelLines(equipment.label ? say(equipment.label) : id.toUpperCase()))
    return body(id, [...shell(spec), ...earthStud(spec)], [{ name: `${id}/leaf`, at: [-spec.w / 2 + 0.004, 0, spec.d], solids: [...leaf(spec, press), ...leafInside(spec, press)] }],
      [{ thing: id, part: `${id}/leaf`, size: [spec.w, spec.h, 0.03], at: [spec.w / 2, 0, 0.006], moving: true }])
  },
  poses: (id, piece) => [[`${id}/leaf`, { turn: [0, piece.open ? -1.9 : 0, 0], ease: 'swing' }]],
  exhibit: { equipment: { label: { fr: 'A1 – Atelier', en: 'A1 – Workshop' } }, states: [{ open: true }] },
}
