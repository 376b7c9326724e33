// SPDX-License-Identifier: EUPL-1.2
import type { Vec3 } from '#app/equipment/craft/solid.ts'
import { at, CABINET_AT } from './places.ts'
import { terminalPlace } from './poses.ts'

/** Where a thing is heard from. What has no place of its own is heard from the cabinet. */
export function placeOf(target: string): Vec3 {
  const id = target.split('.')[0] ?? target
  return terminalPlace(target) ?? (at as Record<string, Vec3>)[id] ?? CABINET_AT
}
