// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from './craft/body.ts'
import { engraved, type Press } from './craft/print.ts'
import { ball, box, ring, rod, sheet, turned, wire, type Solid } from './craft/solid.ts'

const bulb: [number, number][] = [[0.001, 0.062], [0.016, 0.058], [0.027, 0.044], [0.030, 0.028], [0.024, 0.010], [0.013, -0.008], [0.012, -0.018]]

/** A wall lamp: a bulb in its porcelain socket behind a wire guard, and its own switch below. Part `lit` glows. */
export function wallLamp(thing: string, label: string[], press: Press): Body {
  const guard = Array.from({ length: 8 }, (_, i): Solid => {
    const a = (i / 8) * Math.PI * 2
    const [x, y] = [Math.cos(a), Math.sin(a)]
    return wire('zinc', 0.0016, [[x * 0.062, y * 0.062, 0.03], [x * 0.062, y * 0.062, 0.085], [x * 0.045, y * 0.045, 0.128], [0, 0, 0.146]], 20, 6)
  })
  const facing = [Math.PI / 2, 0, 0] as const
  return body(thing, [
    turned('machineDark', [[0, 0.03], [0.074, 0.03], [0.082, 0.022], [0.084, 0]], [0, 0, 0], facing, 40),
    ring('chrome', 0.064, 0.003, [0, 0, 0.031]), ring('zinc', 0.0605, 0.0016, [0, 0, 0.086]), ...guard,
    turned('paper', [[0.001, 0.030], [0.016, 0.030], [0.020, 0.022], [0.022, 0]], [0, 0, 0.03], facing, 28),
    rod('brass', 0.0128, 0.010, [0, 0, 0.062], facing, 20),
    turned('barrierWhite', bulb, [0, 0, 0.078], facing, 28),
    box('breakerGrey', [0.075, 0.095, 0.036], [0, -0.17, 0.018], 0.007), box('breaker', [0.052, 0.062, 0.006], [0, -0.17, 0.037], 0.003),
    rod('zinc', 0.008, 0.05, [0, -0.103, 0.02], undefined, 16), wire('toolBlack', 0.006, [[0, -0.215, 0.018], [0, -0.27, 0.016], [0.012, -0.36, 0.014], [0.012, -0.42, 0.012]], 20),
    ...(label.length > 0 ? [box('labelBlack', [0.15, 0.034, 0.003], [0, 0.115, 0.0015], 0.001),
      sheet('labelBlack', 0.147, 0.031, [0, 0.115, 0.0034], undefined, press.text(label, 460, 96, engraved))] : []),
  ], [
    { name: `${thing}/lit`, at: [0, 0, 0.078], solids: [turned('lampWhite', bulb.map(([r, y]): [number, number] => [r * 1.02, y * 1.02]), [0, 0, 0], facing, 28), ball('lampWhite', 0.008, [0, 0, 0.03])] },
    { name: `${thing}/switch`, at: [0, -0.17, 0.040], solids: [box('barrierWhite', [0.030, 0.042, 0.010], [0, 0, 0.003], 0.004), box('handleRed', [0.010, 0.002, 0.0006], [0, 0.012, 0.0082], 0)] },
  ], [{ thing, size: [0.18, 0.20, 0.15], at: [0, 0.01, 0.07] }, { thing, size: [0.09, 0.11, 0.07], at: [0, -0.17, 0.035], moving: true }])
}
