// SPDX-License-Identifier: EUPL-1.2
import { Euler, Quaternion, Vector3 } from 'three'
import { hanging, plug } from './cabling-craft.ts'
import type { Part } from './craft/body.ts'
import type { FinishName } from './craft/finish.ts'
import { ball, rod, type Solid, type Vec3 } from './craft/solid.ts'
import { gone, type Poses, type Spot, type Stage } from './kind-body.ts'

// A lead that hangs between two places that move: links of one length along a curve, as many as it takes.

/** How long one link is. */
export const LINK = 0.032
const [up, along, lean, angles] = [new Vector3(0, 1, 0), new Vector3(), new Quaternion(), new Euler()]

/** The links of a lead; `solids` makes one, along y. */
export const links = (id: string, count: number, solids: () => Solid[]): Part[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${id}/link${i}`, at: [0, 0, 0] as const, solids: solids() }))

/** A round link; its end closes the bend to the next. */
export const round = (finish: FinishName, radius = 0.0029) => () => [rod(finish, radius, LINK, [0, 0, 0], undefined, 8), ball(finish, radius * 1.02, [0, LINK / 2, 0], 6)]

/** The links along the curve from one place to another: no more than its length asks for. */
export function hangLinks(id: string, count: number, from: Vec3, to: Vec3, droop?: number): Poses {
  const { length } = hanging(from, to, count, droop)
  const used = Math.min(count, Math.max(2, Math.ceil(length / LINK)))
  const { points } = hanging(from, to, used, droop)
  const hung = points.slice(1).map((point, i): Poses[number] => {
    const before = points[i] ?? point
    along.set(point[0] - before[0], point[1] - before[1], point[2] - before[2])
    const scale = along.length() / LINK
    angles.setFromQuaternion(lean.setFromUnitVectors(up, along.normalize()))
    const middle: Vec3 = [(point[0] + before[0]) / 2, (point[1] + before[1]) / 2, (point[2] + before[2]) / 2]
    return [`${id}/link${i}`, { at: middle, turn: [angles.x, angles.y, angles.z], scale, room: true, ease: 'none' }]
  })
  return [...hung, ...noLinks(id, count).slice(used)]
}

/** A lead put away. */
export const noLinks = (id: string, count: number): Poses => Array.from({ length: count }, (_, i) => [`${id}/link${i}`, gone])

/** Somewhere in the frame of a spot. */
export function from({ at, turn = [0, 0, 0] }: Spot, by: Vec3): Vec3 {
  const v = new Vector3(...by).applyEuler(new Euler(...turn))
  return [at[0] + v.x, at[1] + v.y, at[2] + v.z]
}

/** A plug and the lead behind it, for what has one plug of its own. */
export const leadParts = (id: string, finish: FinishName, count = 18): Part[] =>
  [{ name: `${id}/plug`, at: [0, 0, 0], solids: plug(finish) }, ...links(id, count, round(finish))]

/** The plug in its jack and the lead to it; all put away while it is plugged nowhere. */
export function leadPoses(id: string, on: string | null, stage: Stage, out: Vec3, count = 18): Poses {
  const [thing = '', terminal = ''] = on?.split('.') ?? []
  const goal = on ? stage.place(thing, terminal) : null
  if (!goal) return [[`${id}/plug`, gone], ...noLinks(id, count)]
  return [[`${id}/plug`, { at: goal.at, turn: goal.turn ?? [0, 0, 0], room: true, ease: 'none' }], ...hangLinks(id, count, out, from(goal, [0, 0, 0.045]))]
}

/** Where an instrument is put down while it is plugged somewhere: its mark there ('by-' and the place), or where it was. */
export function besideJack(id: string, on: string | null, stage: Stage): Spot | null {
  const place = on ? stage.setup.equipment[on.split('.')[0] ?? '']?.place : undefined
  return place ? stage.place(id, `by-${place}`) : null
}

/** Which side of an instrument its lead comes out of: the one that its plug is on (−1: left). */
export function leadSide({ at: [x] }: Spot, on: string | null, stage: Stage): 1 | -1 {
  const [thing = '', terminal = ''] = on?.split('.') ?? []
  return (stage.place(thing, terminal)?.at[0] ?? -Infinity) > x ? 1 : -1
}
