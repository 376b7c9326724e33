// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from './craft/body.ts'
import { limb, slice } from './craft/limb.ts'
import { ball, box, turned, wire, type Solid, type Vec3 } from './craft/solid.ts'

/** A point on the other side of the body, for s = −1. */
const to = (s: number, [x, y, z]: Vec3): Vec3 => [s * x, y, z]
const part = (s: number, x: number, y: number, z: number, w: number, d = w) => slice(s * x, y, z, w, d)

/** Work trousers with a pocket on the thigh, over safety boots. */
function leg(s: number): Solid[] {
  const turn = s * 0.012
  return [
    limb('clothDark', [part(s, 0.088, 0.93, -0.004, 0.088, 0.098), part(s, 0.096, 0.78, 0, 0.089, 0.094), part(s, 0.102, 0.62, 0.008, 0.076, 0.082), part(s, 0.104, 0.50, 0.014, 0.068, 0.07),
      part(s, 0.108, 0.34, 0, 0.066, 0.07), part(s, 0.112, 0.17, -0.008, 0.064, 0.07), part(s, 0.113, 0.105, -0.006, 0.068, 0.076)], { sides: 12, steps: 9, square: 2.2 }),
    box('clothDark', [0.02, 0.17, 0.12], to(s, [0.185, 0.66, 0.0]), 0.004), box('cloth', [0.022, 0.045, 0.124], to(s, [0.1855, 0.735, 0.0]), 0.004),
    limb('clothDark', [part(s, 0.103, 0.555, 0.082, 0.045, 0.012), part(s, 0.104, 0.5, 0.088, 0.05, 0.016), part(s, 0.105, 0.445, 0.08, 0.044, 0.012)], { sides: 10 }),
    limb('leather', [part(s, 0.114, 0.075, -0.075, 0.036, 0.05), part(s, 0.114, 0.075, -0.02, 0.05, 0.07), part(s, 0.116 + turn, 0.062, 0.07, 0.05, 0.05), part(s, 0.118 + turn, 0.05, 0.135, 0.053, 0.042), part(s, 0.119 + turn, 0.04, 0.178, 0.036, 0.026)],
      { sides: 12, steps: 8, square: 2.4 }),
    limb('leather', [part(s, 0.113, 0.17, -0.012, 0.055, 0.062), part(s, 0.113, 0.06, -0.012, 0.05, 0.062)], { sides: 12, steps: 1 }),
    limb('toolBlack', [part(s, 0.114, 0.012, -0.086, 0.046, 0.012), part(s, 0.115, 0.012, 0, 0.05, 0.012), part(s, 0.119 + turn, 0.012, 0.12, 0.056, 0.012), part(s, 0.12 + turn, 0.013, 0.186, 0.036, 0.012)], { sides: 10, steps: 5, square: 6 }),
    ...[0, 1, 2].map((i): Solid => wire('toolBlack', 0.003, [to(s, [0.09, 0.118 - i * 0.014, 0.045 + i * 0.02]), to(s, [0.114, 0.124 - i * 0.014, 0.052 + i * 0.02]), to(s, [0.14, 0.118 - i * 0.014, 0.045 + i * 0.02])], 4, 4)),
  ]
}

/** A sleeve from the shoulder to the wrist, the forearms held before the body, and the hand. */
function arm(s: number): Solid[] {
  return [
    limb('cloth', [part(s, 0.145, 1.43, -0.008, 0.05, 0.06), part(s, 0.19, 1.402, -0.008, 0.058, 0.062), part(s, 0.222, 1.33, -0.012, 0.055), part(s, 0.25, 1.22, -0.018, 0.053), part(s, 0.262, 1.125, -0.012, 0.051),
      part(s, 0.252, 1.07, 0.035, 0.052), part(s, 0.22, 1.05, 0.1, 0.045), part(s, 0.178, 1.045, 0.165, 0.04)], { sides: 12, steps: 14 }),
    limb('clothDark', [part(s, 0.182, 1.045, 0.158, 0.0425), part(s, 0.172, 1.0445, 0.174, 0.0415)], { sides: 12, steps: 1 }),
    limb('reflect', [part(s, 0.245, 1.262, -0.0155, 0.0575), part(s, 0.2505, 1.225, -0.018, 0.0555)], { sides: 12, steps: 1 }),
    ...hand(s),
  ]
}

/** A hand half closed, the thumb above. */
function hand(s: number): Solid[] {
  const finger = (i: number): Solid => limb('skin', [part(s, 0.128 - i * 0.004, 1.052 - i * 0.017, 0.242, 0.0085), part(s, 0.112 - i * 0.002, 1.05 - i * 0.017, 0.268 - i * 0.002, 0.008),
    part(s, 0.093, 1.044 - i * 0.017, 0.262 - i * 0.002, 0.0072), part(s, 0.086, 1.041 - i * 0.017, 0.244, 0.0062)], { sides: 6, steps: 5 })
  return [
    limb('skin', [part(s, 0.172, 1.043, 0.172, 0.026, 0.03), part(s, 0.158, 1.04, 0.195, 0.024, 0.034), part(s, 0.142, 1.032, 0.222, 0.018, 0.042), part(s, 0.127, 1.028, 0.245, 0.013, 0.038)], { sides: 10, steps: 6, square: 2.3 }),
    ...[0, 1, 2, 3].map(finger),
    limb('skin', [part(s, 0.152, 1.058, 0.208, 0.011), part(s, 0.134, 1.078, 0.226, 0.011), part(s, 0.116, 1.086, 0.244, 0.0095), part(s, 0.106, 1.086, 0.254, 0.006)], { sides: 7, steps: 5 }),
  ]
}

