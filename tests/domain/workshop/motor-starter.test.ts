// SPDX-License-Identifier: EUPL-1.2
// The motor starter that does not start: what is heard in each variant, what hurts, what is judged.
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import { readFramework } from '#domain/competence/index.ts'
import { checkCompetences, describe as describeWorld, gesturesFor, hintFor, play, sayEvents, stagesOf, start } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import words from '#domain/workshop/words.json' with { type: 'json' }
import melec from '#resources/frameworks/melec.json' with { type: 'json' }
import { played, resultsOf, starter, traceOf } from '#tests/support/motor-starter.ts'
import { timed } from '#tests/support/plays.ts'
import {
  caseOf, cases, expertPlay, faults, otherOrders, parts, replaceEverything, seeds, shockPlay, unluckySeeds, variantNames,
} from '#tests/support/plays/panne-depart-moteur.ts'

const g = (name: string, target: string, rest: Partial<Gesture> = {}): Gesture => ({ name, target, ...rest })
const heard = (seed: number, gestures: Gesture[]) =>
  traceOf(seed, gestures, 'guided').moments.flatMap(({ events }) => events.map(({ name }) => name))
const last = (seed: number, gestures: Gesture[]) => played(seed, gestures).events
const notMet = (seed: number, gestures: Gesture[]) =>
  resultsOf(seed, gestures).criteria.filter(({ result }) => result === 'not-met').map(({ id }) => id)
const measure = (tool: string, target: string, second: string) => g('measure', target, { with: tool, second })
const locked = (seed: number) => [g('open', 'door'), ...parts.isolate(seed)]

describe('what is heard when S2 is pressed, then let go', () => {
  const tap = [g('press', 's2'), g('release', 's2')]
  const silent = ['pressed', 'released']
  const sounds: Record<string, string[]> = {
    coil: silent, thermal: silent, 'control-cable': silent,
    phase: ['pressed', 'contactor-closed', 'motor-hums', 'released'],
    'motor-cable': ['pressed', 'contactor-closed', 'motor-hums', 'released'],
    auxiliary: ['pressed', 'contactor-closed', 'motor-started', 'released', 'contactor-opened', 'motor-stopped'],
  }
  for (const name of variantNames) {
    it(`${name}: ${sounds[name]?.join(', ')}`, () => expect(heard(seeds[name], tap)).toEqual(sounds[name]))
  }
})

describe('the same things are offered, whatever the fault', () => {
  const labels = (seed: number, gestures: Gesture[]) => gesturesFor(starter, played(seed, gestures)).map(({ label }) => label.fr)
  const begun: [string, Gesture[]][] = [['at the start', []], ['with the cabinet open', [g('open', 'door')]], ['locked out', locked(0)]]
  for (const [when, gestures] of begun) {
    it(when, () => {
      for (const seed of [...Object.values(seeds), ...Object.values(unluckySeeds)]) expect(labels(seed, gestures)).toEqual(labels(0, gestures))
    })
  }

  it('and what is seen from outside is the same too; only the relay’s flag and dial, inside, can be read', () => {
    const seen = (seed: number, gestures: Gesture[]) => describeWorld(starter, played(seed, gestures)).flatMap(({ items }) => items)
      .filter(({ id }) => id !== 'f2').map(({ id, state, details }) => ({ id, state, details }))
    for (const seed of Object.values(seeds)) {
      expect(seen(seed, [])).toEqual(seen(0, []))
      expect(seen(seed, [g('open', 'door')])).toEqual(seen(0, [g('open', 'door')]))
    }
  })
})

describe('the expert', () => {
  for (const name of variantNames) {
    it(`acquires everything: ${name}, in three orders, with the same results`, () => {
      const seed = seeds[name]
      const outcomes = [expertPlay, ...Object.values(otherOrders)].map((way) => resultsOf(seed, way(seed)))
      for (const one of outcomes) {
        expect(one.criteria.filter(({ result }) => result !== 'met')).toEqual([])
        expect(one).toMatchObject({ acquired: true, eliminated: [] })
        expect(one.competences).toEqual(outcomes[0]?.competences)
      }
      expect(outcomes[0]?.competences.map(({ code }) => code)).toEqual(['C5', 'C7', 'C8', 'C9', 'C11'])
    })
  }

  it('finds a weak tester and pierced gloves, and goes on', () => {
    for (const seed of Object.values(unluckySeeds)) expect(resultsOf(seed, expertPlay(seed)).acquired).toBe(true)
  })
})

