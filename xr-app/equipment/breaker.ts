// SPDX-License-Identifier: EUPL-1.2
import { Shape } from 'three'
import { body, type Body } from './craft/body.ts'
import type { FinishName } from './craft/finish.ts'
import { onBreaker, type Press } from './craft/print.ts'
import { box, cut, rod, sheet, turned, type Solid } from './craft/solid.ts'

const POLE = 0.0175
/** Where the lever turns, from the plane of the rail. */
const PIVOT = 0.058
/** The lever's tilt when closed; open is the opposite. */
export const LEVER_TILT = 0.62

/** The side of a modular breaker: shoulders 44 mm deep, nose 45 mm high and 68 mm deep. */
function profile(): Shape {
  const s = new Shape()
  const points: [number, number][] = [[44, -42.5], [44, -24], [46.5, -22.5], [66, -22.5], [68, -20.5], [68, 20.5],
    [66, 22.5], [46.5, 22.5], [44, 24], [44, 42.5], [2, 42.5], [2, 6], [0, 4], [0, -4], [2, -6], [2, -42.5]]
  points.forEach(([z, y], i) => (i === 0 ? s.moveTo(z / 1000, y / 1000) : s.lineTo(z / 1000, y / 1000)))
  return s.closePath()
}

function screw(x: number, y: number): Solid[] {
  return [
    rod('breakerDark', 0.0046, 0.003, [x, y, 0.0434], [Math.PI / 2, 0, 0], 16),
    rod('zinc', 0.0036, 0.002, [x, y, 0.0444], [Math.PI / 2, 0, 0], 14),
    box('breakerDark', [0.0056, 0.0008, 0.0004], [x, y, 0.0455], 0.0001, [0, 0, 0.6]),
    box('breakerDark', [0.0008, 0.0056, 0.0004], [x, y, 0.0455], 0.0001, [0, 0, 0.6]),
  ]
}

function pole(x: number): Solid[] {
  const width = POLE - 0.0002
  return [
    cut('breaker', profile(), width, [x + width / 2, 0, 0], [0, -Math.PI / 2, 0], 0.0007),
    ...screw(x, 0.033), ...screw(x, -0.033),
    box('breakerDark', [0.009, 0.002, 0.008], [x, 0.0425, 0.026], 0.0004),
    box('breakerDark', [0.009, 0.002, 0.008], [x, -0.0425, 0.026], 0.0004),
  ]
}

export type BreakerSpec = { thing: string; poles: number; rating: string; marks: string[]; lever: FinishName }

function lever(spec: BreakerSpec, width: number, press: Press): Solid[] {
  const tab = width - 0.009
  return [
    rod(spec.lever, 0.0075, tab, [0, 0, 0], [0, 0, Math.PI / 2], 20),
    box(spec.lever, [tab, 0.0085, 0.017], [0, 0.0005, 0.0125], 0.0016),
    sheet('paper', 0.0075, 0.0055, [0, -0.0045, 0.006], [Math.PI / 2.4, 0, 0],
      press.text(['O'], 32, 24, { paper: '#1f8a46', ink: '#ffffff', weight: 700, align: 'center' })),
    sheet('paper', 0.0075, 0.0055, [0, 0.0052, 0.0062], [-Math.PI / 2.4, 0, 0],
      press.text(['I'], 32, 24, { paper: '#b3201c', ink: '#ffffff', weight: 700, align: 'center' })),
  ]
}

/** A modular breaker on its rail: poles side by side, one lever for all of them, rating printed on the nose. */
export function breaker(spec: BreakerSpec, press: Press): Body {
  const width = spec.poles * POLE
  const centre = (i: number) => (i - (spec.poles - 1) / 2) * POLE
  const name = `${spec.thing}/lever`
  const poles = Array.from({ length: spec.poles }, (_, i) => i)
  const fixed = [
    ...poles.flatMap((i) => pole(centre(i))),
    box('breakerDark', [width - 0.006, 0.021, 0.002], [0, 0.0015, 0.0676], 0.0006),
    sheet('breaker', width - 0.006, 0.0085, [0, 0.0168, 0.0682], undefined,
      press.text([spec.rating], Math.round(width * 4200), 36, onBreaker)),
    sheet('breaker', width - 0.006, 0.0075, [0, -0.0152, 0.0682], undefined,
      press.text([spec.marks.join('    ')], Math.round(width * 4200), 32, onBreaker)),
    turned('zinc', [[0, 0], [0.0022, 0], [0.0022, 0.001]], [width / 2 - 0.006, -0.0205, 0.068], [Math.PI / 2, 0, 0], 10),
  ]
  return body(spec.thing, fixed,
    [{ name, at: [0, 0.0015, PIVOT], turn: [-LEVER_TILT, 0, 0], solids: lever(spec, width, press) }],
    [{ thing: spec.thing, size: [width + 0.012, 0.088, 0.06], at: [0, 0, 0.062], moving: true }])
}
