// SPDX-License-Identifier: EUPL-1.2
import { CatmullRomCurve3, LatheGeometry, TubeGeometry, Vector2, Vector3 } from 'three'
import { body, type Body } from './craft/body.ts'
import type { FinishName } from './craft/finish.ts'
import type { Press } from './craft/print.ts'
import { ball, box, cut, ring, rod, rounded, sheet, turned, wire, type Solid, type Vec3 } from './craft/solid.ts'

/** A tapering sleeve through points with a radius at each: fingers and cuffs. */
function tapered(finish: FinishName, points: Vec3[], radii: number[], flat = 1): Solid {
  const curve = new CatmullRomCurve3(points.map((p) => new Vector3(...p)))
  const steps = points.length * 4
  const shape = new TubeGeometry(curve, steps, 1, 12)
  const position = shape.getAttribute('position')
  const centre = new Vector3()
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    const k = t * (radii.length - 1)
    const [a, b] = [radii[Math.floor(k)] ?? 0, radii[Math.min(radii.length - 1, Math.ceil(k))] ?? 0]
    const r = a + (b - a) * (k % 1)
    curve.getPointAt(t, centre)
    for (let j = 0; j <= 12; j++) {
      const n = i * 13 + j
      position.setXYZ(n, centre.x + (position.getX(n) - centre.x) * r, centre.y + (position.getY(n) - centre.y) * r,
        centre.z + (position.getZ(n) - centre.z) * r * flat)
    }
  }
  shape.computeVertexNormals()
  return { shape, finish, layer: 'matter' }
}

function glove(x: number, side: number): Solid[] {
  const finger = (fx: number, length: number, lean: number): Solid[] => [
    tapered('rubberGlove', [[x + fx, 0.01, 0], [x + fx + lean * 0.4, -length * 0.5, 0.004], [x + fx + lean, -length, 0.010]], [0.0115, 0.0108, 0.0088]),
    ball('rubberGlove', 0.0088, [x + fx + lean, -length, 0.010], 10)]
  return [
    tapered('rubberGlove', [[x, 0.17, 0], [x, 0.10, 0], [x, 0.07, 0], [x, 0.0, 0.002]], [0.056, 0.042, 0.040, 0.046], 0.62),
    tapered('gloveCuff', [[x, 0.178, 0], [x, 0.165, 0], [x, 0.155, 0]], [0.059, 0.059, 0.054], 0.64),
    ...finger(-0.030, 0.066, -0.006), ...finger(-0.010, 0.078, -0.002), ...finger(0.011, 0.074, 0.002), ...finger(0.031, 0.056, 0.006),
    tapered('rubberGlove', [[x - side * 0.036, 0.06, 0.004], [x - side * 0.058, 0.028, 0.012], [x - side * 0.066, -0.002, 0.020]], [0.018, 0.0135, 0.010]),
    ball('rubberGlove', 0.010, [x - side * 0.066, -0.002, 0.020], 10),
  ]
}

/** A pair of class 00 insulating gloves, hung by the cuff. */
export function gloves(thing: string, press: Press): Body {
  const solids = [...glove(-0.066, 1), ...glove(0.066, -1),
    ...[-0.066, 0.066].map((x) => sheet('rubberGlove', 0.042, 0.026, [x, 0.118, 0.0285], undefined,
      press.text(['CLASSE 00', '500 V'], 160, 98, { paper: '#c98a35', ink: '#3c2a12', weight: 700, align: 'center' })))]
  return body(thing, [], [{ name: thing, at: [0, 0, 0], solids }], [{ thing, part: thing, size: [0.28, 0.28, 0.09], at: [0, 0.05, 0] }])
}

const arc = (radius: number, y: number, half: number, count = 13): Vec3[] => Array.from({ length: count }, (_, i) => {
  const a = half * (-1 + (2 * i) / (count - 1))
  return [Math.sin(a) * radius, y, Math.cos(a) * radius]
})
/** A shell turned around y over the front only. */
const front = (finish: FinishName, profile: [number, number][], half: number, layer: Solid['layer'] = 'matter'): Solid => ({
  shape: new LatheGeometry(profile.map(([x, y]) => new Vector2(x, y)), 22, -half, half * 2), finish, layer })

