// SPDX-License-Identifier: EUPL-1.2
import type { Layout } from '#domain/scenario/layout.ts'
import type { Setup } from '#domain/workshop/setup.ts'
import { room } from '#app/equipment/room.ts'
import type { Spot } from '#app/equipment/kind-body.ts'
import type { Standing, StandSpec } from '../stand/spec.ts'
import { arrange, type Arrangement } from './arrange.ts'
import { furnitureBodies } from './furniture-bodies.ts'
import { conduits } from './conduits.ts'
import { wiresOf } from './wires.ts'

type Places = Record<string, Standing>

/** Where things go that are set, laid, handed or walked to, when the layout does not say. */
function usualMarks(setup: Setup, pieces: Places, [x, z]: readonly [number, number]): Record<string, Record<string, Spot>> {
  const near = (id: string | undefined, by: readonly [number, number, number]): Spot['at'] => {
    const [px, py, pz] = pieces[id ?? '']?.spot.at ?? [x, 0, z]
    return [px + by[0], by[1] || py, pz + by[2]]
  }
  return Object.fromEntries(Object.values(setup.equipment).map(({ id, kind, handedTo, worksAt }): [string, Record<string, Spot>] => {
    if (kind === 'mat') return [id, { laid: { at: [x, 0.002, Math.max(0.45, z - 0.28)] } }]
    if (kind === 'barrier') return [id, { set: { at: [x, 0, z + 0.62] } }]
    if (kind === 'person') return [id, { work: { at: worksAt ? [near(worksAt, [-0.7, 0, 0])[0], 0, 0.85] : [x - 0.9, 0, 0.85], turn: [0, Math.PI + 0.5, 0] } }]
    if (kind === 'form' && handedTo) return [id, { handed: { at: near(handedTo, [0.38, 0.84, 0.22]), turn: [-0.3, 1.05, 0] } }]
    return [id, {}]
  }))
}

const arranged = new WeakMap<Setup, Arrangement>()

/** The room of a variant, arranged once. */
export function arrangementOf(setup: Setup, layout: Layout): Arrangement {
  const already = arranged.get(setup)
  if (already) return already
  const fresh = arrange(setup, layout)
  const marks = usualMarks(setup, fresh.pieces, fresh.start)
  const pieces = Object.fromEntries(Object.entries(fresh.pieces).map(([id, piece]) => [id, { ...piece, marks: { ...marks[id], ...piece.marks } }]))
  const whole = { ...fresh, pieces }
  arranged.set(setup, whole)
  return whole
}

/** Any scenario's workshop, from its layout (which may say nothing). */
export function composedSpec(setup: Setup, layout: Layout): StandSpec {
  const arranged = arrangementOf(setup, layout)
  const { pieces } = arranged
  return { pieces, extra: (craft) => [room(true, []), ...furnitureBodies(arranged, craft), wiresOf(setup, arranged), conduits(setup, arranged)] }
}
