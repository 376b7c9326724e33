// SPDX-License-Identifier: EUPL-1.2
// What makes a workshop of a room: beams, a radiator under the window, lockers, shelves, a door, a clock. Nothing of it
// answers the hand, and nothing hangs where equipment does (the wall one faces, below 2.2 m).
import type { FinishName } from './craft/finish.ts'
import { box, rod, turned, wire, type Solid, type Vec3 } from './craft/solid.ts'

export type Shell = { left: number; right: number; front: number; height: number }

const flat = (finish: FinishName, size: Vec3, at: Vec3): Solid => box(finish, size, at, 0)
const along = (count: number, from: number, to: number) => Array.from({ length: count }, (_, i) => from + ((i + 0.5) * (to - from)) / count)

/** Steel beams across the ceiling, and the rails that they carry. */
function beams({ left, right, front, height }: Shell): Solid[] {
  const wide = right - left
  return [0.75, 2.35, 3.85].flatMap((z): Solid[] => [
    flat('machineDark', [wide, 0.014, 0.13], [0, height - 0.012, z]), flat('machineDark', [wide, 0.19, 0.012], [0, height - 0.11, z]), flat('machineDark', [wide, 0.014, 0.13], [0, height - 0.21, z]),
  ]).concat([-2.1, 0, 2.1].map((x) => flat('frame', [0.05, 0.06, front], [x, height - 0.03, front / 2])))
}

/** A pipe along the wall of the window, bent down to the radiator. */
function radiator({ left }: Shell): Solid[] {
  const x = left + 0.09
  return [
    ...along(22, 1.0, 2.7).map((z) => flat('cover', [0.1, 0.62, 0.052], [x, 0.47, z])),
    ...[0.2, 0.74].map((y) => rod('cover', 0.022, 1.72, [x, y, 1.85], [Math.PI / 2, 0, 0], 12)),
    wire('copper', 0.011, [[x - 0.04, 2.72, 0.1], [x - 0.04, 2.72, 0.42], [x - 0.04, 0.3, 0.45], [x - 0.03, 0.2, 0.6], [x, 0.2, 0.98]], 16, 6),
    turned('toolRed', [[0, 0], [0.022, 0], [0.022, 0.05], [0, 0.05]], [x, 0.74, 2.76], [Math.PI / 2, 0, 0], 12),
  ]
}

/** Lockers against the wall at one's right: louvres, handles, and what was left on top. */
function lockers({ right }: Shell): Solid[] {
  const [x, deep] = [right - 0.23, 0.45]
  return along(4, 1.35, 2.95).flatMap((z): Solid[] => [
    flat('machine', [deep, 1.78, 0.395], [x, 0.99, z]), flat('enclosure', [0.016, 1.7, 0.365], [x - deep / 2 - 0.006, 0.99, z]),
    ...[1.62, 1.66, 1.70, 0.28, 0.32].map((y) => flat('machineDark', [0.004, 0.012, 0.2], [x - deep / 2 - 0.015, y, z])),
    flat('chrome', [0.022, 0.11, 0.018], [x - deep / 2 - 0.024, 1.05, z + 0.13]), flat('paper', [0.003, 0.045, 0.1], [x - deep / 2 - 0.0155, 1.5, z]),
  ]).concat([flat('frame', [deep, 0.1, 1.6], [x, 0.05, 2.15]), box('handleRed', [0.26, 0.2, 0.4], [x, 1.985, 1.7], 0.004), box('wood', [0.34, 0.16, 0.5], [x, 1.96, 2.45], 0.004), flat('plateYellow', [0.28, 0.06, 0.34], [x, 2.07, 2.4])])
}

/** The door one came in by, its window and its bar. */
function door({ right }: Shell): Solid[] {
  const [x, z] = [right - 0.02, 3.72]
  return [
    ...[-0.53, 0.53].map((dz) => flat('frame', [0.07, 2.16, 0.07], [x, 1.08, z + dz])), flat('frame', [0.07, 0.07, 1.13], [x, 2.16, z]),
    flat('machine', [0.045, 2.1, 0.98], [x, 1.06, z]), flat('lens', [0.05, 0.62, 0.3], [x, 1.55, z + 0.2]), flat('steelDark', [0.052, 0.24, 0.9], [x, 0.16, z]),
    rod('chrome', 0.016, 0.82, [x - 0.075, 1.02, z], [Math.PI / 2, 0, 0], 12), ...[-0.38, 0.38].map((dz) => box('toolBlack', [0.07, 0.06, 0.05], [x - 0.04, 1.02, z + dz], 0.004)),
    // The way out is always lit.
    box('lampGreen', [0.05, 0.16, 0.36], [x - 0.02, 2.36, z], 0.004), flat('paper', [0.004, 0.035, 0.16], [x - 0.047, 2.36, z + 0.04]),
    flat('paper', [0.004, 0.09, 0.03], [x - 0.047, 2.36, z - 0.06]),
  ]
}

