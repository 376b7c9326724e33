// SPDX-License-Identifier: EUPL-1.2
import { Shape } from 'three'
import { body, type Body, type Part } from './craft/body.ts'
import type { FinishName } from './craft/finish.ts'
import type { Press, Print } from './craft/print.ts'
import { ball, box, capsule, cut, ring, rod, rounded, sheet, turned, wire, type Solid } from './craft/solid.ts'

/** A lock-out padlock: 38 mm body, 6 mm shackle that rises and turns when it opens. Its origin is the shackle's arch. */
export function padlock(thing: string, number: string, press: Press, colour: FinishName = 'padlockRed'): Body {
  const shape = rounded(0.038, 0.042, 0.006)
  const solids: Solid[] = [
    cut(colour, shape, 0.019, [0, -0.049, -0.0095], undefined, 0.0022),
    rod('brass', 0.0062, 0.002, [0, -0.070, 0], undefined, 18),
    sheet('paper', 0.030, 0.012, [0, -0.042, 0.0097], undefined, press.text(['DANGER'], 150, 58,
      { paper: '#f4efe6', ink: '#a3211b', weight: 700, align: 'center' })),
    sheet(colour, 0.030, 0.010, [0, -0.058, 0.0097], undefined, press.text([number], 150, 50,
      { paper: colour === 'padlockRed' ? '#c22a21' : '#c22a21', ink: '#f8f3ea', weight: 700, align: 'center' })),
  ]
  const shackle: Solid[] = [
    ring('chrome', 0.0115, 0.003, [0, -0.0135, 0], undefined, Math.PI),
    rod('chrome', 0.003, 0.018, [-0.0115, -0.0225, 0], undefined, 12),
    rod('chrome', 0.003, 0.016, [0.0115, -0.0215, 0], undefined, 12),
  ]
  const root: Part = { name: thing, at: [0, 0, 0], solids }
  return body(thing, [], [root, { name: `${thing}/shackle`, parent: thing, at: [0, 0, 0], solids: shackle }],
    [{ thing, part: thing, size: [0.06, 0.1, 0.05], at: [0, -0.035, 0] }])
}

/** The padlock's own key with its numbered brass tag. */
export function key(thing: string, number: string, press: Press): Body {
  const blade = new Shape()
  blade.moveTo(0, -0.0028).lineTo(0.026, -0.0028).lineTo(0.029, 0).lineTo(0.026, 0.0008).lineTo(0.022, 0.0026)
    .lineTo(0.018, 0.0008).lineTo(0.014, 0.0026).lineTo(0.010, 0.001).lineTo(0.006, 0.0028).lineTo(0, 0.0028)
  const solids: Solid[] = [
    cut('brass', blade.closePath(), 0.002, [0.010, 0, -0.001], undefined, 0.0003),
    turned('brass', [[0.004, -0.001], [0.0115, -0.001], [0.0115, 0.001], [0.004, 0.001], [0.004, -0.001]], [0, 0, 0], [Math.PI / 2, 0, 0], 24),
    ring('chrome', 0.008, 0.0009, [-0.012, 0, 0], [0.5, 0, 0]),
    rod('padlockRed', 0.012, 0.002, [-0.029, -0.004, 0.001], [Math.PI / 2, 0, 0], 26),
    sheet('padlockRed', 0.015, 0.009, [-0.029, -0.004, 0.0022], undefined,
      press.text([number], 76, 46, { paper: '#c22a21', ink: '#f8f3ea', weight: 700, align: 'center' })),
  ]
  return body(thing, [], [{ name: thing, at: [0, 0, 0], solids }], [{ thing, part: thing, size: [0.09, 0.05, 0.05], at: [-0.005, 0, 0] }])
}

/** The 75 × 150 mm tag «NE PAS MANŒUVRER»; its lower half is a live paper. Origin: the eyelet. */
export function tag(thing: string, fields: Print): Body {
  const solids: Solid[] = [
    cut('paper', rounded(0.075, 0.150, 0.006), 0.0008, [0, -0.067, -0.0004], undefined, 0.0002),
    sheet('paper', 0.073, 0.148, [0, -0.067, 0.0006], undefined, fields, 'screen'),
    ring('brass', 0.0045, 0.0012, [0, 0, 0]),
    wire('barrierWhite', 0.0009, [[0, 0, 0.001], [0.006, 0.012, 0.004], [0, 0.022, 0.002], [-0.006, 0.012, -0.002], [0, 0, -0.001]], 24, 6),
  ]
  return body(thing, [], [{ name: thing, at: [0, 0, 0], solids }], [{ thing, part: thing, size: [0.085, 0.16, 0.04], at: [0, -0.067, 0] }])
}

/** The rungs of a two-pole voltage tester, in volts, from the lowest. */
export const TESTER_RUNGS = [12, 50, 120, 230, 400, 690] as const

