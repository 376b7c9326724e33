// SPDX-License-Identifier: EUPL-1.2
import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { play, start } from '#domain/scenario/index.ts'
import { curvesOf } from '#domain/workshop/solder/curve.ts'
import { passTime } from '#domain/workshop/passing.ts'
import { createCurveTrace } from '#app/scenes/soldering/curve-trace.ts'
import { createTipSense, tiltOf, type Place } from '#app/scenes/soldering/tip-at.ts'
import { expertActions } from '../support/plays/brasage-composant.ts'
import { soldering, solderingTrace } from '../support/soldering.ts'

const up = new Vector3(0, 1, 0)
const places: Place[] = [{ part: 'p1', at: new Vector3(-0.025, 1, 0), normal: up }, { part: 'p2', at: new Vector3(0.025, 1, 0), normal: up }]
/** What a tip touches along a way, a frame every 14 ms; millimetres from the first joint. */
function along(way: readonly (readonly [aside: number, above: number])[]) {
  const sense = createTipSense()
  return way.map(([aside, above], i) => sense(new Vector3(-0.025 + aside / 1000, 1 + above / 1000, 0), places, i * 14)?.part ?? null)
}
const rest = (n: number, at: readonly [number, number]) => Array.from({ length: n }, () => at)

describe('the tip in a tracked hand', () => {
  it('touches the joint it comes down on, though nothing stops the hand at the board', () => {
    expect(along([[0, 60], [0, 10], [0, -2], [0, -30]])).toEqual([null, 'p1', 'p1', 'p1'])
    const { above, sunk } = createTipSense()(new Vector3(-0.025, 0.98, 0), places, 0)!
    expect([above, sunk.toFixed(3)]).toEqual([0, '0.020'])
  })

  it('stays on it while the hand trembles, and leaves when it is lifted', () => {
    expect(along([[0, 2], [20, 2], [-22, 8], [0, 30], [0, 40], [0, 30]])).toEqual(['p1', 'p1', 'p1', 'p1', null, null])
  })

  it('goes from one joint to the other', () => {
    expect(along([[0, 0], [25, 0], [40, 0], [50, 0]])).toEqual(['p1', 'p1', 'p2', 'p2'])
  })

  it('meets a lead alone only where it stays on it: coming down past it is no touch', () => {
    expect(along([[4, 26], [4, 20], [4, 8]])).toEqual([null, null, 'p1'])
    expect(along(rest(20, [4, 22])).at(-1)).toBe('p1')
    expect(along(rest(20, [14, 22])).at(-1)).toBe(null)
  })

  it('leans as much as its handle stands above the board', () => {
    expect(tiltOf(new Vector3(0, 1, 1).normalize(), up)).toBeCloseTo(45, 5)
    expect(tiltOf(up, up)).toBe(90)
  })
})

describe('the curve beside the board', () => {
  it('is the recording’s own, though it is followed frame after frame', () => {
    const actions = expertActions(0)
    const trace = createCurveTrace()
    const until = actions.findIndex(({ name }) => name === 'withdraw')
    let progress = start(soldering, { seed: 0, mode: 'assessed' })
    let world = progress.world
    for (const [index, action] of actions.slice(0, until + 1).entries()) {
      progress = play(soldering, progress, action)
      world = progress.world
      for (let now = action.at; now < Math.min(actions[index + 1]?.at ?? 0, action.at + 4_000); now += 16) {
        world = passTime(world, now).world
        trace.step(world, now)
      }
    }
    const [own] = curvesOf(solderingTrace(0, actions).moments, actions.at(-1)?.at ?? 0)
    const { joint, points } = trace.now()!
    expect(joint).toBe(own?.joint)
    for (const point of points) {
      const near = own!.points.reduce((best, one) => (Math.abs(one.t - point.t) < Math.abs(best.t - point.t) ? one : best))
      expect(Math.abs(near.pad - point.pad), `at ${point.t} s`).toBeLessThan(12)
      expect(Math.abs(near.solder - point.solder)).toBeLessThan(0.3)
    }
    expect(points.at(-1)?.t).toBeGreaterThan(4)
  })
})
