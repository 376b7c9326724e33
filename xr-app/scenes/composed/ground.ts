// SPDX-License-Identifier: EUPL-1.2
import type { Layout } from '#domain/scenario/layout.ts'
import type { Setup } from '#domain/workshop/setup.ts'
import type { SceneModule } from '../contract.ts'
import { arrangementOf } from './spec.ts'

/** What stands on a real table, floor or wall in augmented reality: the bench's top, where one stands, the wall before one. */
export function groundOf(setup: Setup, layout: Layout): NonNullable<SceneModule['ground']> {
  const { furniture, start: [x, z] } = arrangementOf(setup, layout)
  const bench = furniture.find(({ kind }) => kind === 'bench')
  const [bx, , bz] = bench?.at ?? [x, 0, 0]
  const [w, h, d] = bench?.size ?? [1.2, 0.9, 0.6]
  return { footing: { table: [bx, h, bz + d / 2], floor: [x, 0, z / 2], wall: [x, 0, 0] }, size: [Math.min(1.2, w), d] }
}
