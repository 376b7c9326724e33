// SPDX-License-Identifier: EUPL-1.2
import { idIn } from '#domain/workshop/kind.ts'
import type { Viewpoint } from '../../../scenes/contract.ts'
import '../../../xr/locator.ts'

/** Through the learner's own eyes, where movements were kept; from one good place to the next; from above; or without moving. */
export type Looking = 'own' | 'eyes' | 'above' | 'still'
type Place = readonly [number, number, number]

/** Where a thing of the workshop is: a terminal, or the thing it belongs to; null when it is not to be seen. */
export const placeOf = (target: string): Place | null =>
  globalThis.compagnonLocator?.(target)?.at ?? globalThis.compagnonLocator?.(idIn(target))?.at ?? null

/** The viewpoint that shows a thing best: within its picture, near, and near its middle. */
export function bestViewpoint(target: string, viewpoints: readonly Viewpoint[]): Viewpoint | undefined {
  const at = placeOf(target)
  return at ? viewpoints.toSorted((a, b) => worth(b, at) - worth(a, at))[0] : undefined
}

/** Half the height of a picture, in radians, less a margin: further off the middle a thing is out of sight. */
const sight = 0.36

/** The nearer the better, as long as it is well within the picture; far off the middle hardly counts. */
export function worth({ from, to }: Pick<Viewpoint, 'from' | 'to'>, at: Place): number {
  const [ahead, there] = [minus(to, from), minus(at, from)]
  const far = Math.hypot(...there)
  const cos = (ahead[0] * there[0] + ahead[1] * there[1] + ahead[2] * there[2]) / (Math.hypot(...ahead) * far)
  const off = Math.acos(Math.min(1, Math.max(-1, cos)))
  return off > sight ? -off : 1 / (far + off * 1.5)
}

const minus = (a: Place, b: Place): [number, number, number] => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]

/** From above: over the middle of what all the viewpoints look at, high enough to see it all. */
export function aboveOf(viewpoints: readonly Viewpoint[]): Viewpoint {
  const middle = [0, 1, 2].map((axis) => viewpoints.reduce((sum, { to }) => sum + (to[axis] ?? 0), 0) / viewpoints.length) as [number, number, number]
  const wide = Math.max(...viewpoints.map(({ to }) => Math.hypot(to[0] - middle[0], to[2] - middle[2])), 1)
  return { id: 'above', from: [middle[0], middle[1] + wide * 1.5 + 0.6, middle[2] + wide + 0.9], to: [middle[0], middle[1] - 0.25, middle[2] + 0.3] }
}
