// SPDX-License-Identifier: EUPL-1.2
// Every eliminatory fault and every hazard of every scenario, played: what the world does of it, which criterion says so
// and why, and what it comes to. A new fault without its line here fails.
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, readScenario } from '#domain/scenario/index.ts'
import { playsOf, scenarioIds, scenarioJson, untilOver, type Misplay } from '#tests/parity/plays-of.ts'
import { timed } from '#tests/support/plays.ts'
import { consequences } from '#tests/support/plays/consequences.ts'

for (const id of scenarioIds) {
  const json = scenarioJson(id)
  const scenario = readScenario(json)
  const plays = await playsOf(id)
  const told = consequences[id]

  const played = ({ seed, play }: Misplay) => {
    const { gestures } = untilOver(scenario, seed, play())
    const trace = replay(scenario, { scenario: { id, digest: digestOfScenario(json) }, seed, mode: 'assessed', actions: timed(gestures) })
    return { trace, results: assess(scenario.rubric, trace) }
  }

  describe(`what comes of each fault and hazard of ${id}`, () => {
    it('is written for all of them, and for nothing else', () => {
      expect(Object.keys(told?.faults ?? {}).toSorted()).toEqual(Object.keys(plays?.faults ?? {}).toSorted())
      expect(Object.keys(told?.hazards ?? {}).toSorted()).toEqual(Object.keys(plays?.hazards ?? {}).toSorted())
    })

    for (const [fault, seen] of Object.entries(told?.faults ?? {})) {
      it(`${fault}: the world shows it, its own reason says it, and nothing is acquired`, () => {
        const { trace, results } = played(plays!.faults[fault]!)
        const finding = results.criteria.find((one) => one.id === fault)
        // What was never done has no moment of its own: the gesture that should have waited for it has.
        const moment = trace.moments.findLast(({ at, action: { name, target } }) => (finding?.at ?? at) === at && `${name} ${target}` === seen.by)
        expect(moment?.events).toEqual(expect.arrayContaining(seen.events.map((event) => expect.objectContaining(event))))
        expect(moment?.world).toMatchObject(seen.world)
        expect(finding?.result).toBe('not-met')
        for (const reason of Object.values(finding?.reason ?? {})) expect(reason).toMatch(/^[^{}]{12,}$/)
        expect(results).toMatchObject({ acquired: false, eliminated: [fault] })
      })
    }

    for (const [hazard, seen] of Object.entries(told?.hazards ?? {})) {
      it(`${hazard}: ends the attempt there, with its reasons`, () => {
        const { trace, results } = played(plays!.hazards![hazard]!)
        const last = trace.moments.at(-1)
        expect(`${last?.action.name} ${last?.action.target}`).toBe(seen.by)
        expect(last?.events).toEqual(expect.arrayContaining([{ ...seen.events[0], name: hazard }].map((event) => expect.objectContaining(event))))
        expect(last?.world).toMatchObject(seen.world)
        expect(trace.over).toBe(hazard)
        expect(results).toMatchObject({ acquired: false, eliminated: seen.eliminates })
        for (const one of results.criteria.filter(({ id: criterion }) => seen.eliminates.includes(criterion)))
          for (const reason of Object.values(one.reason)) expect(reason).toMatch(/^[^{}]{12,}$/)
      })
    }
  })
}