/** A face shield: brow guard, ratchet headband and a clear visor that tapers to the chin. */
export function faceShield(thing: string): Body {
  const solids: Solid[] = [
    front('visor', [[0.098, -0.205], [0.118, -0.165], [0.128, -0.09], [0.129, -0.03], [0.125, 0.006]], Math.PI * 0.4, 'glass'),
    // The brow guard closes the top, as the peak of a helmet does.
    front('toolYellow', [[0.131, -0.016], [0.133, 0.004], [0.127, 0.034], [0.108, 0.056], [0.082, 0.066]], Math.PI * 0.44),
    front('toolYellow', [[0.080, 0.0655], [0.106, 0.0555], [0.125, 0.0335], [0.131, 0.004], [0.129, -0.016]], Math.PI * 0.44),
    wire('toolBlack', 0.0045, arc(0.132, -0.016, Math.PI * 0.42, 7), 20, 6),
    wire('toolGrey', 0.0022, arc(0.098, -0.205, Math.PI * 0.4, 7), 18, 5), ...[-1, 1].map((s) => wire('toolGrey', 0.0018,
      [[0.125, 0.0], [0.129, -0.03], [0.128, -0.09], [0.118, -0.165], [0.098, -0.205]].map(([r, y]): Vec3 => [s * Math.sin(Math.PI * 0.4) * r!, y!, Math.cos(Math.PI * 0.4) * r!]), 10, 5)),
    ring('toolBlack', 0.100, 0.0075, [0, 0.012, -0.004], [Math.PI / 2, 0, 0]), 
    wire('toolBlack', 0.006, [[-0.098, 0.014, -0.006], [-0.066, 0.072, -0.02], [0, 0.094, -0.026], [0.066, 0.072, -0.02], [0.098, 0.014, -0.006]], 16, 6),
    wire('toolBlack', 0.006, [[0, 0.018, -0.104], [0, 0.074, -0.075], [0, 0.094, -0.026]], 8, 6),
    ...[-1, 1].map((s) => turned('toolBlack', [[0, 0.014], [0.012, 0.014], [0.017, 0.008], [0.017, 0]], [s * 0.118, 0.004, 0.022], [0, 0, -s * Math.PI / 2], 14)),
    turned('toolRed', [[0, 0.02], [0.014, 0.02], [0.02, 0.014], [0.02, 0]], [0, 0.012, -0.106], [-Math.PI / 2, 0, 0], 16)]
  return body(thing, [], [{ name: thing, at: [0, 0, 0], solids }], [{ thing, part: thing, size: [0.28, 0.34, 0.2], at: [0, -0.05, 0.06] }])
}

/** The insulating mat, in two states: rolled beside the bench, or flat before the cabinet. */
export function mat(thing: string, press: Press): Body {
  const spiral: Solid[] = [
    rod('rubberMat', 0.062, 0.62, [0, 0.062, 0], [0, 0, Math.PI / 2], 28),
    rod('toolBlack', 0.014, 0.622, [0, 0.062, 0], [0, 0, Math.PI / 2], 14),
    ...[-0.2, 0.2].map((x) => rod('plateYellow', 0.0632, 0.03, [x, 0.062, 0], [0, 0, Math.PI / 2], 28)),
  ]
  const flat: Solid[] = [
    cut('rubberMat', rounded(0.95, 0.62, 0.02), 0.006, [0, 0.001, 0], [-Math.PI / 2, 0, 0], 0.0015),
    ...Array.from({ length: 23 }, (_, i) => box('rubberMat', [0.93, 0.0022, 0.009], [0, 0.0078, -0.286 + i * 0.026], 0.0008)),
    ...[-1, 1].map((s) => box('plateYellow', [0.95, 0.0012, 0.014], [0, 0.0078, s * 0.300], 0.0004)),
    sheet('rubberMat', 0.22, 0.05, [0.32, 0.0096, 0.262], [-Math.PI / 2, 0, 0],
      press.text(['TAPIS ISOLANT · CLASSE 0'], 360, 80, { paper: '#3d4347', ink: '#e6cf2d', weight: 700, align: 'center' })),
  ]
  return body(thing, [], [{ name: thing, at: [0, 0, 0], solids: spiral }, { name: `${thing}/flat`, at: [0, 0, 0], solids: flat }],
    [{ thing, part: thing, size: [0.64, 0.15, 0.15], at: [0, 0.07, 0] },
      { thing, part: `${thing}/flat`, size: [0.95, 0.02, 0.62], at: [0, 0.005, 0] }])
}

