// SPDX-License-Identifier: EUPL-1.2
import { Shape } from 'three'
import { body, type Body } from './craft/body.ts'
import { engraved, type Press } from './craft/print.ts'
import { box, cut, rod, sheet, turned, wire, type Solid, type Vec3 } from './craft/solid.ts'
import { hazard } from './hazard.ts'

/**
 * Outside size of the wall cabinet. The levers are in reach from outside, through the cover of the upper part; the
 * door closes the lower part, where the terminals are; the main switch is on the fixed front at the right.
 */
export const CABINET = { w: 0.8, h: 1, d: 0.3, doorW: 0.585, doorH: 0.565, doorY: -0.193, split: 0.1 } as const
const { w, h, d, doorW, doorH, doorY, split } = CABINET
/** The cover's plane, and the row of levers that comes through it. */
export const COVER = { z: 0.225, y: 0.272, slot: 0.094 } as const
const wall = 0.014
export const DOOR_X = -w / 2 + 0.014
/** The right edge of the door's opening: the fixed front begins here. */
export const FRONT_X = DOOR_X + doorW

function shell(): Solid[] {
  return [
    box('enclosure', [w, h, 0.012], [0, 0, 0.006], 0.003),
    box('enclosure', [wall, h, d], [-w / 2 + wall / 2, 0, d / 2], 0.004),
    box('enclosure', [wall, h, d], [w / 2 - wall / 2, 0, d / 2], 0.004),
    box('enclosure', [w, wall, d], [0, h / 2 - wall / 2, d / 2], 0.004),
    box('enclosure', [w, wall, d], [0, -h / 2 + wall / 2, d / 2], 0.004),
    // Return edge of the door's opening with its gasket, and the shelf between the two parts.
    box('enclosure', [doorW + 0.02, 0.018, d - 0.012], [DOOR_X + doorW / 2, split, d / 2], 0.003),
    box('enclosure', [doorW + 0.02, 0.022, 0.010], [DOOR_X + doorW / 2, -h / 2 + 0.024, d - 0.016], 0.002),
    box('enclosure', [0.020, h - 0.03, 0.010], [-w / 2 + 0.022, 0, d - 0.016], 0.002),
    box('rubberBlack', [doorW - 0.018, 0.006, 0.006], [DOOR_X + doorW / 2, split - 0.013, d - 0.011], 0.002),
    box('rubberBlack', [doorW - 0.018, 0.006, 0.006], [DOOR_X + doorW / 2, -h / 2 + 0.030, d - 0.011], 0.002),
    ...cover(),
    // Galvanised mounting plate, held by four studs.
    box('zinc', [w - 0.06, h - 0.07, 0.003], [0, 0, 0.030], 0.001),
    ...[[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([x, y]): Solid =>
      rod('steelDark', 0.006, 0.008, [x! * (w / 2 - 0.05), y! * (h / 2 - 0.055), 0.034], [Math.PI / 2, 0, 0], 6)),
    box('plinth', [w - 0.02, 0.018, d - 0.03], [0, -h / 2 - 0.008, d / 2 - 0.01], 0.002),
    // Cable glands under the cabinet and the conduit to the ceiling.
    ...[-0.24, -0.14, -0.04, 0.12].map((x): Solid => turned('toolBlack',
      [[0, 0], [0.017, 0], [0.019, -0.012], [0.013, -0.026], [0, -0.026]], [x, -h / 2 - 0.016, 0.13])),
  ]
}

/** The insulating cover of the upper part: a plate with a slot for the row of levers. */
function cover(): Solid[] {
  const [x, width, { z, y, slot }] = [DOOR_X + doorW / 2, doorW - 0.01, COVER]
  const [top, bottom] = [h / 2 - 0.014, split + 0.009]
  const strip = (from: number, to: number) => box('cover', [width, to - from, 0.006], [x, (from + to) / 2, z], 0.002)
  const row = 0.49
  return [strip(y + slot / 2, top), strip(bottom, y - slot / 2),
    box('cover', [(width - row) / 2, slot, 0.006], [x - (width + row) / 4, y, z], 0.001),
    box('cover', [(width - row) / 2, slot, 0.006], [x + (width + row) / 4, y, z], 0.001),
    ...[[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([i, j]): Solid => turned('steelDark', [[0.008, 0], [0.008, 0.003], [0, 0.004]],
      [x + i! * (width / 2 - 0.025), (top + bottom) / 2 + j! * ((top - bottom) / 2 - 0.022), z + 0.003], [Math.PI / 2, 0, 0], 14))]
}

/** The fixed front on the right: the main switch's panel, with its three supply lamps and its plates. */
function front(press: Press): Solid[] {
  const x = FRONT_X + width / 2 + 0.002
  return [
    box('enclosure', [width, h - 0.05, 0.012], [x, 0, d - 0.006], 0.003),
    box('enclosure', [0.012, h - 0.05, d - 0.04], [FRONT_X + 0.008, 0, d / 2 + 0.005], 0.002),
    box('labelBlack', [0.166, 0.052, 0.003], [x, 0.395, d + 0.001], 0.001),
    sheet('labelBlack', 0.162, 0.049, [x, 0.395, d + 0.0028], undefined,
      press.text(['ARMOIRE A2', 'ATELIER · 400 V ~ 3N+PE'], 512, 156, engraved)),
    ...['L1', 'L2', 'L3'].flatMap((mark, i) => lamp(mark, [x + (i - 1) * 0.054, 0.285, d], press)),
    box('labelBlack', [0.150, 0.030, 0.003], [x, 0.185, d + 0.001], 0.001),
    sheet('labelBlack', 0.147, 0.028, [x, 0.185, d + 0.0028], undefined,
      press.text(['Q0 · SECTIONNEUR GÉNÉRAL'], 480, 90, engraved)),
    sheet('plateYellow', 0.10, 0.088, [x, -0.30, d + 0.0012], undefined, press.draw(256, 226, hazard)),
    box('labelBlack', [0.150, 0.036, 0.003], [x, -0.40, d + 0.001], 0.001),
    sheet('labelBlack', 0.147, 0.034, [x, -0.40, d + 0.0028], undefined,
      press.text(['ACCÈS RÉSERVÉ', 'AU PERSONNEL HABILITÉ'], 400, 92, engraved)),
  ]
}

function lamp(mark: string, [x, y, z]: Vec3, press: Press): Solid[] {
  return [
    turned('chrome', [[0.0145, 0], [0.0145, 0.004], [0.0118, 0.0065], [0.0115, 0.003]], [x, y, z], [Math.PI / 2, 0, 0]),
    turned('reflect', [[0.0114, 0], [0.0112, 0.0035], [0.006, 0.005], [0, 0.0054]], [x, y, z], [Math.PI / 2, 0, 0], 18),
    sheet('labelBlack', 0.026, 0.012, [x, y - 0.024, z + 0.0006], undefined, press.text([mark], 76, 34, engraved)),
  ]
}

const width = w / 2 - FRONT_X - 0.004
/** The three lamps' light, there only while the main switch is closed. */
const supplyLit = (): Solid[] => [-1, 0, 1].map((i) =>
  turned('lampGlow', [[0.0114, 0], [0.0112, 0.0045], [0.006, 0.0062], [0, 0.0066]], [i * 0.054, 0, 0], [Math.PI / 2, 0, 0], 18))

/** The door, in the frame of its hinge: it swings about y. */
function door(press: Press): Solid[] {
  const x = doorW / 2
  return [
    box('enclosure', [doorW - 0.003, doorH, 0.016], [x, 0, 0.008], 0.004),
    box('enclosureInside', [doorW - 0.05, doorH - 0.05, 0.010], [x, 0, -0.004], 0.003),
    box('rubberBlack', [doorW - 0.026, doorH - 0.026, 0.004], [x, 0, -0.001], 0.002),
    // Quarter-turn lock and its swing handle.
    cut('toolBlack', pill(0.030, 0.150), 0.012, [doorW - 0.045, 0, 0.015], undefined, 0.002),
    box('steel', [0.018, 0.104, 0.014], [doorW - 0.045, 0.008, 0.030], 0.005),
    rod('chrome', 0.008, 0.006, [doorW - 0.045, -0.058, 0.028], [Math.PI / 2, 0, 0], 20),
    sheet('plateYellow', 0.11, 0.097, [x - 0.03, 0.12, 0.0164], undefined, press.draw(256, 226, hazard)),
    box('labelBlack', [0.30, 0.050, 0.003], [x - 0.03, 0.015, 0.0172], 0.001),
    sheet('labelBlack', 0.296, 0.047, [x - 0.03, 0.015, 0.0190], undefined,
      press.text(['A2 · BORNIERS', 'ACCÈS AU POINT DE TRAVAIL'], 760, 122, engraved)),
    ...[0.21, -0.21].map((y) => rod('steelDark', 0.0075, 0.06, [0.002, y, 0.010], undefined, 14)),
    // The drawing pocket inside the door, and its earth braid.
    box('cover', [0.26, 0.19, 0.014], [x, -0.06, -0.014], 0.003),
    wire('earthYellow', 0.0030, [[0.03, -0.22, -0.006], [0.008, -0.235, -0.05], [-0.004, -0.24, -0.11]], 16),
  ]
}

function pill(pw: number, ph: number): Shape {
  const [r, y] = [pw / 2, ph / 2 - pw / 2]
  const s = new Shape()
  s.absarc(0, y, r, 0, Math.PI, false).absarc(0, -y, r, Math.PI, Math.PI * 2, false)
  return s.closePath()
}

/** The wall cabinet: shell, fixed front and door. Its origin is the centre of its back, on the wall. */
export function cabinet(thing: string, press: Press): Body {
  return body(thing, [...shell(), ...front(press)],
    [{ name: `${thing}/leaf`, at: [DOOR_X, doorY, d - 0.004], solids: door(press) },
      { name: 'supply/lit', at: [FRONT_X + width / 2 + 0.002, 0.285, d], solids: supplyLit() }],
    [{ thing, part: `${thing}/leaf`, size: [doorW, doorH, 0.03], at: [doorW / 2, 0, 0.005], moving: true }])
}