/** Shelves behind one, with boxes, tins and coils of cable. */
function shelves({ front }: Shell): Solid[] {
  const [z, deep] = [front - 0.24, 0.42]
  const posts = [-1.75, -0.6, 0.6, 1.75]
  const levels = [0.12, 0.66, 1.2, 1.74]
  const boxes = levels.flatMap((y, row) => along(9, -1.65, 1.65).flatMap((x, i): Solid[] => {
    const kind = (row * 5 + i * 3) % 7
    const [w, h] = [0.2 + ((row + i * 2) % 4) * 0.035, 0.16 + ((row * 2 + i) % 5) * 0.045]
    if (kind === 6) return []
    if (kind === 5) return [turned((['toolGrey', 'handleRed', 'machine'] as const)[i % 3]!, [[0, 0], [0.085, 0], [0.085, 0.21], [0.08, 0.22], [0, 0.22]], [x, y + 0.02, z - 0.05], undefined, 12)]
    if (kind === 4) return [turned((['phaseBlack', 'neutralBlue', 'earthGreen'] as const)[i % 3]!, [[0.08, 0], [0.13, 0.004], [0.14, 0.03], [0.135, 0.06], [0.1, 0.075], [0.08, 0.07]], [x, y + 0.012, z - 0.04], undefined, 12)]
    return [flat((['wood', 'woodDark', 'wood', 'machineDark'] as const)[kind]!, [w, h, 0.3], [x, y + 0.015 + h / 2, z - 0.03 * (i % 2)]), flat('paper', [0.09, 0.05, 0.004], [x, y + h * 0.6, z - 0.153 - 0.03 * (i % 2)])]
  }))
  return [...posts.flatMap((x) => [-1, 1].map((s) => flat('machine', [0.045, 2.1, 0.045], [x, 1.05, z + s * (deep / 2 - 0.02)]))),
    ...levels.map((y) => flat('zinc', [3.55, 0.022, deep], [0, y, z])), ...levels.map((y) => flat('machine', [3.55, 0.05, 0.014], [0, y, z - deep / 2])), ...boxes]
}

/** A clock above the board, and the pipes that feed the building. */
function high({ left, right }: Shell): Solid[] {
  const wide = right - left
  return [
    turned('machineDark', [[0, 0], [0.165, 0], [0.17, 0.02], [0.16, 0.045], [0.152, 0.035], [0, 0.035]], [1.72, 2.42, 0.004], [Math.PI / 2, 0, 0], 22),
    turned('paper', [[0, 0], [0.15, 0]], [1.72, 2.42, 0.0405], [Math.PI / 2, 0, 0], 22),
    ...Array.from({ length: 12 }, (_, i): Solid => box('labelBlack', [0.009, 0.024, 0.003], [1.72 + Math.sin(i * Math.PI / 6) * 0.126, 2.42 + Math.cos(i * Math.PI / 6) * 0.126, 0.042], 0, [0, 0, -i * Math.PI / 6])),
    box('labelBlack', [0.012, 0.085, 0.003], [1.72 - 0.033, 2.42 + 0.02, 0.044], 0, [0, 0, 1.03]), box('labelBlack', [0.008, 0.125, 0.003], [1.72 + 0.03, 2.42 + 0.05, 0.046], 0, [0, 0, -0.52]),
    ...[2.58, 2.5].map((y, i) => rod(i ? 'copper' : 'neutralBlue', 0.019 - i * 0.006, wide, [0, y, 0.05], [0, 0, Math.PI / 2], 8)),
    ...along(7, left, right).map((x) => flat('zinc', [0.02, 0.13, 0.05], [x, 2.54, 0.03])),
  ]
}

/** Everything that dresses the room. */
export const dressing = (shell: Shell): Solid[] =>
  [...beams(shell), ...radiator(shell), ...lockers(shell), ...door(shell), ...shelves(shell), ...high(shell)]
