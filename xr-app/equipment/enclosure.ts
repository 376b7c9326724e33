// SPDX-License-Identifier: EUPL-1.2
import { engraved, type Press } from './craft/print.ts'
import { box, cut, rod, rounded, shade, sheet, turned, type Solid } from './craft/solid.ts'
import { hazard } from './hazard.ts'
import { rail } from './wiring.ts'

/** A wall cabinet of any size: its outside, its rails (heights from its middle) and the words on its front. */
export type EnclosureSpec = { w: number; h: number; d: number; rails: readonly number[]; title: string[] }

const wall = 0.014
/** How far the rails stand from the wall: devices on them are in reach without bending into the cabinet. */
export const RAIL_Z = 0.052

/** The oblong holes along the bottom of a rail's groove. */
export const slots = (y: number, length: number): Solid[] => {
  const count = Math.floor((length - 0.02) / 0.025)
  return Array.from({ length: count }, (_, i): Solid => sheet('breakerDark', 0.015, 0.0052, [(i - (count - 1) / 2) * 0.025, y, RAIL_Z - 0.0068]))
}

/** Shell, mounting plate and rails; open to the front. Its origin is the centre of its back. */
export function shell({ w, h, d, rails }: EnclosureSpec): Solid[] {
  const side = (s: number) => box('enclosure', [wall, h, d], [s * (w / 2 - wall / 2), 0, d / 2], 0.004)
  const edge = (s: number) => box('enclosure', [w, wall, d], [0, s * (h / 2 - wall / 2), d / 2], 0.004)
  const glands = Math.max(2, Math.floor(w / 0.16))
  return [
    box('enclosure', [w, h, 0.010], [0, 0, 0.005], 0.003), side(-1), side(1), edge(-1), edge(1),
    // Painted, not galvanised: dark wires and bright rails stand out on it.
    box('cover', [w - 0.05, h - 0.05, 0.003], [0, 0, 0.0135], 0.001),
    ...[[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([x, y]): Solid =>
      rod('steelDark', 0.005, 0.006, [x! * (w / 2 - 0.04), y! * (h / 2 - 0.04), 0.017], [Math.PI / 2, 0, 0], 6)),
    ...rails.flatMap((y) => rail(0, y, w - 0.08).map((s) => ({ ...s, shape: s.shape.translate(0, 0, RAIL_Z - 0.0415) }))),
    ...rails.flatMap((y) => slots(y, w - 0.08)), ...rails.map((y) => shade(w - 0.06, 0.075, [0.002, y - 0.008, 0.0153], [0, 0, 0], 0.55)),
    ...rails.flatMap((y) => [-1, 1].map((s): Solid => rod('steelDark', 0.007, RAIL_Z - 0.02, [s * (w / 2 - 0.075), y, RAIL_Z / 2], [Math.PI / 2, 0, 0], 8))),
    ...Array.from({ length: glands }, (_, i): Solid => turned('toolBlack', [[0, 0], [0.016, 0], [0.018, -0.012], [0.012, -0.024], [0, -0.024]],
      [(i - (glands - 1) / 2) * (w - 0.14) / Math.max(1, glands - 1), -h / 2, d * 0.45])),
  ]
}

/** The door's leaf, in the frame of its hinge at the left: it swings about y. */
export function leaf({ w, h, title }: EnclosureSpec, press: Press): Solid[] {
  const x = w / 2 - 0.004
  const wide = Math.min(0.3, w - 0.12)
  return [
    box('enclosure', [w - 0.010, h - 0.006, 0.016], [x, 0, 0.008], 0.004),
    box('enclosureInside', [w - 0.06, h - 0.06, 0.010], [x, 0, -0.004], 0.003),
    box('rubberBlack', [w - 0.034, h - 0.03, 0.004], [x, 0, -0.001], 0.002),
    cut('toolBlack', rounded(0.030, Math.min(0.15, h * 0.4), 0.014), 0.012, [w - 0.05, 0, 0.015], undefined, 0.002),
    box('steel', [0.018, Math.min(0.104, h * 0.28), 0.014], [w - 0.05, 0.006, 0.030], 0.005),
    sheet('plateYellow', 0.10, 0.088, [x - 0.02, h * 0.18, 0.0164], undefined, press.draw(256, 226, hazard)),
    box('labelBlack', [wide, 0.050, 0.003], [x - 0.02, h * 0.18 - 0.10, 0.0172], 0.001),
    sheet('labelBlack', wide - 0.004, 0.047, [x - 0.02, h * 0.18 - 0.10, 0.0190], undefined, press.text(title, Math.round(wide * 2500), 122, engraved)),
    ...[0.37, -0.37].map((k) => rod('steelDark', 0.0075, 0.05, [0.002, h * k, 0.010], undefined, 14)),
  ]
}