describe('what hurts, or breaks', () => {
  it('a bare hand on a live terminal takes a shock and ends the attempt', () => {
    expect(traceOf(0, shockPlay()).over).toBe('shock')
  })

  it('hands in the fuses with Q1 closed: shock through bare hands, arc under gloves, and the fuse stays', () => {
    const change = g('replace', 'fu2', { with: 'new-fuse' })
    expect(last(seeds.phase, [g('open', 'door'), change])).toMatchObject([{ name: 'shock', values: { volts: 230, cause: 'worked-live' } }])
    const gloved = played(seeds.phase, [...parts.protect(0), g('open', 'door'), change])
    expect(gloved.events).toMatchObject([{ name: 'arc' }])
    expect(gloved.world['fu2']).toMatchObject({ blown: true })
  })

  it('ohms on a live circuit blow the meter’s fuse; it then measures volts only, until it is exchanged', () => {
    const blown = [g('open', 'door'), g('range-continuity', 'multimeter'), measure('multimeter', 'x0.l1', 'x0.l2')]
    expect(last(0, blown)).toMatchObject([{ name: 'meter-fuse-blown', values: { volts: 398 } }])
    expect(last(0, [...blown, g('open', 'q1'), measure('multimeter', 'km1.a1', 'km1.a2')])).toMatchObject([{ name: 'refused', values: { reason: 'meter-fuse-blown' } }])
    expect(last(0, [...blown, g('range-volts', 'multimeter'), measure('multimeter', 'x0.l1', 'x0.l2')])).toMatchObject([{ name: 'volts-shown', values: { volts: 398 } }])
    expect(last(0, [...blown, g('open', 'q1'), g('exchange', 'multimeter'), measure('multimeter', 'fu1.1', 'fu1.2')])).toMatchObject([{ name: 'beeped', values: { ohms: '0', open: false } }])
  })

  it('a part left loose conducts nothing: the motor does not start until it is tightened', () => {
    const loose = expertPlay(0).filter(({ name }) => name !== 'tighten')
    const upToStart = loose.slice(0, loose.findLastIndex(({ name, target }) => name === 'close' && target === 'q1') + 2)
    expect(last(0, upToStart).map(({ name }) => name)).toEqual(['pressed'])
    expect(notMet(0, loose)).toEqual(expect.arrayContaining(['r-tight', 'v-holds']))
  })

  it('a padlock left on Q1 keeps the machine stopped, and the report says otherwise', () => {
    const left = expertPlay(0).filter(({ name, target }) => name !== 'unlock' && !(name === 'close' && target === 'q1'))
    expect(notMet(0, left)).toEqual(expect.arrayContaining(['v-holds', 'h-put-back', 'h-true']))
  })

  it('a disconnector opened on a running motor draws an arc in its chamber', () => {
    expect(heard(seeds.auxiliary, [g('press', 's2'), g('open', 'q1')])).toEqual(expect.arrayContaining(['load-break', 'motor-stopped']))
  })

  it('a relay reset without a cause trips again: two minutes at 1.7 times its setting', () => {
    expect(heard(seeds.thermal, [g('open', 'door'), g('reset', 'f2'), g('press', 's2'), g('release', 's2'), g('watch-run', 'm1')]))
      .toEqual(expect.arrayContaining(['motor-started', 'thermal-tripped', 'motor-stopped']))
  })
})

describe('each eliminatory fault', () => {
  for (const [id, { seed, play: fault }] of Object.entries(faults)) {
    it(`${id} eliminates, for its own reason`, () => {
      const results = resultsOf(seed, fault())
      expect(results.eliminated).toEqual([id])
      expect(results.criteria.find((one) => one.id === id)).toMatchObject({ result: 'not-met', at: expect.any(Number) })
    })
  }
})

describe('guessing', () => {
  it('by replacing everything makes the motor run where a part was faulty, and acquires neither C5, C8 nor C9', () => {
    for (const name of variantNames) {
      const results = resultsOf(seeds[name], replaceEverything(seeds[name]))
      expect(notMet(seeds[name], replaceEverything(seeds[name]))).toEqual(expect.arrayContaining(['d-hypothesis', 'd-proof', 'r-only']))
      const lost = results.competences.filter(({ result }) => result === 'not-acquired').map(({ code }) => code)
      expect(lost).toEqual(expect.arrayContaining(['C5', 'C8', 'C9']))
    }
    expect(heard(seeds.coil, replaceEverything(seeds.coil))).toContain('motor-started')
  })

  it('right by chance is still not proven', () => {
    const { proof, deadProof } = cases.coil
    const blind = expertPlay(0).filter((one) => ![...proof, ...deadProof].includes(one) || one.name !== 'measure')
    expect(notMet(0, blind)).toEqual(['d-proof'])
  })
})

