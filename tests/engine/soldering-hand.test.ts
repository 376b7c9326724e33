// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import { play, start } from '#domain/scenario/index.ts'
import type { Action, Gesture } from '#domain/workshop/action.ts'
import { curvesOf } from '#domain/workshop/solder/curve.ts'
import { handAway, quantise } from '#app/engine/soldering-hand.ts'
import type { HandSample, Held } from '#app/engine/soldering-hand.ts'
import { expertActions } from '#tests/support/plays/brasage-composant.ts'
import { soldering, solderingTrace } from '#tests/support/soldering.ts'

const ids = { board: 'board', iron: 'iron', wire: 'wire' }
const rest: HandSample = { at: 0, joint: null, aside: 20, above: 20, tilt: 45, push: 0, ontoTip: false }
const on: HandSample = { ...rest, joint: 'p1', aside: 0.8, above: 0.5 }

/** A movement, sampled as a device samples it, as the gestures it leaves. */
function gesturesOf(samples: readonly HandSample[]): Action[] {
  let held: Held = handAway
  return samples.flatMap((sample) => {
    const next = quantise(held, sample, ids)
    held = next.held
    return next.gestures.map((gesture) => ({ at: sample.at, ...gesture }))
  })
}
/** The same place for a while, at 72 samples a second, with a hand that trembles. */
const during = (from: number, to: number, sample: Partial<HandSample>, tremble = 0): HandSample[] =>
  Array.from({ length: Math.floor((to - from) / 14) }, (_, i) => ({ ...on, ...sample, at: from + i * 14, tilt: (sample.tilt ?? 45) + (i % 2 ? tremble : -tremble) }))
const said = (actions: readonly Gesture[]) => actions.map(({ name, value }) => [name, value].filter(Boolean).join(' '))

describe('the hand that solders, as evidence', () => {
  it('is four gestures for a joint: applied, fed, wire away, withdrawn', () => {
    const movement = [...during(0, 300, rest), ...during(300, 1_500, {}), ...during(1_500, 2_600, { push: 0.6 }), ...during(2_600, 3_300, {}), ...during(3_300, 3_600, rest)]
    expect(said(gesturesOf(movement))).toEqual(['apply-iron both-45', 'feed joint-steady', 'stop-feed', 'withdraw'])
  })

  it('does not tell a trembling hand from a steady one', () => {
    const trembling = (tilt: number, by: number) => [...during(0, 400, { ...rest, tilt }, by), ...during(400, 3_000, { tilt }, by)]
    expect(said(gesturesOf(trembling(45, 12)))).toEqual(['apply-iron both-45'])
    expect(said(gesturesOf(trembling(53, 8)))).toHaveLength(1)
  })

  it('tells a hand that turns the iron, or slides off the lead', () => {
    expect(said(gesturesOf([...during(0, 500, {}), ...during(500, 1_000, { tilt: 74 })]))).toEqual(['apply-iron both-45', 'move-iron both-60', 'move-iron both-75'])
    expect(said(gesturesOf([...during(0, 500, {}), ...during(500, 1_000, { aside: 3 })]))).toEqual(['apply-iron both-45', 'move-iron pad-45'])
    expect(said(gesturesOf(during(0, 500, { above: 4 })))).toEqual(['apply-iron lead-45'])
  })

  it('never leaves more than a few gestures a second, however the hand shakes', () => {
    const wild = during(0, 5_000, {}).map((sample, i) => ({ ...sample, tilt: i % 2 ? 15 : 75, aside: i % 3 ? 0 : 3, push: i % 2 }))
    expect(gesturesOf(wild).length).toBeLessThan(5 * 20)
  })

  it('withdraws from a joint before touching another, and takes the wire away with it', () => {
    expect(said(gesturesOf([...during(0, 500, { push: 1 }), ...during(500, 1_000, { joint: 'p2' })]))).toEqual(['apply-iron both-45', 'feed joint-fast', 'withdraw', 'apply-iron both-45'])
  })

  it('gives the same joint from a headset at 72 samples a second and a mouse at 30', () => {
    const made = (step: number) => {
      const sample = (at: number): HandSample => (at < 300 || at >= 3_300 ? { ...rest, at } : { ...on, at, push: at >= 1_500 && at < 2_610 ? 0.6 : 0 })
      const hand = gesturesOf(Array.from({ length: Math.ceil(6_000 / step) }, (_, i) => sample(Math.round(i * step))))
      const before = expertActions(0).slice(0, expertActions(0).findIndex(({ name }) => name === 'apply-iron'))
      const from = (before.at(-1)?.at ?? 0) + 1_000
      const actions = [...before, ...hand.map((one) => ({ ...one, at: one.at + from })), { at: from + 9_000, name: 'inspect-joint', target: 'board.p1', with: 'magnifier' }]
      return actions.reduce((progress, action) => play(soldering, progress, action), start(soldering, { seed: 0, mode: 'guided' })).events[0]?.name
    }
    expect([made(1000 / 72), made(1000 / 30)]).toEqual(['seen-good', 'seen-good'])
  })
})

describe('the curve of a joint', () => {
  const curves = (seed: number) => {
    const { moments } = solderingTrace(seed, expertActions(seed))
    return curvesOf(moments, moments.at(-1)?.at ?? 0)
  }

  it('is one for each touch of the iron, from cold to set', () => {
    const [first, second] = curves(0)
    expect([first?.joint, second?.joint]).toEqual(['p1', 'p2'])
    expect(first?.points[0]).toMatchObject({ t: 0, pad: 25, solder: 0 })
    expect(Math.max(...(first?.points ?? []).map(({ pad }) => pad))).toBeGreaterThan(260)
    expect(first?.points.at(-1)?.solder).toBeGreaterThan(3)
    expect(first?.points.at(-1)?.t).toBeGreaterThan(4)
  })

  it('has the gesture’s own time: the ground plane’s is longer', () => {
    const last = (seed: number) => curves(seed)[0]?.points.at(-1)?.t ?? 0
    expect(last(2)).toBeGreaterThan(last(0) + 1)
  })

  it('is drawn up to now while the iron is still on the joint', () => {
    const { moments } = solderingTrace(0, expertActions(0))
    const until = moments.findIndex(({ action }) => action.name === 'apply-iron') + 1
    const at = moments[until - 1]?.at ?? 0
    expect(curvesOf(moments.slice(0, until), at + 1_000)[0]?.points.at(-1)?.t).toBeCloseTo(1, 5)
  })

  it('judges nothing: the rubric gives the same without it', () => {
    expect(assess(soldering.rubric, solderingTrace(0, expertActions(0))).acquired).toBe(true)
  })
})
