// SPDX-License-Identifier: EUPL-1.2
// Every scenario of the folder, by its plays (tests/support/plays): what no scenario may be published without.
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import type { Results } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, readScenario } from '#domain/scenario/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import { playsOf, scenarioIds, scenarioJson, untilOver, type Plays } from '#tests/parity/plays-of.ts'
import { recordingsOf } from '#tests/parity/recordings.ts'
import { timed } from '#tests/support/plays.ts'

const none: Plays = { expertPlay: () => [], otherOrders: {}, faults: {} }

for (const id of scenarioIds) {
  const json = scenarioJson(id)
  const scenario = readScenario(json)
  const { expertPlay, otherOrders, faults, hazards = {} } = await playsOf(id) ?? none
  const traceOf = (seed: number, gestures: readonly Gesture[]) =>
    replay(scenario, { scenario: { id, digest: digestOfScenario(json) }, seed, mode: 'assessed', actions: timed(gestures) })
  const resultsOf = (seed: number, gestures: readonly Gesture[]) => assess(scenario.rubric, traceOf(seed, gestures))
  const optional = new Set(scenario.rubric.criteria.filter((one) => one.optional).map((one) => one.id))
  const missed = ({ criteria }: Results) => criteria
    .filter((one) => one.result === 'not-met' || (one.result === 'not-observed' && !optional.has(one.id))).map((one) => one.id)

  describe(`the plays of ${id}`, () => {
    it('hold an expert who meets every criterion in each variant, in any legal order', () => {
      // The small ones, of a few minutes, may have two.
      expect(scenario.variants.length).toBeGreaterThanOrEqual(scenario.minutes < 10 ? 2 : 3)
      expect(Object.keys(otherOrders).length).toBeGreaterThan(0)
      for (const [seed, variant] of scenario.variants.entries()) {
        for (const play of [expertPlay, ...Object.values(otherOrders)]) {
          const results = resultsOf(seed, play(seed))
          expect(missed(results), variant.id).toEqual([])
          expect(results.acquired, variant.id).toBe(true)
        }
      }
    })

    it('hold, for each eliminatory criterion, a fault that gives exactly that reason', () => {
      const eliminatory = scenario.rubric.criteria.filter((one) => one.eliminatory)
      expect(Object.keys(faults).toSorted()).toEqual(eliminatory.map((one) => one.id).toSorted())
      for (const [criterion, { seed, play }] of Object.entries(faults)) {
        const results = resultsOf(seed, play())
        expect(results.eliminated, criterion).toEqual([criterion])
        const reason = results.criteria.find((one) => one.id === criterion)?.reason.fr ?? ''
        const own = eliminatory.find((one) => one.id === criterion)?.reasons.notMet.fr ?? ''
        expect(reason.length, criterion).toBeGreaterThan(10)
        expect(reason.startsWith(own.split('{')[0] ?? ''), criterion).toBe(true)
        expect(reason, criterion).not.toMatch(/[{}]/)
      }
      const reasons = eliminatory.map((one) => one.reasons.notMet.fr)
      expect(new Set(reasons).size).toBe(reasons.length)
    })

    it('hold each hazard: whatever ends an attempt by chance is also played on purpose', async () => {
      for (const [event, { seed, play }] of Object.entries(hazards)) expect(traceOf(seed, untilOver(scenario, seed, play()).gestures).over, event).toBe(event)
      const byChance = (await recordingsOf(id, 25)).map((recording) => replay(scenario, recording).over)
      expect(Object.keys(hazards)).toEqual(expect.arrayContaining([...new Set(byChance.filter((end) => end !== undefined))]))
    })
  })
}
