// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from './craft/body.ts'
import { box, disc, type Solid } from './craft/solid.ts'

/** One unit of a 19-inch rack, in metres; and between the holes of its posts. */
export const UNIT = 0.04445
export const POSTS = 0.4651

/** A 19-inch rack: posts with their holes every unit, top and base, open at the front. Origin: the floor, middle of its back. */
export function rackFrame(w: number, h: number, d: number): Body {
  const post = (x: number, z: number, wide = 0.035): Solid => box('toolGrey', [wide, h - 0.08, 0.04], [x, h / 2, z], 0.004)
  const side = (s: number): Solid[] => [post(s * (w / 2 - 0.02), 0.03), post(s * (w / 2 - 0.02), d - 0.03),
    box('toolGrey', [0.03, h - 0.09, 0.004], [s * (POSTS / 2), h / 2, d - 0.004], 0.001),
    box('machineDark', [0.008, h - 0.1, d - 0.08], [s * (w / 2 - 0.004), h / 2, d / 2], 0.002)]
  const units = Math.floor((h - 0.6) / UNIT)
  const holes = Array.from({ length: units }, (_, i): Solid[] => [-1, 1].flatMap((s) => [0.008, 0.022, 0.036].map((dy) =>
    disc('labelBlack', 0.0034, [s * POSTS / 2, h - 0.07 - (i + 1) * UNIT + dy, d - 0.0016]))))
  return body('rack', [...side(-1), ...side(1), box('toolGrey', [w, 0.06, d], [0, 0.03, d / 2], 0.006), box('toolGrey', [w, 0.04, d], [0, h - 0.02, d / 2], 0.006),
    box('labelBlack', [POSTS - 0.03, h - 0.12, 0.004], [0, h / 2, 0.02], 0.001), ...holes.flat()])
}
