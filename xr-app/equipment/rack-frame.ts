// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from './craft/body.ts'
import { engraved, type Press } from './craft/print.ts'
import { box, sheet, wire, type Solid, type Vec3 } from './craft/solid.ts'
import { screw } from './cabling-craft.ts'
import type { FinishName } from './craft/finish.ts'

/** One unit of a 19-inch rack, in metres; and between the holes of its posts. */
export const UNIT = 0.04445
export const POSTS = 0.4651

/** What is free between the pieces of a rack, from here to there. */
export type Span = { low: number; high: number }

/** The heights of a rack that nothing takes. */
export function spansLeft(taken: readonly Span[], within: Span): Span[] {
  const inOrder = taken.toSorted((a, b) => a.low - b.low)
  const spans: Span[] = []
  let low = within.low
  for (const one of inOrder) {
    if (one.low - low >= UNIT) spans.push({ low, high: one.low })
    low = Math.max(low, one.high)
  }
  return within.high - low >= UNIT ? [...spans, { low, high: within.high }] : spans
}

/** A plate that closes what is not used: two units with slots for the air, or one, plain. */
function blank(y: number, units: number, d: number): Solid[] {
  const h = units * UNIT - 0.0016
  return [box('breakerGrey', [POSTS + 0.018, h, 0.003], [0, y, d + 0.0006], 0.0012),
    ...[-1, 1].flatMap((s) => [-1, 1].slice(0, units).flatMap((v) => screw(s * POSTS / 2, y + (units > 1 ? v * (h / 2 - 0.013) : 0), d + 0.003))),
    ...(units > 1 ? [-1, 0, 1].flatMap((row) => Array.from({ length: 8 }, (_, i) => box('labelBlack', [0.034, 0.005, 0.0008], [(i - 3.5) * 0.05, y + row * 0.018, d + 0.0024], 0))) : [])]
}

function blanks({ low, high }: Span, d: number): Solid[] {
  const units = Math.floor((high - low) / UNIT)
  const from = low + (high - low - units * UNIT) / 2
  return Array.from({ length: Math.ceil(units / 2) }, (_, i) => {
    const size = Math.min(2, units - i * 2)
    return blank(from + (i * 2 + size / 2) * UNIT, size, d)
  }).flat()
}

/** The cables of the building: a bundle from the tray, in at the top, down behind the plates. */
function bundle(h: number): Solid[] {
  const colours: FinishName[] = ['cordGrey', 'cordBlue', 'cordGrey', 'cordGrey', 'cordYellow', 'cordGrey']
  const at = (i: number, y: number, z: number): Vec3 => [0.19 + (i % 3) * 0.0085, y, z + Math.floor(i / 3) * 0.0085]
  return [...colours.map((colour, i) => wire(colour, 0.0038, [at(i, 2.76, 0.2), at(i, h + 0.2, 0.16), at(i, h - 0.1, 0.12), at(i, h * 0.62, 0.11)], 16, 6)),
    ...[h + 0.5, h + 0.1].map((y) => box('toolBlack', [0.036, 0.014, 0.026], [0.1985, y, 0.17 + (y - h) * 0.04], 0.003))]
}

function frame(w: number, h: number, d: number): Solid[] {
  const post = (x: number, z: number): Solid => box('enclosure', [0.035, h - 0.08, 0.04], [x, h / 2, z], 0.004)
  const side = (s: number): Solid[] => [post(s * (w / 2 - 0.02), 0.03), post(s * (w / 2 - 0.02), d - 0.03),
    box('zinc', [0.03, h - 0.09, 0.004], [s * (POSTS / 2), h / 2, d - 0.004], 0.001),
    box('enclosureInside', [0.008, h - 0.1, d - 0.08], [s * (w / 2 - 0.004), h / 2, d / 2], 0.002)]
  const units = Math.floor((h - 0.6) / UNIT)
  const holes = Array.from({ length: units }, (_, i): Solid[] => [-1, 1].flatMap((s) => [0.008, 0.022, 0.036].map((dy) =>
    sheet('labelBlack', 0.0072, 0.0072, [s * POSTS / 2, h - 0.07 - (i + 1) * UNIT + dy, d - 0.0016]))))
  return [...side(-1), ...side(1), box('plinth', [w, 0.06, d], [0, 0.03, d / 2], 0.006), box('enclosure', [w, 0.04, d], [0, h - 0.02, d / 2], 0.006),
    box('cover', [w - 0.02, h - 0.09, 0.004], [0, h / 2, 0.012], 0.001), ...holes.flat()]
}

/**
 * A 19-inch rack, light grey (RAL 7035) so that what is in it stands out: posts with their square holes every unit, top and base. `taken`: what is in it; the rest is closed by
 * plates, and the cables of the building come in. Origin: the floor, middle of its back.
 */
export function rackFrame(w: number, h: number, d: number, taken?: readonly Span[], name?: { lines: string[]; press: Press }): Body {
  const filled = taken ? [...spansLeft(taken, { low: 0.5, high: h - 0.05 }).flatMap((span) => blanks(span, d)), ...bundle(h)] : []
  return body('rack', [...frame(w, h, d), ...filled,
    ...(name ? [sheet('labelBlack', 0.2, 0.034, [0, h - 0.02, d + 0.0006], undefined, name.press.text(name.lines, 376, 64, engraved))] : [])])
}
