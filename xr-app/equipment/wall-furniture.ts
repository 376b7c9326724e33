// SPDX-License-Identifier: EUPL-1.2
// What hangs on a workshop's wall and answers no hand: a shelf over its lamp, a whiteboard with a sketch in marker.
import { body, type Body } from './craft/body.ts'
import type { FinishName } from './craft/finish.ts'
import { box, ring, rod, shine, wire, type Solid, type Vec3 } from './craft/solid.ts'

type Stroke = readonly [number, number, number, number]
const flat = (finish: FinishName, size: Vec3, at: Vec3, turn?: Vec3): Solid => box(finish, size, at, 0, turn)

/** An open bin: lower in front, so that one sees what is in it. */
function bin(finish: FinishName, x: number, y: number, z: number): Solid[] {
  const [w, h, d] = [0.115, 0.085, 0.17]
  return [flat('labelBlack', [w - 0.01, 0.05, d - 0.02], [x, y + 0.026, z]), flat(finish, [w, h, 0.006], [x, y + h / 2, z - d / 2]),
    flat(finish, [w, 0.055, 0.006], [x, y + 0.0275, z + d / 2]), ...[-1, 1].map((s) => flat(finish, [0.006, 0.07, d], [x + s * w / 2, y + 0.035, z])),
    flat('paper', [0.06, 0.024, 0.002], [x, y + 0.03, z + d / 2 + 0.004])]
}

/** An oscilloscope, its trace alight. */
function scope(x: number, y: number, z: number): Solid[] {
  const trace = Array.from({ length: 33 }, (_, i): Vec3 => [x - 0.145 + i * 0.0052, y + 0.09 + Math.sin(i * 0.78) * 0.03, z + 0.089])
  return [box('breakerGrey', [0.34, 0.17, 0.16], [x, y + 0.092, z], 0.008), box('machineDark', [0.33, 0.16, 0.006], [x, y + 0.092, z + 0.081], 0.002), flat('lens', [0.19, 0.125, 0.004], [x - 0.06, y + 0.092, z + 0.085]),
    ...[-1, 0, 1].flatMap((i) => [flat('steelDark', [0.18, 0.0012, 0.001], [x - 0.06, y + 0.092 + i * 0.031, z + 0.0875]), flat('steelDark', [0.0012, 0.118, 0.001], [x - 0.06 + i * 0.045, y + 0.092, z + 0.0875])]),
    wire('ledGreen', 0.0018, trace, 64, 4), ...[0, 1, 2, 3, 4, 5].map((i) => rod('toolGrey', 0.011, 0.016, [x + 0.075 + (i % 2) * 0.046, y + 0.052 + Math.floor(i / 2) * 0.04, z + 0.09], [Math.PI / 2, 0, 0], 10)),
    ...[-1, 1].map((s) => rod('chrome', 0.007, 0.018, [x - 0.06 + s * 0.05, y + 0.02, z + 0.09], [Math.PI / 2, 0, 0], 8))]
}

/** A laboratory supply: two lit displays, its posts in pairs. */
function supply(x: number, y: number, z: number): Solid[] {
  return [box('machine', [0.22, 0.14, 0.16], [x, y + 0.076, z], 0.008), box('machineDark', [0.21, 0.13, 0.006], [x, y + 0.076, z + 0.081], 0.002),
    ...[-1, 1].flatMap((s): Solid[] => [flat('lens', [0.085, 0.036, 0.004], [x + s * 0.05, y + 0.11, z + 0.084]),
      ...[-1, 0, 1].map((i) => flat(s < 0 ? 'lampRed' : 'lampGreen', [0.012, 0.022, 0.001], [x + s * 0.05 + i * 0.022, y + 0.11, z + 0.087])),
      rod('toolGrey', 0.013, 0.016, [x + s * 0.05, y + 0.068, z + 0.09], [Math.PI / 2, 0, 0], 12), rod(s < 0 ? 'controlRed' : 'phaseBlack', 0.008, 0.02, [x + s * 0.05, y + 0.03, z + 0.09], [Math.PI / 2, 0, 0], 8)])]
}

