// SPDX-License-Identifier: EUPL-1.2
import { Shape } from 'three'
import { body, type Part } from '../craft/body.ts'
import { engraved } from '../craft/print.ts'
import { ball, box, capsule, cut, ring, rod, rounded, sheet, turned, wire, type Solid, type Vec3 } from '../craft/solid.ts'
import { gone, type KindBody } from '../kind-body.ts'

const one = (id: string, solids: Solid[], size: Vec3, at: Vec3) => body(id, [], [{ name: id, at: [0, 0, 0], solids }], [{ thing: id, part: id, size, at }])
const coil = (radius: number, width: number, turns: number, y: number): Vec3[] => Array.from({ length: turns * 12 }, (_, i): Vec3 => {
  const a = (i / 12) * Math.PI * 2
  return [Math.sin(a) * radius, y + Math.cos(a) * radius, ((i / 12) % 8) / 8 * width - width / 2]
})
const spool = (wound: Solid[], y: number): Solid[] => [
  ...[-1, 1].map((side): Solid => turned('breakerGrey', [[0.006, 0], [0.03, 0], [0.031, 0.0015], [0.03, 0.003], [0.006, 0.003]], [0, y, side * 0.0135 - (side < 0 ? 0.0015 : 0.0015)], [Math.PI / 2, 0, 0], 40)),
  rod('breakerGrey', 0.012, 0.026, [0, y, 0], [Math.PI / 2, 0, 0], 24), ...wound,
]

/** A spool of solder wire, its end drawn out. */
export const solderWire: KindBody<'solder-wire'> = {
  home: 'bench',
  build: ({ id, press, equipment, say }) => one(id, [
    ...spool([rod('solderSatin', 0.0255, 0.023, [0, 0.031, 0], [Math.PI / 2, 0, 0], 34), wire('solderSatin', 0.0012, coil(0.026, 0.022, 8, 0.031), 190, 5)], 0.031),
    wire('solderSatin', 0.0013, [[0.026, 0.031, 0.006], [0.05, 0.05, 0.014], [0.078, 0.075, 0.024], [0.084, 0.098, 0.03]], 30, 6),
    sheet('paper', 0.040, 0.013, [0, 0.044, 0.0172], undefined, press.text([equipment.label ? say(equipment.label) : 'Sn96,5Ag3Cu0,5'], 300, 90, { paper: '#f2efe6', ink: '#20262c', weight: 700, align: 'center' })),
  ], [0.11, 0.1, 0.05], [0.02, 0.045, 0]),
  poses: (id) => [[id, {}]],
  grip: { at: [-0.02, -0.05, -0.05], turn: [0.2, 0.6, 0] },
}

/** A reel of copper braid. */
export const desolderingBraid: KindBody<'desoldering-braid'> = {
  home: 'bench',
  build: ({ id }) => one(id, [
    turned('toolBlueGrip', [[0, 0], [0.024, 0], [0.025, 0.002], [0.025, 0.014], [0.024, 0.016], [0, 0.016]], [0, 0, 0], undefined, 36), rod('breakerGrey', 0.012, 0.0165, [0, 0.0082, 0], undefined, 24),
    wire('copper', 0.0022, [[0.024, 0.008, 0.004], [0.045, 0.007, 0.012], [0.066, 0.004, 0.008], [0.082, 0.006, 0.012]], 30, 5),
  ], [0.1, 0.04, 0.07], [0.02, 0.012, 0]),
  poses: (id) => [[id, {}]],
  grip: { at: [0, -0.01, -0.06] },
}

function jaw(side: 1 | -1): Solid[] {
  const half = new Shape()
  half.moveTo(0, 0).lineTo(side * 0.011, 0.004).lineTo(side * 0.010, 0.026).lineTo(side * 0.0015, 0.040).lineTo(0, 0.039)
  return [cut('steelDark', half.closePath(), 0.009, [0, 0, -0.0045], undefined, 0.001),
    wire('toolBlueGrip', 0.0055, [[side * 0.004, 0, 0], [side * 0.012, -0.03, 0], [side * 0.021, -0.07, 0], [side * 0.019, -0.108, 0]], 26, 10)]
}
/** Flush side cutters. */
export const sideCutters: KindBody<'side-cutters'> = {
  home: 'bench',
  rest: { lift: 0.008, turn: [-Math.PI / 2, 0, 0.5] },
  build: ({ id }) => one(id, [...jaw(1), ...jaw(-1), turned('steel', [[0.006, -0.006], [0.006, 0.006], [0, 0.006]], [0, 0.003, 0], [Math.PI / 2, 0, 0], 18)], [0.06, 0.17, 0.03], [0, -0.03, 0]),
  poses: (id) => [[id, {}]],
  grip: { at: [0, 0.02, -0.08], turn: [-1.3, 0, 0] },
}