/** Jacket, high-visibility waistcoat with its bands, belt, badge and radio. */
function torso(): Solid[] {
  const strap = (s: number): Solid => limb('reflect', [part(s, 0.112, 0.985, 0.138, 0.024, 0.003), part(s, 0.112, 1.12, 0.146, 0.024, 0.004), part(s, 0.11, 1.26, 0.152, 0.024, 0.004), part(s, 0.106, 1.38, 0.134, 0.024, 0.004),
    part(s, 0.1, 1.466, 0.02, 0.024, 0.004), part(s, 0.104, 1.41, -0.118, 0.024, 0.004), part(s, 0.108, 1.25, -0.142, 0.024, 0.003), part(s, 0.108, 1.1, -0.126, 0.024, 0.003), part(s, 0.108, 0.985, -0.122, 0.024, 0.003)], { sides: 4, steps: 16, square: 2 })
  const band = (y: number, w: number, d: number, z: number): Solid => limb('reflect', [slice(0, y - 0.024, z, w, d), slice(0, y + 0.024, z, w, d)], { sides: 24, steps: 1, square: 2.5 })
  return [
    limb('cloth', [slice(0, 0.86, -0.002, 0.168, 0.118), slice(0, 0.95, 0, 0.16, 0.112), slice(0, 1.05, 0, 0.158, 0.112), slice(0, 1.2, 0.004, 0.176, 0.128), slice(0, 1.33, 0.002, 0.178, 0.122), slice(0, 1.41, -0.006, 0.148, 0.094), slice(0, 1.47, -0.008, 0.082, 0.07)],
      { sides: 16, steps: 8, square: 2.5 }),
    limb('vest', [slice(0, 0.905, 0.001, 0.174, 0.124), slice(0, 1.0, 0.001, 0.17, 0.122), slice(0, 1.1, 0.003, 0.172, 0.126), slice(0, 1.22, 0.004, 0.182, 0.136), slice(0, 1.33, 0.002, 0.193, 0.138), slice(0, 1.405, -0.004, 0.176, 0.116), slice(0, 1.456, -0.008, 0.118, 0.092)],
      { sides: 20, steps: 11, square: 2.5 }),
    band(1.0, 0.1735, 0.1255, 0.001), band(1.13, 0.178, 0.1315, 0.0035), strap(-1), strap(1),
    limb('toolBlack', [slice(0, 0.92, 0.126, 0.005, 0.004), slice(0, 1.1, 0.131, 0.005, 0.004), slice(0, 1.22, 0.1415, 0.005, 0.004), slice(0, 1.33, 0.141, 0.005, 0.004)], { sides: 6, steps: 8 }), box('chrome', [0.012, 0.022, 0.008], [0, 1.32, 0.144], 0.002),
    limb('cloth', [slice(0, 1.455, -0.012, 0.082, 0.07), slice(0, 1.495, -0.014, 0.07, 0.066), slice(0, 1.502, -0.014, 0.06, 0.056)], { sides: 16, steps: 3 }),
    limb('leather', [slice(0, 0.872, -0.001, 0.172, 0.122), slice(0, 0.908, -0.001, 0.173, 0.123)], { sides: 22, steps: 1, square: 2.5 }), box('chrome', [0.045, 0.034, 0.012], [0, 0.89, 0.122], 0.004),
    box('paper', [0.06, 0.085, 0.003], [0.062, 1.255, 0.1425], 0.003), box('cloth', [0.056, 0.022, 0.004], [0.062, 1.286, 0.1428], 0.001), ball('skin', 0.011, [0.062, 1.256, 0.1405], 6),
    box('toolBlack', [0.052, 0.1, 0.032], [-0.062, 1.24, 0.152], 0.004), box('toolYellow', [0.05, 0.008, 0.034], [-0.062, 1.272, 0.152], 0.002), wire('toolBlack', 0.005, [[-0.076, 1.29, 0.152], [-0.078, 1.36, 0.146]], 3, 7),
  ]
}

