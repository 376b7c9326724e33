// SPDX-License-Identifier: EUPL-1.2
import type { Vec3 } from '#app/equipment/craft/solid.ts'

/** Where each piece of equipment of this workshop is, in metres: x to the right, y up, z away from the cabinet's wall. */
export const CABINET_AT: Vec3 = [0, 1.35, 0]
/** From the middle of the cabinet's back to the room. */
export const up = ([x, y, z]: Vec3): Vec3 => [x + CABINET_AT[0], y + CABINET_AT[1], z + CABINET_AT[2]]
export const BENCH = { x: 1.72, width: 1.9, depth: 0.62, height: 0.9 } as const
export const BOARD = { x: 1.72, y: 1.46, width: 1.7, height: 0.62 } as const

const onBench = (dx: number, z: number, lift = 0.02): Vec3 => [BENCH.x + dx, BENCH.height + lift, z]
const onBoard = (dx: number, dy: number, z = 0.045): Vec3 => [BOARD.x + dx, BOARD.y + dy, z]

export const at = {
  gloves: onBoard(-0.64, 0.10),
  'face-shield': onBoard(-0.30, 0.10, 0.12),
  'earthing-kit': onBoard(0.0, 0.14, 0.03),
  padlock: onBoard(0.26, 0.14),
  'padlock-2': onBoard(0.36, 0.14),
  key: onBoard(0.26, -0.02),
  'key-2': onBoard(0.36, -0.02),
  tag: onBoard(0.50, 0.20, 0.03),
  'tag-2': onBoard(0.61, 0.20, 0.03),
  watch: onBench(-0.86, 0.16, 0.035),
  tester: onBench(-0.56, 0.34, 0.022),
  multimeter: onBench(-0.24, 0.36, 0.026),
  sheet: onBench(0.10, 0.34, 0.05),
  attestation: onBench(0.42, 0.34, 0.05),
  diagram: [0.66, 1.50, 0.012] as Vec3,
  mat: [0.86, 0, 0.82] as Vec3,
  barrier: [-0.86, 0, 0.30] as Vec3,
  m1: [-1.62, 1.46, 0.012] as Vec3,
  'work-leader': [-1.75, 0, 1.35] as Vec3,
  q9: [0.58, 1.12, 0.10] as Vec3,
}

/** Inside the cabinet, from the middle of its back: the raised row of levers, then the two rows of terminals. */
export const POLE = 0.0175
export const RAIL_1 = 0.272
export const RAIL_Z1 = 0.186
export const ROW_1 = -0.165
export const ROW_2 = -0.325
export const DEVICES = { q1: -0.262, q2: -0.100, q3: 0.062 } as const
export const BLOCKS = {
  q2: { x: -0.195, count: 4, row: ROW_1 }, q3: { x: 0.012, count: 4, row: ROW_1 }, x3: { x: -0.095, count: 5, row: ROW_2 },
} as const
