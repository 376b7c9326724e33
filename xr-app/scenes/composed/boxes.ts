// SPDX-License-Identifier: EUPL-1.2
import type { Equipment, Setup } from '#domain/workshop/setup.ts'
import type { Vec3 } from '#app/equipment/craft/solid.ts'
import type { Spot, Stage } from '#app/equipment/kind-body.ts'
import { terminalSpot } from '../stand/stage.ts'
import type { Arrangement } from './arrange.ts'
import { measure } from './measure.ts'
import { shifted, type Rect } from './pack.ts'
import type { Exit, Port } from './wire-router.ts'

/** A cabinet, or a small box with its cover: what is in it, and the inside of its walls. */
export type Box = { id: string; pieces: string[]; room: Rect; back: number }

export const WALL = 0.014
export const pieceOf = (node: string) => node.split('.')[0] ?? ''
export const rectOf = (setup: Setup, { pieces }: Pick<Arrangement, 'pieces'>, one: Equipment): Rect => {
  const { spot: { at: [x, y] }, look } = pieces[one.id]!
  return shifted(measure(setup, one, look, false).front, x, y)
}

/** Every box with a door: cabinets, and the covers behind which a scenario puts terminals. */
export function boxesOf(setup: Setup, { furniture, surfaces, pieces }: Arrangement): Box[] {
  const all = Object.values(setup.equipment)
  const room = ([x, y]: Vec3, w: number, h: number): Rect => ({ left: x - w / 2 + WALL, right: x + w / 2 - WALL, low: y - h / 2 + WALL, high: y + h / 2 - WALL })
  const cabinets = furniture.filter(({ kind }) => kind === 'cabinet').map(({ id, at, size: [w, h] }): Box =>
    ({ id, pieces: surfaces.filter(({ on }) => on === id).flatMap(({ put }) => put), room: room(at, w, h), back: at[2] }))
  const covers = all.flatMap(({ id }): Box[] => {
    const [own, stands] = [all.filter((one) => one.terminalsBehind === id).map((one) => one.id), pieces[id]]
    return own.length > 0 && stands
      ? [{ id, pieces: own, room: room(stands.spot.at, Number(stands.look?.['w'] ?? 0.4), Number(stands.look?.['h'] ?? 0.4)), back: stands.spot.at[2] }] : []
  })
  return [...cabinets, ...covers]
}

/** Through which edge of its body a terminal's wire comes out: the near one, or either when it is in the middle or far from both. */
function exitsOf(kind: string, y: number, { low, high }: Rect): Exit[] {
  const [up, down] = [high - y, y - low]
  const far = Math.max(up, down) > 0.12
  const above: Exit = { way: 1, from: y, clear: far ? y + 0.03 : high + 0.007 }
  const below: Exit = { way: -1, from: kind === 'terminal-block' ? y - 0.038 : y, clear: far ? y - 0.03 : low - 0.007 }
  return kind === 'terminal-block' || far || Math.abs(up - down) < 0.012 ? [above, below] : [up < down ? above : below]
}

/** Where a wire reaches a terminal. A second wire under one screw lies beside the first. */
export function ports(setup: Setup, arranged: Arrangement, stage: Stage) {
  const used = new Map<string, number>()
  return (node: string, back: number): Port | null => {
    const [equipment, spot] = [setup.equipment[pieceOf(node)], terminalSpot(stage, node)]
    if (!equipment || !spot) return null
    const nth = used.get(node) ?? 0
    used.set(node, nth + 1)
    const [x, y, z] = spot.at
    const deep = equipment.kind === 'terminal-block' ? 0.02 : 0.014
    return { x: x + [0, 0.0046, -0.0046][nth % 3]!, z: Math.max(z - deep, back + 0.019), exits: exitsOf(equipment.kind, y, rectOf(setup, arranged, equipment)) }
  }
}

/** The hole of a cable in a box: in its floor, its roof or a side, wherever the cable ends; its cores spread a little. */
export function hole({ room }: Box, { at: [x, y, z] }: Spot, i: number, count: number): Port {
  const by = (i - (count - 1) / 2) * 0.0056
  const inside = Math.min(room.right - x, x - room.left)
  const level = Math.min(room.high - y, y - room.low)
  if (inside < level) return { x: Math.min(room.right, Math.max(room.left, x)), y: y + by, z, inward: x > (room.left + room.right) / 2 ? -1 : 1 }
  const way = y > (room.low + room.high) / 2 ? -1 : 1
  return { x: x + by, z, exits: [{ way, from: y, clear: (way > 0 ? room.low : room.high) + way * 0.022 }] }
}