/** Neck, face, ears and short hair. */
function head(): Solid[] {
  const eye = (s: number): Solid[] => [ball('watchFace', 0.0095, [s * 0.031, 1.633, 0.0855], 8), ball('leather', 0.006, [s * 0.0305, 1.633, 0.0905], 6),
    // Lids half closed: someone at ease.
    limb('skin', [part(s, 0.019, 1.6375, 0.088, 0.003, 0.004), part(s, 0.031, 1.6415, 0.0905, 0.0075, 0.0068), part(s, 0.043, 1.6375, 0.0855, 0.003, 0.004)], { sides: 6, steps: 5, across: [0, 1, 0] }),
    limb('skin', [part(s, 0.02, 1.627, 0.089, 0.002, 0.003), part(s, 0.031, 1.6235, 0.0915, 0.0045, 0.005), part(s, 0.042, 1.627, 0.086, 0.002, 0.003)], { sides: 6, steps: 5, across: [0, 1, 0] }),
    limb('leather', [part(s, 0.016, 1.654, 0.102, 0.003), part(s, 0.033, 1.659, 0.099, 0.0042), part(s, 0.05, 1.652, 0.086, 0.002)], { sides: 6, steps: 6 }),
    limb('skin', [part(s, 0.074, 1.655, -0.006, 0.006, 0.012), part(s, 0.081, 1.637, -0.01, 0.009, 0.017), part(s, 0.077, 1.612, -0.004, 0.006, 0.01)], { sides: 8, steps: 6 })]
  return [
    limb('skin', [slice(0, 1.43, -0.012, 0.06, 0.058), slice(0, 1.5, -0.012, 0.052, 0.054), slice(0, 1.56, -0.006, 0.054, 0.058)], { sides: 12, steps: 3 }),
    limb('skin', [slice(0, 1.532, 0.048, 0.022, 0.026), slice(0, 1.548, 0.034, 0.044, 0.056), slice(0, 1.575, 0.02, 0.058, 0.076), slice(0, 1.605, 0.01, 0.068, 0.09), slice(0, 1.64, 0.002, 0.073, 0.097), slice(0, 1.69, -0.004, 0.076, 0.099), slice(0, 1.74, -0.006, 0.06, 0.08)],
      { sides: 16, steps: 14, square: 2.2 }),
    limb('skin', [slice(0, 1.648, 0.096, 0.009, 0.008), slice(0, 1.622, 0.108, 0.011, 0.011), slice(0, 1.606, 0.113, 0.0155, 0.012), slice(0, 1.598, 0.102, 0.012, 0.006)], { sides: 10, steps: 8 }),
    limb('leather', [slice(-0.022, 1.5755, 0.093, 0.002, 0.0022), slice(0, 1.574, 0.0985, 0.004, 0.0032), slice(0.022, 1.5755, 0.093, 0.002, 0.0022)], { sides: 6, steps: 8, across: [0, 1, 0] }),
    limb('leather', [slice(0, 1.575, -0.05, 0.058, 0.035), slice(0, 1.62, -0.038, 0.0745, 0.066), slice(0, 1.69, -0.028, 0.0785, 0.08)], { sides: 12, steps: 5 }),
    ...eye(-1), ...eye(1),
  ]
}

/** The helmet, its peak and rib, and the strap under the chin. */
function helmet(): Solid[] {
  const shell = turned('helmet', [[0.112, 0], [0.1145, 0.012], [0.113, 0.05], [0.098, 0.094], [0.066, 0.124], [0.03, 0.136], [0.001, 0.138]], [0, 0, 0], undefined, 26)
  shell.shape.scale(0.9, 1, 1.1).translate(0, 1.672, -0.002)
  const rim = turned('helmet', [[0.111, 0], [0.119, 0.002], [0.119, 0.009], [0.112, 0.014]], [0, 0, 0], undefined, 26)
  rim.shape.scale(0.9, 1, 1.1).translate(0, 1.668, -0.002)
  return [shell, rim,
    limb('helmet', [slice(0, 1.676, 0.085, 0.086, 0.005), slice(0, 1.67, 0.13, 0.078, 0.005), slice(0, 1.659, 0.166, 0.05, 0.004)], { sides: 12, steps: 8, square: 3 }),
    limb('helmet', [slice(0, 1.735, 0.104, 0.014, 0.006), slice(0, 1.79, 0.07, 0.017, 0.008), slice(0, 1.813, 0, 0.019, 0.009), slice(0, 1.79, -0.072, 0.017, 0.008), slice(0, 1.735, -0.11, 0.014, 0.006)], { sides: 6, steps: 8, square: 4 }),
    box('cloth', [0.05, 0.028, 0.004], [0, 1.716, 0.1215], 0.001, [-0.12, 0, 0]),
    ...[-1, 1].map((s): Solid => wire('toolBlack', 0.0032, [to(s, [0.098, 1.678, 0.008]), to(s, [0.08, 1.61, 0.018]), to(s, [0.058, 1.548, 0.036]), [0, 1.522, 0.052]], 9, 5)),
  ]
}

/** The work leader: someone in work clothes, at ease, the forearms before the body. Origin: between the feet. */
export function figure(thing: string): Body {
  const above = [...head(), ...helmet()].map((one) => ({ ...one, shape: one.shape.translate(0, -0.02, 0.004) }))
  const solids = [...leg(-1), ...leg(1), ...torso(), ...arm(-1), ...arm(1), ...above]
  return body(thing, [], [{ name: thing, at: [0, 0, 0], solids }], [{ thing, part: thing, size: [0.6, 1.82, 0.45], at: [0, 0.91, 0.05] }])
}
