// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from '../craft/body.ts'
import type { Press } from '../craft/print.ts'
import { box, rod, sheet, type Solid, type Vec3 } from '../craft/solid.ts'
import type { Places } from '../kind-body.ts'

/** Between two screws: larger than the real thing, so that a shaky hand still hits the right one. */
export const SCREW_PITCH = 0.024

/** A screw one can put a probe on, and on which side of it its mark is printed. */
export type Screw = { name: string; at: Vec3; mark: 'above' | 'below' }

/** Screws side by side along a row, from the left. */
export const row = (names: readonly string[], y: number, z: number, mark: Screw['mark'], pitch = SCREW_PITCH): Screw[] =>
  names.map((name, i) => ({ name, at: [(i - (names.length - 1) / 2) * pitch, y, z], mark }))

function solids({ name, at: [x, y, z], mark }: Screw, press: Press): Solid[] {
  const side = mark === 'above' ? 1 : -1
  return [
    box('labelBlack', [0.017, 0.017, 0.004], [x, y, z - 0.001], 0.003),
    rod('zinc', 0.0062, 0.005, [x, y, z + 0.001], [Math.PI / 2, 0, 0], 16),
    box('labelBlack', [0.0104, 0.0014, 0.0006], [x, y, z + 0.0037], 0.0001, [0, 0, 0.6]),
    box('labelBlack', [0.0014, 0.0104, 0.0006], [x, y, z + 0.0037], 0.0001, [0, 0, 0.6]),
    sheet('breaker', 0.022, 0.0105, [x, y + side * 0.0145, z + 0.0012], undefined, press.text([name.toUpperCase()], 88, 42, { paper: '#e2e2dd', ink: '#15171a', weight: 700, align: 'center' })),
  ]
}

/** The screws of a piece: what is seen, and a thing of its own for each. */
export const screwBodies = (id: string, screws: readonly Screw[], press: Press): Body[] => screws.map((one) =>
  body(`${id}.${one.name}`, solids(one, press), [], [{ thing: `${id}.${one.name}`, size: [SCREW_PITCH - 0.001, 0.026, 0.024], at: [one.at[0], one.at[1], one.at[2] + 0.006] }]))

/** Where probes go. */
export const screwPlaces = (screws: readonly Screw[]): Places =>
  Object.fromEntries(screws.map(({ name, at: [x, y, z] }) => [name, { at: [x, y, z + 0.004] }]))
