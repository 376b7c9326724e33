// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/canonical.ts'
import { chancesOf, gesturesFor, play, start, variantOf } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import { lockOut, played } from '#tests/support/lock-out.ts'
import { expertPlay, seeds, timed, unluckySeeds } from '#tests/support/plays.ts'

const act = (name: string, target: string, rest: object = {}) => ({ at: 1_000, name, target, ...rest })
const begin = (seed = 0, mode: Progress['mode'] = 'assessed') => start(lockOut, { seed, mode })

/** Freezes everything within: whatever writes into it then throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

/** A learner who does anything that is offered, as the numbers decide. */
function wander(seed: number, choices: readonly number[], mode: Progress['mode']): Progress {
  return choices.reduce((progress, choice, index) => {
    const offers = gesturesFor(lockOut, progress)
    const offer = offers[choice % Math.max(offers.length, 1)]
    return offer ? deepFreeze(play(lockOut, progress, { at: index * 1_500, ...offer.gesture })) : progress
  }, deepFreeze(begin(seed, mode)))
}

/** What an attempt comes to, without the world at each moment. */
const essence = ({ world, over, trace }: Progress) => ({ world, over: over ?? 'no', events: trace.moments.map(({ action, events }) => ({ action, events })) })

describe('playing', () => {
  it('never throws on any offered gesture, never changes what it was given, and always does the same', () => {
    fc.assert(fc.property(fc.nat(47), fc.array(fc.nat(), { maxLength: 40 }), fc.constantFrom('guided', 'practice', 'assessed'), (seed, choices, mode) => {
      expect(canonicalJson(essence(wander(seed, choices, mode)))).toBe(canonicalJson(essence(wander(seed, choices, mode))))
    }), { numRuns: 40 })
  })

  it('offers nothing once the attempt is over, and refuses to go on', () => {
    const over = [act('open', 'door'), act('touch', 'x3.l1')].reduce((progress, action) => play(lockOut, progress, action), begin())
    expect(gesturesFor(lockOut, over)).toEqual([])
    expect(() => play(lockOut, over, act('close', 'door'))).toThrow('ERR_ATTEMPT_CLOSED')
  })

  it('keeps every moment with the world before and after it', () => {
    const { trace } = played(seeds.plain, expertPlay(seeds.plain).slice(0, 5))
    expect(trace.moments).toHaveLength(5)
    trace.moments.forEach((moment, index) => expect(moment.before).toBe(index === 0 ? trace.start : trace.moments[index - 1]?.world))
  })

  const unknown: [string, object][] = [
    ['a gesture its kind does not know', act('melt', 'q3')],
    ['a gesture of another kind', act('self-test', 'q3')],
    ['a tool of the wrong kind', act('lock', 'q3', { with: 'key' })],
    ['a tool where none is used', act('open', 'q3', { with: 'padlock' })],
    ['no tool where one is needed', act('lock', 'q3')],
    ['a measurement with one probe', act('measure', 'x3.l1', { with: 'tester' })],
    ['both probes on one terminal', act('measure', 'x3.l1', { with: 'tester', second: 'x3.l1' })],
    ['a terminal that is not there', act('measure', 'x3.l1', { with: 'tester', second: 'x3.l9' })],
    ['free text in a field', act('fill', 'tag.name', { value: 'Camille Martin' })],
    ['a field that is not there', act('fill', 'tag.colour', { value: 'own-name' })],
    ['a value where none is expected', act('open', 'q3', { value: 'wide' })],
    ['a name every object inherits', act('constructor', 'q3')],
    ['a tool use every object inherits', act('toString', 'x3.l1', { with: 'tester' })],
  ]
  for (const [what, action] of unknown) {
    it(`refuses ${what}`, () => {
      expect(() => play(lockOut, begin(), action as ReturnType<typeof act>)).toThrow('ERR_UNKNOWN_ACTION')
    })
  }

  it('refuses equipment that is not there, inherited names included', () => {
    for (const target of ['q7', 'constructor', '__proto__', 'toString.l1']) {
      expect(() => play(lockOut, begin(), act('open', target))).toThrow('ERR_UNKNOWN_EQUIPMENT')
    }
  })
})

describe('the seed', () => {
  it('chooses the variant, in turn', () => {
    expect([0, 1, 2, 3, 4, 5].map((seed) => variantOf(lockOut, seed).id)).toEqual(['plain', 'mislabelled', 'generator', 'earthing', 'plain', 'mislabelled'])
  })

  it('draws the misfortunes beside it', () => {
    for (const seed of Object.values(seeds)) expect(chancesOf(lockOut, seed)).toEqual([])
    expect(chancesOf(lockOut, unluckySeeds.weakTester)).toEqual(['weak-tester'])
    expect(chancesOf(lockOut, unluckySeeds.piercedGloves)).toEqual(['pierced-gloves'])
    expect(chancesOf(lockOut, unluckySeeds.both)).toEqual(['weak-tester', 'pierced-gloves'])
  })

  it('reaches every variant with and without misfortune over many draws', () => {
    const drawn = new Set(Array.from({ length: 480 }, (_, seed) => `${variantOf(lockOut, seed).id} ${chancesOf(lockOut, seed).join()}`))
    expect(drawn.size).toBe(16)
  })

  it('must be a whole positive number', () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 60]) expect(() => start(lockOut, { seed, mode: 'guided' })).toThrow('ERR_SEED_MISMATCH')
  })

  it('shows from outside only what a visitor would see: the labels are the same in every variant', () => {
    const labels = (seed: number) => ['q0', 'q1', 'q2', 'q3', 'q9'].map((id) => begin(seed).world[id])
    for (const seed of Object.values(seeds)) expect(labels(seed)).toEqual(labels(0))
  })

  it('gives the same gestures at the start, whatever the variant: they tell nothing', () => {
    const labels = (seed: number) => gesturesFor(lockOut, begin(seed)).map(({ label }) => label.fr)
    for (const seed of [...Object.values(seeds), ...Object.values(unluckySeeds)]) expect(labels(seed)).toEqual(labels(0))
  })
})

it('has actions dated as they were given', () => {
  const { trace } = played(0, expertPlay(0))
  expect(trace.moments.map(({ at }) => at)).toEqual(timed(expertPlay(0)).map(({ at }) => at))
})