function probeHandle(colour: FinishName): Solid[] {
  return [
    capsule(colour, 0.0125, 0.085, [0, 0, 0]),
    turned('toolBlack', [[0.0128, 0], [0.019, 0.002], [0.019, 0.005], [0.0128, 0.009]], [0, 0.050, 0]),
    rod('toolBlack', 0.0048, 0.034, [0, 0.072, 0], undefined, 14),
    rod('brass', 0.0021, 0.012, [0, 0.094, 0], undefined, 10),
  ]
}

/** The tester: a hand body with lights and a display, and a second probe on a cord. Points along +y. */
export function tester(thing: string, display: Print, press: Press): Body {
  const main: Solid[] = [
    cut('toolRed', rounded(0.062, 0.155, 0.016), 0.028, [0, -0.02, -0.016], undefined, 0.005),
    cut('toolBlack', rounded(0.050, 0.128, 0.010), 0.004, [0, -0.018, 0.0105], undefined, 0.0012),
    turned('toolBlack', [[0.017, 0], [0.025, 0.003], [0.025, 0.007], [0.015, 0.013]], [0, 0.056, -0.002]),
    rod('toolBlack', 0.006, 0.036, [0, 0.084, -0.002], undefined, 14),
    rod('brass', 0.0022, 0.014, [0, 0.108, -0.002], undefined, 10),
    sheet('lens', 0.038, 0.024, [0, 0.026, 0.0147], undefined, display, 'screen'),
    ...TESTER_RUNGS.flatMap((volts, i): Solid[] => [
      box('lampOff', [0.011, 0.005, 0.002], [-0.011, -0.068 + i * 0.0128, 0.0146], 0.0012),
      sheet('toolBlack', 0.019, 0.009, [0.008, -0.068 + i * 0.0128, 0.0147], undefined,
        press.text([String(volts)], 92, 44, { paper: '#27292c', ink: '#f2efe6', weight: 700, align: 'center' })),
    ]),
    rod('toolYellow', 0.006, 0.004, [0.0175, -0.003, 0.0148], [Math.PI / 2, 0, 0], 18),
    wire('toolBlack', 0.0032, [[0, -0.10, 0], [0.02, -0.15, 0.01], [0.06, -0.16, 0.01], [0.085, -0.13, 0]], 24),
  ]
  const lights = TESTER_RUNGS.map((_, i): Part => ({
    name: `${thing}/light${i}`, parent: thing, at: [-0.011, -0.068 + i * 0.0128, 0.0150],
    solids: [box(i < 2 ? 'lampAmber' : 'lampRed', [0.0115, 0.0055, 0.0022], [0, 0, 0], 0.0012)],
  }))
  return body(thing, [], [
    { name: thing, at: [0, 0, 0], solids: main },
    { name: `${thing}/probe`, parent: thing, at: [0.085, -0.05, 0], solids: probeHandle('toolRed') },
    ...lights,
  ], [{ thing, part: thing, size: [0.1, 0.2, 0.06], at: [0.01, 0, 0] }])
}

/** A wrist watch: jewellery to take off. */
export function watch(thing: string): Body {
  const solids: Solid[] = [
    // A flat strap, its stitches, the buckle under the wrist.
    turned('leather', [[0.0285, -0.009], [0.031, -0.0092], [0.0322, -0.0065], [0.0322, 0.0065], [0.031, 0.0092], [0.0285, 0.009], [0.0285, -0.009]], [0, 0, 0], [0, 0, Math.PI / 2], 30),
    ...[-0.0062, 0.0062].map((x) => turned('paper', [[0.03238, x - 0.0003], [0.03238, x + 0.0003]], [0, 0, 0], [0, 0, Math.PI / 2], 30)),
    box('chrome', [0.024, 0.0045, 0.013], [0, -0.0325, 0], 0.0016), box('toolBlack', [0.015, 0.0048, 0.007], [0, -0.0328, 0], 0.001), box('chrome', [0.0016, 0.0052, 0.012], [0, -0.0332, 0.001], 0.0004),
    turned('gold', [[0.0175, -0.003], [0.0185, 0], [0.0175, 0.004], [0.015, 0.005]], [0, 0.034, 0]),
    turned('watchFace', [[0, 0], [0.0155, 0]], [0, 0.0375, 0]),
    ...Array.from({ length: 12 }, (_, i): Solid => box('labelBlack', [i % 3 === 0 ? 0.0014 : 0.0007, 0.0005, 0.0026], [Math.sin(i * Math.PI / 6) * 0.0128, 0.0379, Math.cos(i * Math.PI / 6) * 0.0128], 0, [0, i * Math.PI / 6, 0])),
    box('toolBlack', [0.0012, 0.0006, 0.011], [0, 0.0382, -0.0045], 0.0002),
    box('toolBlack', [0.009, 0.0006, 0.0012], [0.003, 0.0382, 0], 0.0002),
    ball('gold', 0.0022, [0.0195, 0.035, 0], 8),
  ]
  return body(thing, [], [{ name: thing, at: [0, 0, 0], solids }], [{ thing, part: thing, size: [0.09, 0.09, 0.07], at: [0, 0.01, 0] }])
}
