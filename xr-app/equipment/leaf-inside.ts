// SPDX-License-Identifier: EUPL-1.2
import type { EnclosureSpec } from './enclosure.ts'
import { onSleeve, type Press } from './craft/print.ts'
import { box, rod, sheet, wire, type Solid, type Vec3 } from './craft/solid.ts'

/** The plane of the leaf's lining, seen from behind: everything here stands on it and faces −z. */
const BACK = -0.009
const TURNED: Vec3 = [0, Math.PI, 0]
/** A leaf smaller than this has its earth and nothing else. */
const LARGE = 0.4

/** A hollow stiffener, square holes all along. */
function rib(x: number, h: number): Solid[] {
  const count = Math.floor((h - 0.1) / 0.05)
  return [box('enclosureInside', [0.024, h - 0.09, 0.014], [x, 0, BACK - 0.006], 0.003),
    ...Array.from({ length: count }, (_, i): Solid => sheet('breakerDark', 0.009, 0.009, [x, (i - (count - 1) / 2) * 0.05, BACK - 0.0135], TURNED))]
}

/** What the handle moves: its cam, and two rods in their guides that bolt the leaf at the top and at the bottom. */
function bolt(x: number, h: number): Solid[] {
  const z = BACK - 0.014
  return [box('zinc', [0.034, 0.05, 0.008], [x, 0, z], 0.003), rod('steelDark', 0.009, 0.012, [x, 0, z - 0.004], [Math.PI / 2, 0, 0], 6),
    ...[-1, 1].flatMap((s): Solid[] => [rod('zinc', 0.0045, h / 2 - 0.035, [x + s * 0.008, s * (h / 4 + 0.004), z]), box('breakerDark', [0.03, 0.016, 0.016], [x + s * 0.008, s * (h / 2 - 0.075), z + 0.003], 0.003)])]
}

/** A drawing as it looks folded in its pocket: a frame, three lines, their devices, the motor; and whose it is. */
function folded(title: string[], press: Press) {
  return press.draw(260, 200, (pen, w, h) => {
    pen.fillStyle = onSleeve.paper
    pen.fillRect(0, 0, w, h)
    pen.strokeStyle = pen.fillStyle = onSleeve.ink
    pen.lineWidth = 2
    pen.strokeRect(8, 8, w - 16, h - 16)
    for (const x of [50, 80, 110]) for (const y of [50, 84, 118]) pen.strokeRect(x - 6, y, 12, 18)
    for (const x of [50, 80, 110]) pen.strokeRect(x, 44, 0, 100)
    pen.strokeRect(64, 144, 32, 32)
    pen.font = '700 34px "Atkinson Hyperlegible", sans-serif'
    pen.fillText(title[0] ?? '', 140, 60, w - 156)
  }, `folded ${title[0] ?? ''}`)
}

/** A pocket for the drawing, and the drawing, which comes out of it a little. */
const pocket = (x: number, y: number, title: string[], press: Press): Solid[] => [
  box('paper', [0.2, 0.15, 0.003], [x + 0.004, y + 0.045, BACK - 0.008], 0.0005, [0, 0, -0.03]),
  sheet('paper', 0.2, 0.15, [x + 0.004, y + 0.045, BACK - 0.0098], [0, Math.PI, 0.03], folded(title, press)),
  box('machineDark', [0.25, 0.12, 0.003], [x, y - 0.02, BACK - 0.017], 0.002), box('machineDark', [0.25, 0.006, 0.018], [x, y - 0.078, BACK - 0.009], 0.002),
  ...[-1, 1].map((s) => box('machineDark', [0.006, 0.12, 0.018], [x + s * 0.122, y - 0.02, BACK - 0.009], 0.002)),
]

/** Green and yellow: what ties the leaf to the earth of its cabinet. It bends where the hinge turns. */
const earth = (points: Vec3[]): Solid[] => [wire('earthYellow', 0.0034, points, 10, 7),
  wire('earthGreen', 0.0027, points.map(([x, y, z]): Vec3 => [x + 0.0012, y + 0.0012, z]), 10, 5), rod('copper', 0.006, 0.006, points[0]!, [Math.PI / 2, 0, 0], 6)]

const earthY = (h: number) => -h / 2 + Math.min(0.1, h * 0.3)

/** The other end of the leaf’s earth, on the cabinet: its frame is the cabinet’s. */
export const earthStud = ({ w, h, d }: EnclosureSpec): Solid[] =>
  earth([[-w / 2 + 0.03, earthY(h) - 0.03, Math.max(0.03, d - 0.09)], [-w / 2 + 0.024, earthY(h) - 0.02, d - 0.04], [-w / 2 + 0.004, earthY(h), d - 0.004]])

/** What the inside of a real door holds, in the frame of its hinge. */
export function leafInside({ w, h, title }: EnclosureSpec, press: Press): Solid[] {
  const tie = earth([[0.05, earthY(h) - 0.012, BACK - 0.004], [0.025, earthY(h) - 0.012, BACK - 0.014], [0, earthY(h), -0.004]])
  if (w < LARGE || h < LARGE) return tie
  const x = w / 2 - 0.004
  return [...tie, ...rib(0.05, h), ...rib(w - 0.1, h), ...bolt(w - 0.05, h), ...pocket(x - 0.02, -h * 0.2, title, press),
    box('labelBlack', [0.15, 0.05, 0.002], [x - 0.02, h * 0.26, BACK - 0.001], 0.001),
    sheet('paper', 0.144, 0.044, [x - 0.02, h * 0.26, BACK - 0.0026], TURNED, press.text(title, 360, 110, onSleeve))]
}