/** A lit magnifier one holds over the joint. */
export const magnifier: KindBody<'magnifier'> = {
  home: 'bench',
  rest: { lift: 0.008, turn: [-Math.PI / 2, 0, -0.4] },
  build: ({ id }) => one(id, [
    ring('chrome', 0.036, 0.0042, [0, 0.05, 0]), ring('lampWhite', 0.0315, 0.0012, [0, 0.05, 0.003]),
    { ...turned('lens', [[0, -0.003], [0.02, -0.002], [0.033, 0], [0.02, 0.002], [0, 0.003]], [0, 0.05, 0], [Math.PI / 2, 0, 0], 32), finish: 'reflect', layer: 'glass' },
    capsule('toolBlack', 0.0085, 0.075, [0, -0.035, 0]), turned('chrome', [[0.0088, 0], [0.0095, 0.004], [0.006, 0.012]], [0, 0.004, 0]),
  ], [0.09, 0.19, 0.04], [0, 0.01, 0]),
  poses: (id) => [[id, {}]],
  grip: { at: [0, 0.02, -0.1], turn: [-0.7, 0, 0] },
}

/** Brass wool in its heavy cup. */
export const tipCleaner: KindBody<'tip-cleaner'> = {
  home: 'bench',
  build: ({ id }) => one(id, [
    turned('machineDark', [[0, 0], [0.036, 0], [0.038, 0.004], [0.034, 0.034], [0.031, 0.036], [0.029, 0.034], [0.028, 0.022], [0, 0.022]], [0, 0, 0], undefined, 38),
    ...Array.from({ length: 13 }, (_, i): Solid => ring('brass', 0.0105 + (i % 3) * 0.003, 0.0013, [Math.cos(i * 2.4) * 0.012, 0.031 + (i % 4) * 0.003, Math.sin(i * 2.4) * 0.012], [0.8 + i * 0.7, i * 1.1, 0])),
  ], [0.08, 0.06, 0.08], [0, 0.025, 0]),
  poses: (id) => [[id, {}]],
  grip: { at: [0, -0.03, -0.06] },
}

/** A fume arm: foot, two links, a hood over the work with its fan behind a grille. */
export const fumeArm: KindBody<'fume-arm'> = {
  home: 'bench',
  build: ({ id, press }) => {
    const hood: Vec3 = [-0.20, 0.31, 0.10]
    const lamp: Part[] = [{ name: `${id}/on`, at: [0.022, 0.07, 0.052], solids: [ball('lampGreen', 0.005, [0, 0, 0], 12)] },
      { name: `${id}/fan`, at: [hood[0] - 0.012, hood[1] - 0.004, hood[2] + 0.014], turn: [0.5, -0.5, 0], solids: Array.from({ length: 5 }, (_, i) => box('toolBlack', [0.008, 0.034, 0.0012], [Math.sin(i * 1.2566) * 0.018, Math.cos(i * 1.2566) * 0.018, -0.012], 0, [0.4, 0, -i * 1.2566])) }]
    return body(id, [
      box('machineDark', [0.10, 0.10, 0.10], [0, 0.05, 0], 0.01), box('toolBlack', [0.03, 0.018, 0.008], [-0.018, 0.07, 0.05], 0.003),
      wire('toolGrey', 0.020, [[0, 0.1, 0], [0.012, 0.20, -0.012], [-0.03, 0.30, 0.0], [-0.11, 0.345, 0.05], [hood[0], hood[1] + 0.012, hood[2]]], 44, 18),
      turned('machine', [[0.020, 0.05], [0.026, 0.036], [0.056, 0.004], [0.058, 0], [0.053, 0.001], [0.024, 0.034], [0, 0.034]], hood, [Math.PI + 0.55, 0, 0.42], 34),
      ...[0.018, 0.032, 0.046].map((r) => ring('steel', r, 0.0012, [hood[0] - 0.002, hood[1] - 0.002, hood[2] + 0.003], [Math.PI / 2 + 0.55, 0.42, 0])),
      sheet('toolBlack', 0.06, 0.014, [0, 0.03, 0.0505], undefined, press.text(['ASPIRATION'], 240, 56, { ...engraved })),
    ], lamp, [{ thing: id, size: [0.11, 0.11, 0.11], at: [0, 0.05, 0], moving: true }, { thing: id, size: [0.12, 0.09, 0.12], at: hood }])
  },
  poses: (id, piece) => [[`${id}/on`, piece.on ? {} : gone], [`${id}/fan`, {}]],
  spins: (id, piece) => [[`${id}/fan`, piece.on ? 26 : 0]],
  hum: () => ({ partials: [[118, 1], [236, 0.5], [354, 0.25]], level: (piece) => (piece.on ? 0.03 : 0) }),
}

