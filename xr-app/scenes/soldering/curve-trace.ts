// SPDX-License-Identifier: EUPL-1.2
import type { World } from '#domain/workshop/pieces.ts'
import { onBench, paceOf } from '#domain/workshop/solder/bench.ts'
import type { CurvePoint } from '#domain/workshop/solder/curve.ts'

/** How long one goes on looking at the joint once the iron has left, in seconds of the gesture. */
const AFTER = 2
/** Closer than this, two points are one. */
const LEAST = 0.05

/** The last touch of the iron, point after point. */
export type Traced = { joint: string; points: CurvePoint[] }

/** Follows the joint under the iron while the world passes: the same curve as the recording's, one point at a time. */
export function createCurveTrace() {
  let traced: Traced | null = null
  let [at, t, left, touching] = [0, 0, Infinity, false]
  return {
    now: (): Traced | null => traced,
    /** Told of the world at a moment; answers whether the curve grew. */
    step(world: World, elapsed: number): boolean {
      const contact = onBench(world, 'circuit-board')?.[1].contact ?? null
      t += (Math.max(0, elapsed - at) * paceOf(onBench(world, 'soldering-iron')?.[1])) / 4_000
      at = elapsed
      if (contact && !touching) [traced, t, left] = [{ joint: contact.joint, points: [] }, 0, Infinity]
      if (!contact && touching) left = t
      touching = contact !== null
      const joint = traced && onBench(world, 'circuit-board')?.[1].joints[traced.joint]
      const last = traced?.points.at(-1)?.t ?? -1
      if (!traced || !joint || t > left + AFTER || t - last < LEAST) return false
      const { pad, lead, solder, wetPad, wetLead } = joint
      traced.points.push({ t, pad, lead, solder, wet: Math.min(wetPad, wetLead) })
      return true
    },
  }
}
