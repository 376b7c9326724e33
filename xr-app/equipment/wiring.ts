// SPDX-License-Identifier: EUPL-1.2
import { Shape, TubeGeometry, Vector3 } from 'three'
import { Bent } from './craft/bent.ts'
import { body, type Body } from './craft/body.ts'
import type { FinishName } from './craft/finish.ts'
import { engraved, onSleeve, type Press } from './craft/print.ts'
import { box, cut, rod, sheet, turned, wire, type Solid, type Vec3 } from './craft/solid.ts'

/** Insulation by the French rule: three phases, neutral, protective earth. */
export const conductors: FinishName[] = ['phaseBrown', 'phaseBlack', 'phaseGrey', 'neutralBlue', 'earthGreen']

/** A 35 mm top-hat rail. */
export function rail(x: number, y: number, length: number): Solid[] {
  const s = new Shape()
  const points: [number, number][] = [[-17.5, 7.5], [-12.5, 7.5], [-12.5, 0], [12.5, 0], [12.5, 7.5], [17.5, 7.5],
    [17.5, 6.3], [13.7, 6.3], [13.7, -1.2], [-13.7, -1.2], [-13.7, 6.3], [-17.5, 6.3]]
  points.forEach(([v, z], i) => (i === 0 ? s.moveTo(z / 1000, v / 1000) : s.lineTo(z / 1000, v / 1000)))
  return [cut('zinc', s.closePath(), length, [x + length / 2, y, 0.034], [0, -Math.PI / 2, 0], 0.0003)]
}

/** Slotted trunking with its lid; `length` along x, or along y when upright. */
export function trunking(x: number, y: number, length: number, upright = false): Solid[] {
  const [wide, deep] = [0.036, 0.052]
  const size = (l: number, across: number, z: number): Vec3 => upright ? [across, l, z] : [l, across, z]
  const teeth = Math.floor(length / 0.0125)
  const comb = Array.from({ length: teeth }, (_, i) => (i - (teeth - 1) / 2) * 0.0125)
  const side = (s: number) => comb.map((k) => {
    const at: Vec3 = upright ? [x + s * wide / 2, y + k, 0.06] : [x + k, y + s * wide / 2, 0.06]
    return box('trunking', size(0.0085, 0.0022, 0.044), at, 0)
  })
  return [
    box('trunking', size(length, wide, 0.003), [x, y, 0.033], 0.0005),
    box('breakerDark', size(length - 0.004, wide - 0.006, 0.030), [x, y, 0.05], 0.001),
    ...side(-1), ...side(1),
    box('trunking', size(length, wide + 0.003, 0.007), [x, y, 0.032 + deep], 0.002),
  ]
}

/** A short length of conductor between two points, square to the plate at both ends, with its mark sleeve. */
export function lead(finish: FinishName, from: Vec3, to: Vec3, mark?: { text: string; press: Press; at?: number }): Solid[] {
  const bend = (from[1] - to[1]) * 0.35
  const points: Vec3[] = [from, [from[0], from[1] - bend, from[2] + 0.004], [to[0], to[1] + bend, to[2] + 0.004], to]
  const run = [wire(finish, 0.0021, points, 12, 7)]
  if (finish === 'earthGreen') run.push(wire('earthYellow', 0.0022, points.map(([x, y, z]) => [x + 0.0009, y, z + 0.0006] as Vec3), 12, 6))
  if (!mark) return run
  const k = mark.at ?? 0.3
  const at: Vec3 = [from[0] + (to[0] - from[0]) * k, from[1] + (to[1] - from[1]) * k, from[2] + (to[2] - from[2]) * k + 0.004]
  return [...run, rod('paper', 0.0036, 0.011, at, undefined, 12),
    sheet('paper', 0.0062, 0.0105, [at[0], at[1], at[2] + 0.0037], undefined,
      mark.press.draw(28, 46, (pen, w, h) => upright(pen, w, h, mark.text)))]
}

const RADIUS = 0.0021

/** A stiff wire along straight runs, its corners rounded as pliers do; green-yellow has both colours along it. */
export function bent(finish: FinishName, corners: Vec3[], radius = RADIUS): Solid[] {
  const along = (name: FinishName, r: number, by: number): Solid => {
    const path = new Bent(corners.map(([x, y, z]) => new Vector3(x + by, y + by, z + by * 0.2)), radius * 5)
    return { shape: new TubeGeometry(path, path.points.length - 1, r, 6), finish: name, layer: 'matter' }
  }
  return finish === 'earthGreen' ? [along(finish, radius, 0), along('earthYellow', radius, 0.0012)] : [along(finish, radius, 0)]
}

