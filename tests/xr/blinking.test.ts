// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { BEAT_MS, blinksOf, goesOut, OUT_MS } from '#app/scenes/stand/use-blinking.ts'
import { loadBodies } from '#app/equipment/kinds.ts'
import { networkSwitch } from '#app/equipment/kind/network-switch.ts'
import { played } from '../support/cabling.ts'
import { expertPlay, parts, seeds } from '../support/plays/cablage-baie-reseau.ts'

await loadBodies(['network-switch'])

describe('the lights of a switch', () => {
  const beats = Array.from({ length: 400 }, (_, beat) => beat)

  it('blink about once a second, never three times, and are lit most of the time', () => {
    expect(1000 / BEAT_MS).toBeLessThan(1.5)
    expect(OUT_MS).toBeLessThan(BEAT_MS / 3)
    for (const light of [0, 1, 2, 3]) expect(beats.filter((beat) => goesOut(beat, light)).length / beats.length).toBeCloseTo(0.75, 1)
  })

  it('do not all go out on the same beats', () => {
    for (const light of [1, 2, 3]) expect(beats.some((beat) => goesOut(beat, light) !== goesOut(beat, 0))).toBe(true)
  })

  it('blink only where there is a link: two rooms at first, the new one once its computer is plugged in', () => {
    const before = played(seeds.plain, [...parts.read(), ...parts.rack(0), ...parts.room(0)]).world
    expect(blinksOf(before)).toEqual(['switch/p5/green', 'switch/p6/green'])
    expect(blinksOf(played(seeds.plain, expertPlay(0)).world)).toEqual(['switch/p5/green', 'switch/p6/green', 'switch/p7/green'])
  })

  it('each stand for one speed: out without a link, and the other one for a slower link', () => {
    const lit = (p7: 'none' | 'fast' | 'gigabit') => networkSwitch.poses?.('switch', { kind: 'network-switch', links: { p7 } }, {
      setup: { equipment: { switch: { id: 'switch', terminals: ['p7'] } } } } as never).filter(([, { scale }]) => scale === 1).map(([part]) => part)
    expect(lit('none')).toEqual([])
    expect(lit('fast')).toEqual(['switch/p7/amber'])
    expect(lit('gigabit')).toEqual(['switch/p7/green'])
  })
})