/** Safety glasses on their stand. Worn, they are no longer there: the stand is where they are taken off to. */
export const safetyGlasses: KindBody<'safety-glasses'> = {
  home: 'bench',
  rest: { lift: 0.03 },
  build: ({ id, press, say }) => body(id, [
    box('machineDark', [0.172, 0.006, 0.136], [0, -0.027, -0.047], 0.003), box('rubberBlack', [0.156, 0.002, 0.118], [0, -0.0234, -0.049], 0.001),
    rod('breakerGrey', 0.004, 0.03, [0, -0.01, 0.002], undefined, 16), box('machineDark', [0.12, 0.02, 0.006], [0, -0.019, 0.024], 0.002, [-0.5, 0, 0]),
    sheet('labelBlack', 0.114, 0.016, [0, -0.0174, 0.0269], [-0.5, 0, 0], press.text([say({ fr: 'LUNETTES', en: 'GLASSES' })], 340, 48, engraved)),
  ], [{ name: id, at: [0, 0, 0], solids: [
    ...[-1, 1].map((s): Solid => ({ ...cut('reflect', rounded(0.062, 0.042, 0.016), 0.002, [s * 0.036, 0, 0], [0, s * 0.22, 0], 0.0005), layer: 'glass' })),
    ...[-1, 1].map((s): Solid => wire('toolBlueGrip', 0.0024, [[s * 0.066, 0.012, -0.004], [s * 0.073, 0.012, -0.06], [s * 0.07, 0.006, -0.11], [s * 0.068, -0.012, -0.13]], 26, 8)),
    wire('toolBlueGrip', 0.0026, [[-0.067, 0.017, -0.006], [-0.036, 0.023, 0.002], [0, 0.016, 0.007], [0.036, 0.023, 0.002], [0.067, 0.017, -0.006]], 34, 8),
    wire('toolBlueGrip', 0.0018, [[-0.012, 0.004, 0.006], [0, 0.010, 0.008], [0.012, 0.004, 0.006]], 10, 6),
  ] }], [{ thing: id, part: id, size: [0.16, 0.06, 0.15], at: [0, 0, -0.05] }, { thing: id, size: [0.18, 0.03, 0.15], at: [0, -0.015, -0.045] }]),
  poses: (id, piece) => [[id, piece.worn ? gone : {}]],
}

/** The wrist strap, its coiled cord and its checking post with two lights. */
export const wristStrap: KindBody<'wrist-strap'> = {
  home: 'bench',
  build: ({ id, press }) => body(id, [
    box('breakerGrey', [0.09, 0.05, 0.06], [0, 0.025, 0], 0.006), turned('brass', [[0.009, 0], [0.009, 0.004], [0.005, 0.006], [0, 0.006]], [-0.02, 0.05, 0], undefined, 24),
    sheet('breakerGrey', 0.07, 0.014, [0, 0.014, 0.0305], undefined, press.text(['TEST ESD'], 240, 56, { paper: '#b7bab9', ink: '#22262b', weight: 700, align: 'center' })),
    ...[[0.012, 'lampOff'], [0.030, 'lampOff']].map(([x, f]): Solid => ball(f as 'lampOff', 0.0045, [x as number, 0.051, 0.012], 12)),
    wire('toolBlack', 0.0016, Array.from({ length: 90 }, (_, i): Vec3 => [0.05 + i * 0.0008, 0.008 + Math.sin(i * 0.9) * 0.005, 0.02 + Math.cos(i * 0.9) * 0.005]), 180, 5),
  ], [
    { name: `${id}/band`, at: [0.15, 0.028, 0.02], solids: [ring('clothBlue', 0.027, 0.0055, [0, 0, 0], [0, 0.5, 0]), box('steel', [0.014, 0.014, 0.008], [0, 0.03, 0], 0.003)] },
    { name: `${id}/green`, at: [0.012, 0.0515, 0.012], solids: [ball('lampGreen', 0.0048, [0, 0, 0], 12)] },
    { name: `${id}/red`, at: [0.030, 0.0515, 0.012], solids: [ball('lampRed', 0.0048, [0, 0, 0], 12)] },
  ], [{ thing: id, size: [0.1, 0.07, 0.08], at: [0, 0.03, 0] }, { thing: id, size: [0.07, 0.07, 0.05], at: [0.15, 0.03, 0.02] }]),
  poses: (id, piece) => [[`${id}/band`, piece.worn ? gone : {}], [`${id}/green`, piece.tested === 'passed' ? {} : gone], [`${id}/red`, piece.tested === 'failed' ? {} : gone]],
  exhibit: { states: [{ worn: true, tested: 'passed' }, { worn: true, tested: 'failed' }] },
}