/** A shelf on two brackets, its lamp under it: instruments where there is room, then bins. The middle of its back is the origin. */
export function shelf(w: number, h: number, d: number): Body {
  const [low, mid, left] = [-h / 2 + 0.02, d / 2, w < 1.1 ? 0 : 0.68]
  const bins = Math.floor((w - left - 0.06) / 0.135)
  const colours = ['toolRed', 'cordYellow', 'cordBlue', 'toggleGreen'] as const
  return body('shelf', [
    box('wood', [w, 0.024, d], [0, low - 0.012, mid], 0.003), flat('frame', [w, 0.03, 0.01], [0, low - 0.03, d - 0.03]),
    ...[-1, 1].flatMap((s) => [flat('frame', [0.022, 0.2, 0.012], [s * (w / 2 - 0.14), low - 0.11, 0.007]), flat('frame', [0.022, 0.012, 0.28], [s * (w / 2 - 0.14), low - 0.105, 0.1], [0.82, 0, 0])]),
    // The lamp, and what it sheds on the wall.
    box('frame', [w - 0.3, 0.014, 0.045], [0, low - 0.031, d - 0.06], 0.003), box('lampWhite', [w - 0.34, 0.008, 0.034], [0, low - 0.041, d - 0.06], 0.002), shine(w * 1.05, 0.75, [0, low - 0.24, 0.011], 0.34),
    ...(left ? [...scope(-w / 2 + 0.2, low, mid - 0.02), ...supply(-w / 2 + 0.52, low, mid - 0.02)] : []),
    ...Array.from({ length: bins }, (_, i) => bin(colours[(i * 3 + (i >> 2)) % 4]!, -w / 2 + left + 0.09 + i * 0.135, low, mid + 0.02)).flat(),
  ])
}

/** A whiteboard: a lamp's circuit sketched in marker, its breaker, its lamp, and where one measures. The middle of its back is the origin. */
export function whiteboard(w: number, h: number): Body {
  const k = Math.min(w / 1.2, h / 0.8)
  const at = (x: number, y: number): Vec3 => [x * k, y * k, 0.0185]
  const line = (finish: FinishName) => ([x0, y0, x1, y1]: Stroke): Solid =>
    flat(finish, [Math.hypot(x1 - x0, y1 - y0) * k + 0.006, 0.007, 0.0008], at((x0 + x1) / 2, (y0 + y1) / 2), [0, 0, Math.atan2(y1 - y0, x1 - x0)])
  const round = (finish: FinishName, x: number, y: number, r: number): Solid => ring(finish, r * k, 0.0034, at(x, y))
  const blue: Stroke[] = [[-0.4, 0.22, -0.16, 0.225], [-0.15, 0.225, -0.07, 0.285], [-0.06, 0.22, 0.3, 0.215], [0.3, 0.215, 0.305, 0.075], [0.305, -0.075, 0.3, -0.22], [0.3, -0.22, -0.4, -0.215], [-0.4, -0.215, -0.4, -0.06], [-0.4, 0.06, -0.4, 0.22], [0.255, -0.05, 0.355, 0.05], [0.255, 0.05, 0.355, -0.05], [-0.43, 0, -0.37, 0.01]]
  const green: Stroke[] = [[0.42, -0.3, 0.5, -0.3], [0.44, -0.32, 0.48, -0.32], [0.46, -0.22, 0.46, -0.3], [0.305, -0.22, 0.46, -0.22]]
  const red: Stroke[] = [[0.02, 0.21, 0.02, 0.07], [0.02, -0.07, 0.02, -0.21], [-0.012, 0.02, 0.02, -0.035], [0.02, -0.035, 0.052, 0.025]]
  const side = (s: number): Solid => flat('zinc', [0.016, h, 0.022], [s * w / 2, 0, 0.011])
  return body('whiteboard', [
    flat('watchFace', [w, h, 0.014], [0, 0, 0.009]), side(-1), side(1), ...[-1, 1].map((s) => flat('zinc', [w + 0.016, 0.016, 0.022], [0, s * h / 2, 0.011])),
    ...blue.map(line('wireBlue')), ...red.map(line('controlRed')), ...green.map(line('toggleGreen')), round('wireBlue', -0.4, 0, 0.06), round('wireBlue', 0.305, 0, 0.072), round('controlRed', 0.02, 0, 0.07),
    // The tray, two markers, the cloth.
    flat('zinc', [w * 0.5, 0.006, 0.06], [0, -h / 2 - 0.006, 0.04]), ...(['wireBlue', 'controlRed'] as const).map((finish, i) => rod(finish, 0.009, 0.13, [-0.16 + i * 0.17, -h / 2 + 0.006, 0.045], [0, 0, Math.PI / 2], 8)),
    box('clothBlue', [0.13, 0.026, 0.05], [0.19, -h / 2 + 0.011, 0.042], 0.006),
  ])
}
