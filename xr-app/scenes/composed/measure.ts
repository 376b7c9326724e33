// SPDX-License-Identifier: EUPL-1.2
import type { Equipment, Setup } from '#domain/workshop/setup.ts'
import { Press } from '#app/equipment/craft/print.ts'
import { boundsOf, settle } from '#app/equipment/craft/settle.ts'
import type { Vec3 } from '#app/equipment/craft/solid.ts'
import { bodyOf } from '#app/equipment/kinds.ts'
import type { Home, Look } from '#app/equipment/kind-body.ts'
import { makingOf } from '../stand/spec.ts'
import type { Rect } from './pack.ts'

/** The room a piece takes about its origin, seen from the front (wall, rail, board, rack) and from above (bench, floor). */
export type Measured = { home: Home; front: Rect; above: Rect; low: number; high: number; deep: number }

// The same piece is measured once, whatever the variant or the view asks for it.
const known = new Map<string, Measured>()

/** How large a piece is as it lies or hangs; its parts that are hidden at rest (`/…`) count where they are made. */
export function measure(setup: Setup, equipment: Equipment, look: Look | undefined, turned: boolean): Measured {
  const making = makingOf(setup, equipment, look)
  const switched = setup.network.switches.find(({ device }) => device === equipment.id)?.poles.length
  const key = JSON.stringify([equipment, look, turned, switched])
  const already = known.get(key)
  if (already) return already
  const { build, home, rest } = bodyOf(equipment.kind)
  const press = new Press(2048)
  const made = [build({ ...making, press, say: (text) => text.fr, live: (w, h) => press.text([], w, h, { paper: '', ink: '' }) })].flat()
  const turn: Vec3 = turned ? rest?.turn ?? [0, 0, 0] : [0, 0, 0]
  const parts = new Set(made.flatMap((body) => body.parts).filter(({ name, parent }) => !parent && name.includes('/')
    && made.some((body) => body.parts.some((other) => other.name === name.split('/')[0]))).map(({ name }) => name))
  const { min, max } = boundsOf(made.map((body) => settle(body, { at: [0, 0, 0], turn })), parts)
  const measured: Measured = {
    home: typeof home === 'function' ? home(making) : home, low: min.y, high: max.y, deep: max.z,
    front: { left: min.x, right: max.x, low: min.y, high: max.y }, above: { left: min.x, right: max.x, low: min.z, high: max.z },
  }
  known.set(key, measured)
  return measured
}
