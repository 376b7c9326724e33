// SPDX-License-Identifier: EUPL-1.2
import { body } from '../craft/body.ts'
import { engraved } from '../craft/print.ts'
import { box, sheet, type Vec3 } from '../craft/solid.ts'
import type { KindBody } from '../kind-body.ts'

const PITCH = 0.03

/** A plain box with its name: what a kind without a body of its own looks like, so that it can be played all the same. */
export const unknown: KindBody = {
  home: 'wall',
  build: ({ id, equipment, press, say }) => {
    const { terminals = [] } = equipment
    const w = Math.max(0.16, terminals.length * PITCH + 0.03)
    const at = (i: number): Vec3 => [(i - (terminals.length - 1) / 2) * PITCH, -0.045, 0.064]
    return [body(id, [box('breakerGrey', [w, 0.12, 0.06], [0, 0, 0.03], 0.008), box('labelBlack', [w - 0.03, 0.034, 0.003], [0, 0.03, 0.061], 0.001),
      sheet('labelBlack', w - 0.034, 0.031, [0, 0.03, 0.0629], undefined, press.text([say(equipment.name)], 400, 84, engraved))],
    [], [{ thing: id, size: [w, 0.07, 0.06], at: [0, 0.025, 0.04], moving: true }]),
    ...terminals.map((name, i) => body(`${id}.${name}`, [box('zinc', [0.014, 0.014, 0.006], at(i), 0.003)], [],
      [{ thing: `${id}.${name}`, size: [PITCH, 0.04, 0.03], at: at(i) }]))]
  },
  places: ({ equipment: { terminals = [] } }) => Object.fromEntries(terminals.map((name, i) =>
    [name, { at: [(i - (terminals.length - 1) / 2) * PITCH, -0.045, 0.07] }])),
}
