// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import { endingEvents, gesturesFor, play, start } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import { solve } from '#domain/workshop/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import { lockOut } from '#tests/support/lock-out.ts'
import { expertPlay, pairs } from '#tests/support/plays.ts'

/** A slip: a gesture left out, moved elsewhere, or something else that is offered done in between. */
type Slip = { kind: 'drop' | 'move' | 'extra'; place: number; other: number }
const slip = fc.record({ kind: fc.constantFrom<Slip['kind']>('drop', 'move', 'extra'), place: fc.nat(), other: fc.nat() })

function withSlips(gestures: Gesture[], slips: readonly Slip[]): (Gesture | number)[] {
  return slips.reduce<(Gesture | number)[]>((list, { kind, place, other }) => {
    const index = place % list.length
    const taken = list[index]
    if (kind === 'extra') return list.toSpliced(index, 0, other)
    const without = list.toSpliced(index, 1)
    return kind === 'drop' || taken === undefined ? without : without.toSpliced(other % list.length, 0, taken)
  }, gestures)
}

/** Plays it to its end; a number stands for any gesture offered at that moment. */
function carryOut(seed: number, list: readonly (Gesture | number)[]): Progress {
  return list.reduce<Progress>((progress, one, index) => {
    if (progress.over) return progress
    const offers = typeof one === 'number' ? gesturesFor(lockOut, progress) : []
    const gesture = typeof one === 'number' ? offers[one % offers.length]?.gesture : one
    return gesture ? play(lockOut, progress, { at: index * 2_000, ...gesture }) : progress
  }, start(lockOut, { seed, mode: 'assessed' }))
}

describe('whoever is found competent', () => {
  it('hurt nobody, and let work begin only on a dead point, every source locked with the key in a pocket', () => {
    let acquired = 0
    fc.assert(fc.property(fc.nat(47), fc.array(slip, { minLength: 1, maxLength: 3 }), (seed, slips) => {
      const { trace, setup } = carryOut(seed, withSlips(expertPlay(seed), slips))
      if (!assess(lockOut.rubric, trace).acquired) return
      acquired += 1
      expect(trace.moments.flatMap(({ events }) => events).filter(({ name }) => endingEvents.includes(name))).toEqual([])
      const begun = trace.moments.filter(({ events }) => events.some(({ name }) => name === 'work-started'))
      expect(begun).toHaveLength(1)
      const world = begun[0]?.world ?? {}
      for (const [a, b] of pairs) expect(solve(setup, world).volts(a, b)).toBeLessThan(1)
      for (const device of [trace.facts['devices'] ?? []].flat()) {
        const lever = world[device]
        expect(lever).toMatchObject({ closed: false, padlock: expect.stringContaining('padlock') })
        const key = lever && 'padlock' in lever ? world[String(lever.padlock).replace('padlock', 'key')] : undefined
        expect(key).toMatchObject({ kind: 'key', holder: 'operator' })
      }
    }), { numRuns: 400 })
    // The property would be empty if every slip failed.
    expect(acquired).toBeGreaterThan(20)
  })
})
