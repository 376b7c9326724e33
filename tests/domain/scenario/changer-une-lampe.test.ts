// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, hintFor, play, readScenario, stagesOf, start } from '#domain/scenario/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import json from '#resources/scenarios/changer-une-lampe/scenario.json' with { type: 'json' }
import { timed } from '../../support/plays.ts'
import { expertPlay, otherOrders, seeds, slips, weakTester } from '../../support/plays/changer-une-lampe.ts'

const lamp = readScenario(json)
const results = (gestures: readonly Gesture[], seed: number) => assess(lamp.rubric, replay(lamp, {
  scenario: { id: lamp.id, digest: digestOfScenario(json) }, seed, mode: 'assessed', actions: timed(gestures),
}))
const missed = (gestures: readonly Gesture[], seed: number) =>
  results(gestures, seed).criteria.filter(({ result }) => result !== 'met').map(({ id }) => id)

describe('changing a lamp, a scenario made of data alone', () => {
  for (const [variant, seed] of [...Object.entries(seeds), ['a weak tester', weakTester] as const]) {
    it(`is acquired by an expert (${variant}), and by each other order`, () => {
      expect(missed(expertPlay(seed), seed)).toEqual([])
      expect(results(expertPlay(seed), seed).acquired).toBe(true)
      if (seed !== weakTester) for (const [order, gestures] of Object.entries(otherOrders)) expect(missed(gestures(seed), seed), order).toEqual([])
    })
  }

  for (const [slip, { play: gestures, misses }] of Object.entries(slips)) {
    it(`sees whoever ${slip}`, () => {
      for (const seed of Object.values(seeds)) expect(missed(gestures(seed), seed)).toEqual(expect.arrayContaining(misses))
    })
  }

  it('always has a hint until the lamp shines again', () => {
    for (const seed of Object.values(seeds)) {
      let progress = start(lamp, { seed, mode: 'guided' })
      for (const action of timed(expertPlay(seed))) {
        expect(hintFor(lamp, progress), action.name).not.toBe(null)
        progress = play(lamp, progress, action)
      }
      expect(hintFor(lamp, progress)).toBe(null)
    }
  })

  it('counts the light as given back at the end alone, not while it is still on at the beginning', () => {
    const states = (gestures: readonly Gesture[]) => {
      let progress = start(lamp, { seed: 0, mode: 'guided' })
      for (const action of timed(gestures)) progress = play(lamp, progress, action)
      return stagesOf(lamp, progress).map(({ state }) => state)
    }
    expect(states([])).toEqual(['open', 'waiting', 'waiting'])
    expect(states(expertPlay(0))).toEqual(['done', 'done', 'done'])
  })
})
