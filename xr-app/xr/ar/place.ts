// SPDX-License-Identifier: EUPL-1.2
// Where equipment stands in a real room. Pure arithmetic: real places are metres in the headset's space (y up, the floor
// at 0); the scene never moves, the origin of whoever wears the headset does.

export type Point = readonly [number, number, number]

/** What the equipment is put on, in a real room. 'free': nothing was found, one puts it where one likes. */
export type Surface = 'table' | 'floor' | 'wall' | 'free'

/** A place in the real room, and the direction from it towards whoever will work there (radians about y; 0: +z). */
export type Spot = { at: Point; facing: number; surface: Surface }

/** The points of the scene that come to lie on each surface, where one stands before them. */
export type Footing = { table: Point; floor: Point; wall: Point }

/** What was changed by hand after placing: metres up and nearer, radians about y. */
export type Adjust = { up: number; near: number; turn: number }

export const asPlaced: Adjust = { up: 0, near: 0, turn: 0 }

/** How far ahead and how high equipment is put where no surface is found. */
export const AHEAD = 1
export const TABLE = 0.75

const angle = (x: number, z: number) => Math.atan2(x, z)

/** What kind of surface was met, from where and how it lies; null for what nothing can be put on. */
export function surfaceOf([, height]: Point, [, up]: Point): Exclude<Surface, 'free'> | null {
  if (Math.abs(up) < 0.4) return 'wall'
  if (up < 0.7) return null
  return height > 1.3 ? null : height > 0.4 ? 'table' : 'floor'
}

/** The spot a ray met, for someone whose eyes are at `eye`; null where nothing can stand. */
export function spotOn(at: Point, normal: Point, eye: Point): Spot | null {
  const surface = surfaceOf(at, normal)
  if (surface === null) return null
  const facing = surface === 'wall' ? angle(normal[0], normal[2]) : angle(eye[0] - at[0], eye[2] - at[2])
  // Against a wall, equipment stands on the floor.
  return { at: surface === 'wall' ? [at[0], 0, at[2]] : at, facing, surface }
}

/** A step ahead of someone, at the height of a table. */
export function spotAhead(eye: Point, ahead: Point): Spot {
  const far = Math.hypot(ahead[0], ahead[2]) || 1
  const [x, z] = [ahead[0] / far, ahead[2] / far]
  return { at: [eye[0] + x * AHEAD, TABLE, eye[2] + z * AHEAD], facing: angle(-x, -z), surface: 'free' }
}

/** The spot as it was moved by hand. */
export function adjusted({ at: [x, y, z], facing, surface }: Spot, { up, near, turn }: Adjust): Spot {
  return { at: [x + Math.sin(facing) * near, y + up, z + Math.cos(facing) * near], facing: facing + turn, surface }
}

/** Where the origin of the headset's space must stand in the scene for the scene to stand at that spot. */
export function originAt({ at: [x, y, z], facing, surface }: Spot, footing: Footing): { at: Point; turn: number } {
  const [sx, sy, sz] = footing[surface === 'free' ? 'table' : surface]
  const turn = -facing
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  return { at: [sx - (x * c + z * s), sy - y, sz - (z * c - x * s)], turn }
}
