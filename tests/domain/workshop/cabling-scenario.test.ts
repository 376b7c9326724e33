// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { readFramework } from '#domain/competence/index.ts'
import { chancesOf, checkCompetences, describe as describeWorld, gesturesFor, hintFor, play, sayEvents, stagesOf, start } from '#domain/scenario/index.ts'
import ciel from '#resources/frameworks/ciel.json' with { type: 'json' }
import { cabling, played, resultsOf } from '#tests/support/cabling.ts'
import { expertPlay, faults, otherOrders, parts, seeds, unluckySeeds, variantNames } from '#tests/support/plays/cablage-baie-reseau.ts'
import { timed } from '#tests/support/plays.ts'

const everySeed = [...Object.values(seeds), ...Object.values(unluckySeeds)]
const notMet = (seed: number, gestures: Parameters<typeof resultsOf>[1]) =>
  resultsOf(seed, gestures).criteria.filter(({ result }) => result !== 'met').map(({ id, result }) => `${id} ${result}`)

describe('the cabling of a network rack', () => {
  for (const seed of everySeed) {
    it(`is perfect when an expert plays seed ${seed}`, () => {
      expect(notMet(seed, expertPlay(seed))).toEqual([])
      expect(resultsOf(seed, expertPlay(seed)).acquired).toBe(true)
    })

    for (const [order, gestures] of Object.entries(otherOrders)) {
      it(`is just as good in another order: ${order} (seed ${seed})`, () => {
        expect(notMet(seed, gestures(seed))).toEqual([])
      })
    }
  }

  it('draws the misfortunes it says', () => {
    for (const seed of Object.values(seeds)) expect(chancesOf(cabling, seed)).toEqual([])
    expect(chancesOf(cabling, unluckySeeds.deepBlade)).toEqual(['deep-blade'])
    expect(chancesOf(cabling, unluckySeeds.bareStrip)).toEqual(['bare-strip'])
    expect(chancesOf(cabling, unluckySeeds.both)).toEqual(['deep-blade', 'bare-strip'])
  })

  for (const [id, { seed, play: fault }] of Object.entries(faults)) {
    it(`fails for its own reason: ${id}`, () => {
      const results = resultsOf(seed, fault())
      expect(results.eliminated).toEqual([id])
      expect(results.acquired).toBe(false)
      expect(results.criteria.find((one) => one.id === id)?.reason.fr).toMatch(/^À \d+:\d\d/)
    })
  }

  it('maps to competences of its framework, and each of the four is judged in every variant', () => {
    checkCompetences(cabling, readFramework(ciel))
    for (const seed of Object.values(seeds)) {
      expect(resultsOf(seed, expertPlay(seed)).competences.map(({ code }) => code)).toEqual(['C06', 'C09', 'C10', 'C11'])
    }
  })

  it('gives the same gestures at the start, whatever the variant: they tell nothing', () => {
    const labels = (seed: number) => gesturesFor(cabling, start(cabling, { seed, mode: 'assessed' })).map(({ label }) => label.fr)
    for (const seed of [...Object.values(seeds), unluckySeeds.deepBlade]) expect(labels(seed)).toEqual(labels(0))
  })

  it('is guided from the order to the report, and ends with nothing to say', () => {
    for (const name of variantNames) {
      let progress = start(cabling, { seed: seeds[name], mode: 'guided' })
      const hints = [hintFor(cabling, progress)?.fr]
      for (const [index, action] of timed(expertPlay(seeds[name])).entries()) {
        progress = play(cabling, progress, action)
        hints.push(hintFor(cabling, progress)?.fr)
        if (index % 7 > 0) continue
        const said = [...gesturesFor(cabling, progress).map(({ label }) => label), ...sayEvents(cabling, progress)]
        const seen = describeWorld(cabling, progress).flatMap(({ items }) => items.flatMap(({ state, details }) => [state, ...details]))
        for (const { fr, en } of [...said, ...seen]) expect(`${fr} ${en}`).not.toMatch(/\{\w+\}|undefined|\[object|\b(wire|link|pair|untwist)-/)
      }
      expect(hints[0]).toContain('ordre de travail')
      expect(hints.at(-1)).toBeUndefined()
      expect(stagesOf(cabling, progress).filter(({ state }) => state !== 'done')).toEqual([])
    }
  })

  it('leaves no text with a typewriter’s apostrophe', () => {
    const french = [...JSON.stringify(cabling).matchAll(/"fr":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text)
    expect(french.filter((text) => text?.includes("'"))).toEqual([])
  })

  it('ends an assessed attempt at a shock, and lets a guided one go on', () => {
    const reachingIn = [...parts.read(), ...parts.prepare('rack'), ...parts.lay('rack', 'm7', 't568b').slice(0, 1)]
    expect(played(unluckySeeds.bareStrip, reachingIn).over).toBe('shock')
    expect(resultsOf(unluckySeeds.bareStrip, reachingIn).eliminated).toEqual(['e-live-parts'])
    expect(played(unluckySeeds.bareStrip, reachingIn, 'guided').over).toBeUndefined()
  })
})
