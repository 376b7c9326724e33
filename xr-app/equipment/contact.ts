// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from './craft/body.ts'
import { boundsOf } from './craft/settle.ts'
import { shade } from './craft/solid.ts'

/** The soft shade under what stays where it stands on a table. What a hand takes away would leave it behind: it has none. */
export function contact(bodies: Body[]): Body {
  const { min, max } = boundsOf(bodies.map((one) => ({ ...one, parts: [] })))
  const [w, d] = [max.x - min.x, max.z - min.z]
  return body('contact', w > 0 && min.z > 0 ? [shade(w + 0.07, d + 0.07, [(min.x + max.x) / 2 + 0.006, min.y + 0.0015, (min.z + max.z) / 2], [-Math.PI / 2, 0, 0], 0.55)] : [])
}
