// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from './craft/body.ts'
import type { FinishName } from './craft/finish.ts'
import { engraved, onSleeve, type Press } from './craft/print.ts'
import { box, rod, sheet, type Solid } from './craft/solid.ts'

export type TerminalSpec = { id: string; mark: string; finish: FinishName }

/** Distance between two terminals: larger than the real 12 mm, so that a shaky hand still hits the right screw. */
export const PITCH = 0.026

function terminal(x: number, spec: TerminalSpec, press: Press): Solid[] {
  const half = PITCH / 2 - 0.0006
  const end = (y: number): Solid[] => [
    box('labelBlack', [0.015, 0.013, 0.002], [x, y, 0.0462], 0.003),
    rod('zinc', 0.0056, 0.004, [x, y, 0.0465], [Math.PI / 2, 0, 0], 18),
    box('labelBlack', [0.0095, 0.0013, 0.0006], [x, y, 0.0487], 0.0001, [0, 0, 0.5]),
    box('labelBlack', [0.009, 0.002, 0.009], [x, y * 1.74, 0.028], 0.001),
  ]
  return [
    box(spec.finish, [half * 2, 0.062, 0.042], [x, 0, 0.024], 0.002),
    box(spec.finish, [half * 2, 0.022, 0.010], [x, 0, 0.049], 0.0018),
    ...end(0.019), ...end(-0.019),
    sheet('paper', PITCH * 0.72, 0.012, [x, 0, 0.0542], undefined, press.text([spec.mark], 72, 46, onSleeve)),
  ]
}

/** A row of screw terminals on its rail; each is a thing of its own, which a probe or a finger can touch. */
export function terminalBlock(thing: string, title: string[], specs: TerminalSpec[], press: Press): Body[] {
  const x = (i: number) => (i - (specs.length - 1) / 2) * PITCH
  const span = specs.length * PITCH
  const ends = [-1, 1].map((side) =>
    box('terminalGrey', [0.010, 0.056, 0.040], [side * (span / 2 + 0.0055), 0, 0.022], 0.002))
  const plate = [
    box('labelBlack', [0.036, 0.024, 0.003], [-span / 2 - 0.034, 0, 0.047], 0.001),
    sheet('labelBlack', 0.034, 0.022, [-span / 2 - 0.034, 0, 0.0488], undefined, press.text(title, 140, 90, engraved)),
  ]
  const row = body(thing, [...ends, ...plate], [],
    [{ thing, size: [0.044, 0.05, 0.03], at: [-span / 2 - 0.034, 0, 0.045] }])
  return [row, ...specs.map((spec, i) => body(spec.id, terminal(x(i), spec, press), [],
    [{ thing: spec.id, size: [PITCH, 0.066, 0.03], at: [x(i), 0, 0.045] }]))]
}
