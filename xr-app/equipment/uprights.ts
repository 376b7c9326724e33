// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from './craft/body.ts'
import { boundsOf } from './craft/settle.ts'
import { box, ground, type Solid } from './craft/solid.ts'

/** Nearer to the wall than this, and higher than that above the floor: it hangs there. */
const [NEAR, HIGH, SMALL] = [0.09, 0.3, 0.1]
/** What hangs no farther apart is held by one frame; an upright at least so often. */
const [APART, OFTEN, STEP] = [0.4, 1.3, 0.34]
const Z = -0.028

type Span = { left: number; right: number; low: number; high: number }

/** What hangs on the wall, side by side, from the left. */
function hung(bodies: Body[]): Span[] {
  const spans = bodies.filter(({ shell }) => !shell).map((one) => boundsOf([one])).filter((bounds) => !bounds.isEmpty())
    .filter(({ min, max }) => min.z < NEAR && min.y > HIGH && max.y < 2.6 && max.x - min.x > SMALL && max.y - min.y > SMALL)
    .map(({ min, max }): Span => ({ left: min.x, right: max.x, low: min.y, high: max.y })).sort((a, b) => a.left - b.left)
  return spans.reduce<Span[]>((groups, one) => {
    const last = groups.at(-1)
    if (!last || one.left - last.right > APART) return [...groups, { ...one }]
    Object.assign(last, { right: Math.max(last.right, one.right), low: Math.min(last.low, one.low), high: Math.max(last.high, one.high) })
    return groups
  }, [])
}

/** Uprights on their feet, and rails from one to the next. */
function frame({ left, right, low, high }: Span): Solid[] {
  const bays = Math.max(1, Math.ceil((right - left) / OFTEN))
  const rails = Math.max(2, Math.ceil((high - low) / STEP))
  return [
    ...Array.from({ length: bays + 1 }, (_, i) => left + 0.03 + (i * (right - left - 0.06)) / bays).flatMap((x) => [
      box('zinc', [0.045, high + 0.04, 0.045], [x, high / 2 + 0.02, Z], 0.003), box('zinc', [0.05, 0.045, 0.56], [x, 0.0225, Z + 0.06], 0.003), ground(0.2, 0.8, x, Z + 0.06, 0.5),
    ]),
    ...Array.from({ length: rails + 1 }, (_, i) => box('zinc', [right - left, 0.028, 0.028], [(left + right) / 2, low + 0.02 + (i * (high - low - 0.04)) / rails, Z + 0.012], 0.003)),
  ]
}

/** What holds up, where there is no wall of ours, whatever hangs on one: in a real room nothing floats. */
export const uprights = (bodies: Body[]): Body => ({ ...body('uprights', hung(bodies).flatMap(frame)), stands: true })
