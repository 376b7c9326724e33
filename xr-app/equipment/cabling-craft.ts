// SPDX-License-Identifier: EUPL-1.2
import type { FinishName } from './craft/finish.ts'
import type { Press, Print } from './craft/print.ts'
import { box, rod, sheet, turned, wire, type Solid, type Vec3 } from './craft/solid.ts'

// What the bodies of a network rack share: the colours of wires, plugs, jacks, and how a lead hangs.

/** The finish of each pair's solid wire. */
export const wireFinish: Readonly<Record<string, FinishName>> = { orange: 'wireOrange', green: 'wireGreen', blue: 'wireBlue', brown: 'wireBrown' }
export const inkOf: Readonly<Record<string, string>> = { orange: '#e07b1f', green: '#2f8a4b', blue: '#2a63b8', brown: '#7a4a28' }

/** A wire between points: solid, or white with a band of its colour. `fine`: how many steps from one point to the next. */
export function strand(colour: string, white: boolean, points: Vec3[], radius = 0.0021, fine = 5): Solid[] {
  const steps = points.length * fine
  const finish = wireFinish[colour] ?? 'toolGrey'
  if (!white) return [wire(finish, radius, points, steps, 7)]
  const shifted = points.map(([x, y, z]): Vec3 => [x + radius * 0.42, y, z + radius * 0.42])
  return [wire('wireWhite', radius, points, steps, 7), wire(finish, radius * 0.72, shifted, steps, 5)]
}

/** An 8-contact plug pointing to −z (into its jack), its boot towards +z. */
export function plug(finish: FinishName): Solid[] {
  return [
    box('clearPlastic', [0.0125, 0.009, 0.018], [0, 0, 0.002], 0.0012),
    box('gold', [0.0095, 0.0012, 0.004], [0, -0.0042, -0.005], 0),
    box('clearPlastic', [0.005, 0.0018, 0.016], [0, 0.0058, 0.004], 0.0006, [-0.18, 0, 0]),
    box(finish, [0.0135, 0.0105, 0.018], [0, 0, 0.019], 0.003),
    turned(finish, [[0.0062, 0], [0.0042, 0.014], [0.0036, 0.02]], [0, 0, 0.026], [Math.PI / 2, 0, 0], 14),
  ]
}

/** A jack in a plate, facing +z: its frame, its dark mouth, its eight gold contacts. */
export function jack(at: Vec3, frame: FinishName = 'breakerDark'): Solid[] {
  const [x, y, z] = at
  return [
    box(frame, [0.026, 0.024, 0.006], [x, y, z + 0.001], 0.002), box('labelBlack', [0.0165, 0.0135, 0.002], [x, y, z + 0.0035], 0.0006),
    box('labelBlack', [0.0075, 0.004, 0.002], [x, y - 0.008, z + 0.0035], 0.0004),
    ...Array.from({ length: 8 }, (_, i) => box('gold', [0.0008, 0.005, 0.0008], [x - 0.0049 + i * 0.0014, y + 0.003, z + 0.0046], 0)),
  ]
}

/** A screw of a plate, facing +z. */
export const screw = (x: number, y: number, z: number): Solid[] =>
  [rod('zinc', 0.0034, 0.002, [x, y, z], [Math.PI / 2, 0, 0], 14), box('labelBlack', [0.005, 0.0009, 0.0006], [x, y, z + 0.0012], 0, [0, 0, 0.6])]

/** A small printed plate facing +z. */
export const strip = (w: number, h: number, at: Vec3, print: Print): Solid => sheet('paper', w, h, at, undefined, print)

/** A contact's number and the wire each standard wants there, as engraved on the module. */
export function contactMark(press: Press, pin: number, a: string, b: string): Print {
  return press.draw(96, 72, (pen, w, h) => {
    pen.fillStyle = '#eceae2'
    pen.fillRect(0, 0, w, h)
    pen.fillStyle = '#1f2125'
    pen.font = '700 40px "Atkinson Hyperlegible", sans-serif'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(String(pin), 20, h / 2 + 1)
    ;[a, b].forEach((name, i) => chip(pen, 42, 5 + i * 33, 50, 29, i === 0 ? 'A' : 'B', name))
  }, `contact ${pin} ${a} ${b}`)
}

/** A colour chip: striped for the white wire of a pair; its letter says which standard. */
function chip(pen: CanvasRenderingContext2D, x: number, y: number, w: number, h: number, letter: string, name: string) {
  const striped = name.startsWith('white-')
  pen.fillStyle = inkOf[name.replace('white-', '')] ?? '#888888'
  pen.fillRect(x, y, w, h)
  if (striped) {
    pen.fillStyle = '#ffffff'
    for (let i = 0; i < 2; i++) pen.fillRect(x + 24 + i * 13, y, 6, h)
  }
  pen.fillStyle = '#ffffff'
  pen.fillRect(x, y, 17, h)
  pen.fillStyle = '#1f2125'
  pen.font = '700 22px "Atkinson Hyperlegible", sans-serif'
  pen.fillText(letter, x + 8.5, y + h / 2 + 1)
}

/** How finely a curve is followed before it is cut into even pieces. */
const FINE = 64
const far = (a: Vec3, b: Vec3) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** So many points along a line, all as far from each other. */
function evenly(line: readonly Vec3[], count: number): { points: Vec3[]; length: number } {
  const length = line.slice(1).reduce((sum, p, i) => sum + far(p, line[i] ?? p), 0)
  const points: Vec3[] = []
  let [walked, i] = [0, 0]
  for (let n = 0; n <= count; n++) {
    const wanted = (length * n) / count
    let [a, b] = [line[i]!, line[i + 1]!]
    while (i < line.length - 2 && walked + far(a, b) < wanted) {
      walked += far(a, b)
      i += 1
      ;[a, b] = [line[i]!, line[i + 1]!]
    }
    const k = Math.min(1, (wanted - walked) / (far(a, b) || 1))
    points.push([a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k, a[2] + (b[2] - a[2]) * k])
  }
  return { points, length }
}

/** Where a lead hanging between two places passes, evenly: it leaves them straight out, and droops with its length. */
export function hanging(from: Vec3, to: Vec3, count: number, droop = 0.3): { points: Vec3[]; length: number } {
  const sag = Math.min(0.22, (0.1 + far(from, to)) * droop)
  return evenly(Array.from({ length: FINE + 1 }, (_, i): Vec3 => {
    const t = i / FINE
    const bow = 4 * t * (1 - t)
    return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t - sag * bow * 0.55, from[2] + (to[2] - from[2]) * t + sag * Math.sqrt(bow) * 0.5]
  }), count)
}