/** Earthing and short-circuiting kit: copper cable in a clear sheath, one earth clamp and three phase clamps. */
export function earthingKit(thing: string): Body {
  const clamp = (at: Vec3, colour: FinishName): Solid[] => [
    box('brass', [0.022, 0.034, 0.016], at, 0.004), rod('brass', 0.004, 0.05, [at[0], at[1] + 0.03, at[2]], undefined, 12),
    rod(colour, 0.012, 0.06, [at[0], at[1] - 0.044, at[2]], undefined, 18), ring('brass', 0.012, 0.003, [at[0], at[1] + 0.026, at[2]]),
  ]
  const coil = Array.from({ length: 40 }, (_, i) => {
    const a = i * 0.62
    return [Math.sin(a) * 0.085, -0.02 + Math.cos(a) * 0.085, 0.002 * (i % 10)] as Vec3
  })
  const solids = [wire('copper', 0.0048, coil, 110, 6),
    ...clamp([-0.066, -0.14, 0.02], 'toolRed'), ...clamp([-0.022, -0.15, 0.02], 'toolRed'), ...clamp([0.022, -0.15, 0.02], 'toolRed'),
    ...clamp([0.070, -0.13, 0.02], 'earthGreen')]
  return body(thing, [], [{ name: thing, at: [0, 0, 0], solids }], [{ thing, part: thing, size: [0.24, 0.34, 0.1], at: [0, -0.06, 0.02] }])
}

/** A folding barrier, red and white; folded against the wall, or drawn across the floor. */
export function barrier(thing: string, press: Press): Body {
  const post = (x: number): Solid[] => [rod('barrierRed', 0.022, 0.94, [x, 0.49, 0], undefined, 18),
    ...[0.25, 0.55, 0.82].map((y) => rod('barrierWhite', 0.0225, 0.10, [x, y, 0], undefined, 18)),
    turned('toolBlack', [[0, 0.03], [0.06, 0.028], [0.16, 0.012], [0.165, 0], [0, 0]], [x, 0, 0]), ball('barrierRed', 0.024, [x, 0.965, 0], 12)]
  const strap = (length: number): Solid[] => {
    const stripes = Math.round(length / 0.08)
    return Array.from({ length: stripes }, (_, i) => box(i % 2 ? 'barrierWhite' : 'barrierRed', [0.08, 0.05, 0.002],
      [-length / 2 + 0.04 + i * 0.08, 0.88 - 0.03 * Math.sin((i + 0.5) / stripes * Math.PI), 0], 0))
  }
  const sign = sheet('plateYellow', 0.30, 0.11, [0, 0.76, 0.004], undefined, press.text(['ZONE DE TRAVAIL', 'ACCÈS INTERDIT'], 420, 154,
    { paper: '#eec21b', ink: '#1f2125', weight: 700, align: 'center' }))
  const across = 1.6
  return body(thing, [], [
    { name: thing, at: [0, 0, 0], solids: [...post(-0.10), ...post(0.10)] },
    { name: `${thing}/set`, at: [0, 0, 0], solids: [...post(-across / 2), ...post(across / 2), ...strap(across), box('plateYellow', [0.31, 0.12, 0.004], [0, 0.76, 0], 0.002), sign] },
  ], [{ thing, part: thing, size: [0.4, 1, 0.3], at: [0, 0.5, 0] }, { thing, part: `${thing}/set`, size: [across, 0.3, 0.08], at: [0, 0.82, 0] }])
}

/** The outline of a hanging tool, as painted on the pegboard behind it. */
export const shadowOf = (w: number, h: number, at: Vec3): Solid => cut('shadow', rounded(w, h, Math.min(w, h) * 0.3), 0.0012, at, undefined, 0.0003)
