// SPDX-License-Identifier: EUPL-1.2
import type { World } from '#domain/workshop/pieces.ts'
import type { Equipment, Setup } from '#domain/workshop/setup.ts'
import type { Body } from '#app/equipment/craft/body.ts'
import type { Vec3 } from '#app/equipment/craft/solid.ts'
import type { Building, Look, Making, Poses, Spot, Stage } from '#app/equipment/kind-body.ts'

/** Where one piece stands in the room, how it looks, and places that the layout gives it by name. */
export type Standing = {
  spot: Spot
  look?: Look
  marks?: Readonly<Record<string, Spot>>
}

/** What a scene is made of: its pieces, and what only it has. */
export type StandSpec = {
  /** By the piece's id. A piece that is not named has no body of its own here. */
  pieces: Readonly<Record<string, Standing>>
  /** The room, its furniture and whatever this scene draws by hand. */
  extra(craft: Pick<Building, 'press' | 'live' | 'say'>): Body[]
  /** A piece whose body this scene makes in its own way; its poses stay those of its kind. */
  own?: Readonly<Record<string, (building: Building) => Body | Body[]>>
  /** Poses of the parts among `extra`. */
  poses?(stage: Stage): Poses
  /** Sounds that last and belong to no piece alone. */
  hums?: readonly { at: Vec3; partials: readonly (readonly [number, number])[]; level(world: World): number }[]
}

/** What a piece is, as its kind's body is asked. */
export const makingOf = (setup: Setup, equipment: Equipment, look: Look = {}): Making => ({ id: equipment.id, equipment, setup, look })
