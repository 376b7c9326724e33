// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from './craft/body.ts'
import type { FinishName } from './craft/finish.ts'
import type { Press, Print } from './craft/print.ts'
import { box, cut, ring, rod, rounded, sheet, turned, wire, type Solid } from './craft/solid.ts'

/** Where the dial points for each range, in degrees clockwise from straight up, and the mark printed there. */
const marks = [['off', -72, 'OFF'], ['volts', -24, 'V~'], ['ohms', 24, 'Ω'], ['continuity', 72, '♪']] as const
export type DialRange = (typeof marks)[number][0]

/** The turn of the dial (about z) that points at a range. */
export const dialTurn = (range: DialRange): number => -(marks.find(([id]) => id === range)?.[1] ?? 0) * (Math.PI / 180)

const [KNOB, RADIUS] = [-0.012, 0.0178]
const [PLATE_W, PLATE_H, PIXELS] = [0.068, 0.046, 5200]

/** The plate behind the dial: a tick and a mark for each range, continuity by the note that beeps. */
function plate(press: Press): Print {
  return press.draw(Math.round(PLATE_W * PIXELS), Math.round(PLATE_H * PIXELS), (pen, w, h) => {
    pen.fillStyle = '#4a5057'
    pen.fillRect(0, 0, w, h)
    pen.fillStyle = pen.strokeStyle = '#f6f3ea'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.font = '700 34px "Atkinson Hyperlegible", sans-serif'
    pen.lineWidth = 4
    for (const [, degrees, text] of marks) {
      const [x, y] = [Math.sin(degrees * Math.PI / 180), -Math.cos(degrees * Math.PI / 180)]
      const at = (metres: number): [number, number] => [w / 2 + x * metres * PIXELS, h - 0.016 * PIXELS + y * metres * PIXELS]
      pen.beginPath()
      pen.moveTo(...at(RADIUS + 0.0012))
      pen.lineTo(...at(RADIUS + 0.0034))
      pen.stroke()
      pen.fillText(text, ...at(text.length > 2 ? 0.0272 : 0.0258))
    }
  }, 'multimeter dial')
}

/** The knob of the dial, its index line out to the marks. Turns about z. */
const knob = (): Solid[] => [
  turned('toolBlack', [[0, 0.010], [RADIUS * 0.78, 0.010], [RADIUS * 0.92, 0.007], [RADIUS, 0]], [0, 0, 0], [Math.PI / 2, 0, 0]),
  box('toolGrey', [0.0066, RADIUS * 1.7, 0.005], [0, 0, 0.0112], 0.0016),
  box('paper', [0.0022, 0.0102, 0.0006], [0, RADIUS * 0.5, 0.0138], 0),
]

/** A digital multimeter with its dial and two leads: the tempting, wrong instrument. */
export function multimeter(thing: string, display: Print, press: Press): Body {
  const main: Solid[] = [
    cut('toolYellow', rounded(0.084, 0.170, 0.016), 0.036, [0, 0, -0.018], undefined, 0.006),
    cut('toolGrey', rounded(0.070, 0.154, 0.010), 0.004, [0, 0, 0.0165], undefined, 0.0012),
    sheet('lens', 0.058, 0.032, [0, 0.048, 0.0207], undefined, display, 'screen'),
    sheet('toolGrey', PLATE_W, PLATE_H, [0, KNOB + PLATE_H / 2 - 0.016, 0.0207], undefined, plate(press)),
    ...[['toolBlack', -0.02], ['toolRed', 0.02]].flatMap(([c, x]): Solid[] => [
      ring(c as FinishName, 0.006, 0.0018, [x as number, -0.064, 0.021]),
      wire(c as FinishName, 0.0022, [[x as number, -0.064, 0.022], [x as number, -0.10, 0.034], [(x as number) * 2, -0.14, 0.01], [(x as number) * 4, -0.10, -0.008], [(x as number) * 4.2, -0.02, -0.008]], 30),
      rod(c as FinishName, 0.0056, 0.09, [(x as number) * 4.2, 0.02, -0.008], undefined, 14),
      rod('chrome', 0.0012, 0.02, [(x as number) * 4.2, 0.074, -0.008], undefined, 8),
    ]),
  ]
  return body(thing, [], [
    { name: thing, at: [0, 0, 0], solids: main },
    { name: `${thing}/dial`, parent: thing, at: [0, KNOB, 0.0207], solids: knob() },
  ], [{ thing, part: thing, size: [0.18, 0.2, 0.07], at: [0, 0, 0] }])
}
