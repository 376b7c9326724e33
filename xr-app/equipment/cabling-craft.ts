// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'
import type { FinishName } from './craft/finish.ts'
import { engraved, onSleeve, type Press, type Print } from './craft/print.ts'
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

/** What each colour is called, in full and short: no wire or cord is told by its colour alone. */
const words: Readonly<Record<string, { full: Text; short: Text }>> = {
  orange: { full: { fr: 'orange', en: 'orange' }, short: { fr: 'Or', en: 'Og' } }, green: { full: { fr: 'vert', en: 'green' }, short: { fr: 'Ve', en: 'Gn' } },
  blue: { full: { fr: 'bleu', en: 'blue' }, short: { fr: 'Be', en: 'Bu' } }, brown: { full: { fr: 'marron', en: 'brown' }, short: { fr: 'Ma', en: 'Bn' } },
  yellow: { full: { fr: 'jaune', en: 'yellow' }, short: { fr: 'Ja', en: 'Ye' } }, grey: { full: { fr: 'gris', en: 'grey' }, short: { fr: 'Gr', en: 'Gy' } },
  red: { full: { fr: 'rouge', en: 'red' }, short: { fr: 'Ro', en: 'Rd' } },
}
const white: Text = { fr: 'Bc', en: 'Wh' }
type Say = (text: Text) => string

/** A flag that says the colour of what it is on, facing +z. */
export const colourFlag = (colour: string, [w, h]: readonly [number, number], at: Vec3, { press, say }: { press: Press; say: Say }, turn?: Vec3): Solid[] => {
  const name = words[colour]
  return name ? [sheet('paper', w, h, at, turn, press.text([say(name.full)], Math.round(w * 4200), Math.round(h * 4200), onSleeve))] : []
}

/** What a socket is called, engraved: its mark as large as it fits (1.2° at arm's length), what it serves under it. */
export const namePlate = (press: Press, [mark = '', serves = '']: readonly string[]): Print => press.draw(432, 144, (pen, w, h) => {
  pen.fillStyle = engraved.paper
  pen.fillRect(0, 0, w, h)
  pen.fillStyle = engraved.ink
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.font = '700 88px "Atkinson Hyperlegible", sans-serif'
  pen.fillText(mark, w / 2, serves ? 48 : h / 2, w - 20)
  pen.font = '700 50px "Atkinson Hyperlegible", sans-serif'
  pen.fillText(serves, w / 2, 116, w - 20)
}, `name ${mark} ${serves}`)

/** A contact's number and the wire each standard wants there, as engraved on the module: in colour and in letters. */
export function contactMark(press: Press, pin: number, a: string, b: string, say: Say): Print {
  const letters = (name: string) => {
    const { short } = words[name.replace('white-', '')] ?? {}
    return `${name.startsWith('white-') ? say(white) : ''}${short ? say(short) : ''}`
  }
  return press.draw(144, 117, (pen, w, h) => {
    pen.fillStyle = onSleeve.paper
    pen.fillRect(0, 0, w, h)
    pen.fillStyle = onSleeve.ink
    pen.font = '700 62px "Atkinson Hyperlegible", sans-serif'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(String(pin), 22, h / 2 + 3)
    ;[a, b].forEach((name, i) => chip(pen, 45, 5 + i * 55, i === 0 ? 'A' : 'B', name, letters(name)))
  }, `contact ${pin} ${a} ${b} ${letters(a)}`)
}

/** Which standard, its colour (striped for the white wire of a pair), and the colour in letters. */
function chip(pen: CanvasRenderingContext2D, x: number, y: number, standard: string, name: string, letters: string) {
  pen.fillStyle = inkOf[name.replace('white-', '')] ?? '#888888'
  pen.fillRect(x, y + 38, 94, 13)
  if (name.startsWith('white-')) {
    pen.fillStyle = '#ffffff'
    for (let i = 0; i < 4; i++) pen.fillRect(x + 12 + i * 22, y + 39, 11, 11)
  }
  pen.fillStyle = onSleeve.ink
  pen.fillRect(x, y, 23, 36)
  pen.font = '700 33px "Atkinson Hyperlegible", sans-serif'
  pen.fillText(letters, x + 61, y + 20, 68)
  pen.fillStyle = onSleeve.paper
  pen.fillText(standard, x + 11.5, y + 20)
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