describe('mistakes that cost their own criterion and eliminate nobody', () => {
  const without = (gestures: Gesture[], name: string, target: string) => gestures.filter((one) => one.name !== name || one.target !== target)
  const expert = expertPlay(0)
  const mistakes: [string, number, Gesture[], string[]][] = [
    ['measuring before reading', 0, [...without(without(expert, 'read', 'order'), 'read', 'diagram'), g('read', 'order'), g('read', 'diagram')], ['d-documents']],
    ['the symptom misheard', 0, expert.map((one) => (one.target === 'diagnosis.symptom' ? { ...one, value: 'hums' } : one)), ['d-symptom']],
    ['no hypothesis written', 0, without(expert, 'fill', 'diagnosis.suspect'), ['d-hypothesis']],
    ['live measuring without gloves', 0, without(expert, 'put-on', 'gloves'), ['m-protected']],
    ['no tag', 0, without(expert, 'hang-tag', 'q1'), ['r-tag']],
    ['two currents of three', 0, without(expert, 'clamp', 'x1.w'), ['v-currents', 'h-true']],
    ['the emergency stop not tried', 0, without(without(expert, 'press', 's0'), 'unlatch', 's0'), ['v-stops', 'h-true']],
    ['the cabinet left open', 0, expert.filter((one, index) => index < 40 || one.name !== 'close' || one.target !== 'door'), ['h-put-back']],
    ['another fault in the report', 0, expert.map((one) => (one.target === 'report.fault' ? { ...one, value: 'motor' } : one)), ['h-report']],
    ['the relay reset before it is set', seeds.thermal, swapped(expertPlay(seeds.thermal)), ['d-cause']],
  ]
  for (const [what, seed, gestures, ids] of mistakes) {
    it(what, () => {
      expect(notMet(seed, gestures)).toEqual(ids)
      expect(resultsOf(seed, gestures)).toMatchObject({ eliminated: [], acquired: false })
    })
  }

  it('hurrying to reset after a trip one saw is no fault in itself: the phase is mended afterwards', () => {
    const seed = seeds.phase
    const trip = [g('press', 's2'), g('release', 's2'), g('watch-run', 'm1')]
    const late = [...parts.begin(seed), ...trip, ...parts.isolate(seed), ...caseOf(seed).deadProof, ...parts.conclude(seed), g('reset', 'f2'),
      ...parts.repair(seed), ...parts.finish(seed)]
    expect(resultsOf(seed, late)).toMatchObject({ acquired: true, eliminated: [] })
  })
})

describe('words and hints', () => {
  const everyMoment = (seed: number, mode: Progress['mode'], gestures = expertPlay(seed)) => {
    let progress = start(starter, { seed, mode })
    return timed(gestures).map((action) => (progress = play(starter, progress, action)))
  }

  it('leave no gap and no bare key in any gesture, event or state, in either language', () => {
    for (const seed of Object.values(seeds)) {
      for (const progress of everyMoment(seed, 'guided').filter((_, index) => index % 4 === 0)) {
        const seen = describeWorld(starter, progress).flatMap(({ items }) => items.flatMap(({ name, state, details }) => [name, state, ...details]))
        const said = [...gesturesFor(starter, progress).map(({ label }) => label), ...sayEvents(starter, progress), ...seen]
        for (const { fr, en } of said) expect(`${fr} ${en}`).not.toMatch(/\{\w+\}|undefined|\[object|\b(?:set|range|watched)-\w/)
      }
    }
  })

  it('exist for every event of every play', () => {
    const plays = [...Object.values(faults).map(({ seed, play: fault }) => traceOf(seed, fault())), ...Object.values(seeds).map((seed) => traceOf(seed, replaceEverything(seed)))]
    for (const { events } of plays.flatMap(({ moments }) => moments)) for (const { name } of events) expect(words.events).toHaveProperty(name)
  })

  it('follow the expert of each variant to the end, and then have nothing to say', () => {
    for (const seed of Object.values(seeds)) {
      const moments = everyMoment(seed, 'guided')
      const hints = [start(starter, { seed, mode: 'guided' }), ...moments].map((progress) => hintFor(starter, progress)?.fr)
      expect(new Set(hints).size).toBeGreaterThan(15)
      expect(hints.at(-1)).toBeUndefined()
      const end = moments.at(-1)
      expect(end && stagesOf(starter, end).every(({ state }) => state === 'done')).toBe(true)
    }
  })

  it('are never given in assessed mode, nor in practice', () => {
    for (const mode of ['assessed', 'practice'] as const) {
      for (const progress of everyMoment(0, mode)) expect(hintFor(starter, progress)).toBeNull()
    }
  })

  it('name competences of the framework only, and say who has not validated the criteria', () => {
    expect(() => checkCompetences(starter, readFramework(melec))).not.toThrow()
    expect(starter.rubric.status.fr).toContain('inspecteur')
  })

  it('leave unobserved what was not reached', () => {
    const results = assess(starter.rubric, traceOf(0, []))
    expect(results).toMatchObject({ acquired: false, eliminated: [] })
    expect(results.criteria.every(({ result }) => result === 'not-observed')).toBe(true)
  })
})

/** The relay reset before its dial is turned. */
function swapped(gestures: Gesture[]): Gesture[] {
  const index = gestures.findIndex(({ name }) => name === 'adjust')
  const [adjust, reset] = gestures.slice(index, index + 2)
  return adjust && reset ? gestures.toSpliced(index, 2, reset, adjust) : gestures
}
