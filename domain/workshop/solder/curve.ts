// SPDX-License-Identifier: EUPL-1.2
import type { Action } from '../action.ts'
import { passTime } from '../passing.ts'
import type { World } from '../pieces.ts'
import { onBench, paceOf } from './bench.ts'
import type { Joint } from './pieces.ts'

/** A joint at one moment of a gesture: seconds of the gesture's own time since the iron touched it. */
export type CurvePoint = { t: number; pad: number; lead: number; solder: number; wet: number }
/** One touch of the iron on a joint, and what came of it. */
export type Curve = { joint: string; at: number; pace: string; points: CurvePoint[] }

type Moment = { at: number; action: Action; world: World }
const everyMs = 50
/** How long one goes on looking at the joint once the iron has left. */
const afterwards = 2

/** The temperature and the solder of each joint while the iron was on it and just after, up to the moment `now`. */
export function curvesOf(moments: readonly Moment[], now: number): Curve[] {
  return moments.flatMap((moment, index) => {
    const joint = onBench(moment.world, 'circuit-board')?.[1].contact?.joint
    const begins = moment.action.name === 'apply-iron' && joint !== undefined
    return begins ? [curveFrom(moments.slice(index), joint, now)] : []
  })
}

function curveFrom(moments: readonly Moment[], joint: string, now: number): Curve {
  const [first] = moments
  const curve: Curve = { joint, at: first?.at ?? 0, pace: onBench(first?.world ?? {}, 'soldering-iron')?.[1].pace ?? 'full', points: [] }
  let [t, left] = [0, Infinity]
  for (const [index, { at, world, action }] of moments.entries()) {
    const until = Math.min(moments[index + 1]?.at ?? now, now)
    if (index > 0 && action.name === 'apply-iron') break
    const speed = paceOf(onBench(world, 'soldering-iron')?.[1]) / 4_000
    if (action.name === 'withdraw') left = t
    for (let time = at, shown = world; time <= until && t <= left + afterwards; time += everyMs) {
      shown = passTime(shown, time).world
      curve.points.push(pointOf(onBench(shown, 'circuit-board')?.[1].joints[joint], t + (time - at) * speed))
    }
    t += (until - at) * speed
    if (t > left + afterwards) break
  }
  return curve
}

const pointOf = (joint: Joint | undefined, t: number): CurvePoint => ({
  t, pad: joint?.pad ?? 0, lead: joint?.lead ?? 0, solder: joint?.solder ?? 0, wet: Math.min(joint?.wetPad ?? 0, joint?.wetLead ?? 0),
})
