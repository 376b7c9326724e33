// SPDX-License-Identifier: EUPL-1.2
import type { Furniture } from '#domain/scenario/layout.ts'
import type { Vec3 } from '#app/equipment/craft/solid.ts'
import { RAIL_Z } from '#app/equipment/enclosure.ts'
import type { Home, Spot } from '#app/equipment/kind-body.ts'
import { ROOM } from '#app/equipment/room.ts'
import type { Rect } from './pack.ts'

/** Something things are put on: where on it is free, and how a place on it is a spot of the room. */
export type Surface = {
  /** The furniture it belongs to; 'wall', 'floor' and 'ceiling' belong to the room. */
  on: string
  home: Home
  /** The rail's number, from the top. */
  rail?: number
  within: Rect
  taken: Rect[]
  /** The pieces put there, in order. */
  put: string[]
  /** Where things like to be put first. */
  like: readonly [number, number]
  spot(u: number, v: number, lift: number, turn: Vec3 | undefined): Spot
}

/** A tool board stands clear of the rail that runs along the wall. */
export const BOARD_Z = 0.024

/** The furniture with every measure decided. */
export type Placed = Required<Pick<Furniture, 'id' | 'kind' | 'at' | 'size' | 'rails' | 'holds'>> & Pick<Furniture, 'door' | 'title'>

export const usual = {
  cabinet: { size: [0.6, 0.6, 0.22], rails: 2 }, panel: { size: [0.6, 0.5, 0.05], rails: 2 }, board: { size: [1.7, 0.62, 0.03], rails: 1 },
  bench: { size: [1.9, 0.9, 0.62], rails: 1 }, rack: { size: [0.6, 1.9, 0.6], rails: 1 },
  shelf: { size: [1.5, 0.3, 0.26], rails: 1 }, whiteboard: { size: [1.2, 0.8, 0.02], rails: 1 },
} as const

/** How high each rail is, from the middle of its cabinet. */
export const railsOf = ({ size: [, h], rails }: Pick<Placed, 'size' | 'rails'>): number[] =>
  Array.from({ length: rails }, (_, i) => Number((((rails - 1) / 2 - i) * (h - 0.12) / rails).toFixed(4)))

const flat = (left: number, right: number, low: number, high: number): Rect => ({ left, right, low, high })

function rows(one: Placed): Surface[] {
  const [[x, y, z], half] = [one.at, one.size[0] / 2 - 0.045]
  return railsOf(one).map((height, i) => ({
    on: one.id, home: 'rail', rail: i + 1, within: flat(-half, half, -0.2, 0.2), taken: [], put: [], like: [-half, 0],
    spot: (u, v, lift, turn) => ({ at: [x + u, y + height + v, z + RAIL_Z + lift], ...(turn ? { turn } : {}) }),
  }))
}

function board({ id, at: [x, y, z], size: [w, h] }: Placed): Surface {
  return { on: id, home: 'pegboard', within: flat(-w / 2 + 0.02, w / 2 - 0.02, -h / 2 + 0.02, h / 2 - 0.02), taken: [], put: [], like: [-w / 2 + 0.1, h / 2 - 0.1],
    spot: (u, v, lift) => ({ at: [x + u, y + v, z + BOARD_Z + lift] }) }
}

function bench({ id, at: [x, y, z], size: [w, h, d] }: Placed): Surface {
  return { on: id, home: 'bench', within: flat(-w / 2 + 0.03, w / 2 - 0.03, 0.05, d - 0.02), taken: [], put: [], like: [-w / 2 + 0.16, d * 0.5],
    spot: (u, v, lift, turn) => ({ at: [x + u, y + h + lift, z + v], ...(turn ? { turn } : {}) }) }
}

/** The rack's usable width and how far its front is from the wall. */
function rack({ id, at: [x, y, z], size: [w, h, d] }: Placed): Surface {
  return { on: id, home: 'rack', within: flat(-w / 2, w / 2, 0.5, h - 0.06), taken: [], put: [], like: [0, h - 0.4],
    spot: (u, v, lift) => ({ at: [x + u, y + v, z + d + lift] }) }
}

/** What a piece of furniture offers to put things on. */
export function surfacesOf(one: Placed): Surface[] {
  if (one.kind === 'cabinet' || one.kind === 'panel') return rows(one)
  if (one.kind === 'shelf' || one.kind === 'whiteboard') return []
  return [one.kind === 'board' ? board(one) : one.kind === 'bench' ? bench(one) : rack(one)]
}

/** The room's own: the wall before one, the floor, the ceiling. Where one stands stays free. */
export function roomSurfaces(start: readonly [number, number]): Surface[] {
  const standing = flat(start[0] - 0.75, start[0] + 0.75, Math.min(0.45, start[1] - 0.5), start[1] + 0.6)
  return [
    { on: 'wall', home: 'wall', within: flat(ROOM.left + 0.35, ROOM.right - 0.2, 0.25, 2.3), taken: [], put: [], like: [-0.5, 1.5],
      spot: (u, v, lift, turn) => ({ at: [u, v, lift], ...(turn ? { turn } : {}) }) },
    { on: 'floor', home: 'floor', within: flat(ROOM.left + 0.2, ROOM.right - 0.2, 0.12, 3.4), taken: [standing], put: [], like: [-1.6, 0.5],
      spot: (u, v, lift, turn) => ({ at: [u, lift, v], ...(turn ? { turn } : {}) }) },
    { on: 'ceiling', home: 'ceiling', within: flat(ROOM.left + 0.3, ROOM.right - 0.3, 0.4, 3.6), taken: [], put: [], like: [0, 1.6],
      spot: (u, v, lift) => ({ at: [u, ROOM.height - lift, v] }) },
  ]
}
