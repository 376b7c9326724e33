// SPDX-License-Identifier: EUPL-1.2
import type { Object3D, Vector3 } from 'three'

type Aimable = { aim?: (point: Vector3) => string | null; thing?: string; moving?: boolean }

/**
 * What a pointer that rests somewhere would act on, as a name: a key of a panel, a thing or its moving part. Null where
 * resting does nothing: a panel between its keys, the floor (nobody is moved by looking at it).
 */
export function aimAt(object: Object3D, point: Vector3): string | null {
  const { aim, thing, moving } = object.userData as Aimable
  if (aim) return aim(point)
  return thing === undefined ? null : `${thing}${moving ? '#moving' : ''}`
}
