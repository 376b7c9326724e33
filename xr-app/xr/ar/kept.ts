// SPDX-License-Identifier: EUPL-1.2
import { Matrix4, Vector3 } from 'three'
import type { Spot } from './place.ts'

/** A spot tied to an anchor: as the device learns its room better, the spot follows. */
export type Tied = { at: Vector3; facing: Vector3; surface: Spot['surface'] }

const [frame, back, at, towards] = [new Matrix4(), new Matrix4(), new Vector3(), new Vector3()]

/** Ties a spot to where the anchor is now. */
export function tie({ at: [x, y, z], facing, surface }: Spot, anchor: Float32Array): Tied {
  back.fromArray(anchor).invert()
  return {
    at: new Vector3(x, y, z).applyMatrix4(back), surface,
    facing: new Vector3(Math.sin(facing), 0, Math.cos(facing)).transformDirection(back),
  }
}

/** Where a tied spot is, now that its anchor is there. */
export function follow(tied: Tied, anchor: Float32Array): Spot {
  frame.fromArray(anchor)
  at.copy(tied.at).applyMatrix4(frame)
  towards.copy(tied.facing).transformDirection(frame)
  return { at: at.toArray(), facing: Math.atan2(towards.x, towards.z), surface: tied.surface }
}

/** Whether a spot moved enough to be followed: what only trembles is left where it is. */
export function movedFrom(before: Spot, now: Spot): boolean {
  const turned = Math.abs(Math.atan2(Math.sin(now.facing - before.facing), Math.cos(now.facing - before.facing)))
  return Math.hypot(...now.at.map((v, i) => v - (before.at[i] ?? 0))) > 0.005 || turned > 0.008
}
