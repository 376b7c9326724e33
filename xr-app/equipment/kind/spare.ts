// SPDX-License-Identifier: EUPL-1.2
import { body } from '../craft/body.ts'
import { box, capsule, rod, sheet, turned, type Solid } from '../craft/solid.ts'
import { gone, type KindBody } from '../kind-body.ts'

/** A new part in its carton, with its name on the lid; gone once fitted. */
export const spare: KindBody<'spare'> = {
  home: 'bench',
  rest: { lift: 0.001 },
  build: ({ id, equipment, press, say }) => {
    const lines = say(equipment.name).match(/\S.{0,13}\S(?=\s|$)|\S+/g) ?? []
    const solids: Solid[] = [box('wood', [0.12, 0.062, 0.09], [0, 0.031, 0], 0.002), box('woodDark', [0.1215, 0.014, 0.0915], [0, 0.057, 0], 0.002),
      box('paper', [0.018, 0.0006, 0.0915], [0, 0.0643, 0], 0),
      sheet('paper', 0.104, 0.040, [0, 0.026, 0.0456], undefined, press.text(lines.slice(0, 3), 416, 160, { paper: '#f2efe6', ink: '#222428', weight: 700, align: 'center' }))]
    return body(id, [], [{ name: id, at: [0, 0, 0], solids }], [{ thing: id, part: id, size: [0.125, 0.08, 0.1], at: [0, 0.033, 0] }])
  },
  poses: (id, piece) => [[id, piece.used ? gone : {}]],
  grip: { at: [0, -0.03, -0.09], turn: [-0.3, 0, 0] },
  exhibit: { states: [{ used: true }] },
}

/** An insulated screwdriver with its torque collar. */
export const screwdriver: KindBody<'screwdriver'> = {
  home: 'bench',
  rest: { lift: 0.018, turn: [-Math.PI / 2, 0, 0.35] },
  build: ({ id }) => body(id, [], [{ name: id, at: [0, 0, 0], solids: [
    capsule('handleRed', 0.0155, 0.07, [0, -0.045, 0]), turned('plateYellow', [[0.0158, 0], [0.018, 0.004], [0.018, 0.016], [0.0145, 0.022]], [0, -0.002, 0], undefined, 24),
    ...Array.from({ length: 6 }, (_, i): Solid => box('toolBlack', [0.003, 0.056, 0.003], [Math.cos(i * Math.PI / 3) * 0.0152, -0.047, Math.sin(i * Math.PI / 3) * 0.0152], 0.001)),
    rod('handleRed', 0.0042, 0.085, [0, 0.06, 0], undefined, 14), rod('chrome', 0.0026, 0.02, [0, 0.11, 0], undefined, 12), box('chrome', [0.0055, 0.006, 0.001], [0, 0.122, 0], 0.0002),
  ] }], [{ thing: id, part: id, size: [0.07, 0.24, 0.06], at: [0, 0.02, 0] }]),
  poses: (id) => [[id, {}]],
  grip: { at: [0, 0, -0.07], turn: [-1.3, 0, 0] },
}