/** Letters along the wire, as sleeves are read. */
function upright(pen: CanvasRenderingContext2D, w: number, h: number, text: string) {
  pen.fillStyle = onSleeve.paper
  pen.fillRect(0, 0, w, h)
  pen.fillStyle = onSleeve.ink
  pen.translate(w / 2, h / 2)
  pen.rotate(-Math.PI / 2)
  pen.font = '700 20px "Atkinson Hyperlegible", sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(text, 0, 1)
}

/** A sheathed cable, with its gland nut at the lower end. */
export const cable = (points: Vec3[], radius = 0.006): Solid[] => [wire('toolBlack', radius, points, points.length * 8, 10)]

/** Four copper bars on insulated combs, marked L1 L2 L3 N. */
export function busbars(x: number, y: number, length: number, press: Press): Solid[] {
  const step = 0.021
  const bar = (i: number): Solid[] => {
    const v = y + (1.5 - i) * step
    const z = 0.064 + i * 0.006
    const holes = Array.from({ length: 9 }, (_, k) => x - length / 2 + 0.034 + k * (length - 0.068) / 8)
    return [
      box('copper', [length, 0.012, 0.005], [x, v, z], 0.0008),
      ...holes.flatMap((hx): Solid[] => [turned('zinc', [[0.0042, 0], [0.0042, 0.002], [0.0034, 0.003], [0, 0.003]],
        [hx, v, z + 0.0025], [Math.PI / 2, 0, 0], 12), box('labelBlack', [0.0058, 0.0009, 0.0003], [hx, v, z + 0.0056], 0, [0, 0, hx * 40])]),
      sheet('paper', 0.017, 0.0105, [x - length / 2 - 0.026, v, z + 0.004], undefined,
        press.text([['L1', 'L2', 'L3', 'N'][i] ?? ''], 64, 40, { paper: ['#6b3f22', '#232427', '#85898c', '#3f8fc4'][i]!, ink: '#f6f3ea', weight: 700, align: 'center' })),
    ]
  }
  const comb = (cx: number): Solid[] => [box('machineDark', [0.016, step * 4.6, 0.030], [cx, y, 0.048], 0.003)]
  return [...comb(x - length / 2 + 0.012), ...comb(x + length / 2 - 0.012), ...[0, 1, 2, 3].flatMap(bar),
    box('machineDark', [0.020, step * 4.6, 0.034], [x - length / 2 - 0.026, y, 0.050], 0.002)]
}

/** The copper earth bar at the foot of the cabinet. */
export function earthBar(x: number, y: number, length: number, press: Press): Solid[] {
  const screws = Array.from({ length: 10 }, (_, i) => x - length / 2 + 0.02 + i * (length - 0.04) / 9)
  return [
    box('copper', [length, 0.016, 0.005], [x, y, 0.054], 0.0008),
    ...screws.map((sx): Solid => turned('brass', [[0.005, 0], [0.005, 0.003], [0.004, 0.0042], [0, 0.0042]], [sx, y, 0.0565], [Math.PI / 2, 0, 0], 6)),
    ...[-1, 1].map((s) => rod('machineDark', 0.008, 0.024, [x + s * (length / 2 - 0.008), y, 0.042], [Math.PI / 2, 0, 0], 14)),
    sheet('earthYellow', 0.022, 0.016, [x - length / 2 - 0.018, y, 0.057], undefined,
      press.text(['PE'], 70, 50, { paper: '#3f8f35', ink: '#f6f3ea', weight: 700, align: 'center' })),
  ]
}

/** A traffolyte plate under a device: white letters engraved through black. */
export function plate(thing: string, lines: string[], size: [number, number], at: Vec3, press: Press): Body {
  const [w, h] = size
  return body(thing, [
    box('labelBlack', [w, h, 0.0025], at, 0.0008),
    sheet('labelBlack', w - 0.003, h - 0.002, [at[0], at[1], at[2] + 0.0014], undefined,
      press.text(lines, Math.round(w * 3400), Math.round(h * 3400), engraved)),
  ])
}
