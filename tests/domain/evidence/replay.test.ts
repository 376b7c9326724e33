// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostActions, replay } from '#domain/evidence/index.ts'
import { gesturesFor, play, start } from '#domain/scenario/index.ts'
import { lockOut, lockOutDigest, played, traceOf } from '#tests/support/lock-out.ts'
import { expertPlay, faults, seeds, shockPlay, timed, variantNames } from '#tests/support/plays.ts'

const recording = (seed: number, actions = timed(expertPlay(seed))) =>
  ({ scenario: { id: lockOut.id, digest: lockOutDigest }, seed, mode: 'assessed' as const, actions })

describe('replaying a recording', () => {
  it('gives the very trace that was lived, for every variant and every fault', () => {
    for (const name of variantNames) expect(traceOf(seeds[name], expertPlay(seeds[name]))).toEqual(played(seeds[name], expertPlay(seeds[name])).trace)
    for (const { seed, play: fault } of Object.values(faults)) expect(traceOf(seed, fault())).toEqual(played(seed, fault()).trace)
  })

  it('gives the very trace of a learner who does anything', () => {
    fc.assert(fc.property(fc.nat(47), fc.array(fc.nat(), { maxLength: 30 }), (seed, choices) => {
      const lived = choices.reduce((progress, choice, index) => {
        const offers = gesturesFor(lockOut, progress)
        const offer = offers[choice % Math.max(offers.length, 1)]
        return offer ? play(lockOut, progress, { at: index * 900, ...offer.gesture }) : progress
      }, start(lockOut, { seed, mode: 'assessed' }))
      const actions = lived.trace.moments.map(({ action }) => action)
      // Through JSON, as it travels.
      expect(replay(lockOut, JSON.parse(JSON.stringify(recording(seed, actions))))).toEqual(lived.trace)
    }), { numRuns: 30 })
  })

  it('plays another world with another seed: what was right in one hurts someone in the other', () => {
    const learntByHeart = timed(expertPlay(seeds.plain))
    const authorised = learntByHeart.findIndex(({ name }) => name === 'authorise-work')
    expect(replay(lockOut, recording(seeds.mislabelled, learntByHeart.slice(0, authorised + 1))).over).toBe('accident')
  })

  it('refuses another scenario', () => {
    expect(() => replay(lockOut, { ...recording(0), scenario: { id: 'other', digest: lockOutDigest } })).toThrow('ERR_UNKNOWN_SCENARIO')
  })

  it('refuses a recording nobody could have made by hand', () => {
    const actions = Array.from({ length: mostActions + 1 }, (_, index) => ({ at: index, name: 'read', target: 'diagram' }))
    expect(() => replay(lockOut, recording(0, actions))).toThrow('ERR_RECORDING_TOO_LONG')
  })

  it('refuses a time that goes back', () => {
    expect(() => replay(lockOut, recording(0, timed(expertPlay(0)).toReversed()))).toThrow('ERR_TIMING_IMPOSSIBLE')
  })

  it('refuses an action the world does not allow', () => {
    expect(() => replay(lockOut, recording(0, timed([{ name: 'acquire', target: 'q3' }])))).toThrow('ERR_UNKNOWN_ACTION')
  })

  it('refuses anything after the attempt was over', () => {
    expect(() => replay(lockOut, recording(0, timed([...shockPlay(), { name: 'close', target: 'door' }])))).toThrow('ERR_ATTEMPT_CLOSED')
  })
})
