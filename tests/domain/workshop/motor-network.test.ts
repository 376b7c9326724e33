// SPDX-License-Identifier: EUPL-1.2
// Contactors, motors, resistances and currents, against values computed by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gesturesFor, play, setupOf, start } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import { perform, solve, startWorld } from '#domain/workshop/index.ts'
import type { Network, Setup } from '#domain/workshop/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import { ampsAt } from '#domain/workshop/currents.ts'
import { ohmsBetween } from '#domain/workshop/resistance.ts'
import { settle } from '#domain/workshop/settle.ts'
import type { Equipment } from '#domain/workshop/setup.ts'
import { overloadRatio, tripsAfter } from '#domain/workshop/thermal-relay.ts'
import { played, starter } from '#tests/support/motor-starter.ts'
import { expertPlay, parts, seeds } from '#tests/support/plays/panne-depart-moteur.ts'

const g = (name: string, target: string, rest: Partial<Gesture> = {}): Gesture => ({ name, target, ...rest })
const after = (seed: number, gestures: Gesture[]) => {
  const { setup, world } = played(seed, gestures)
  return {
    world,
    volts: (a: string, b: string) => solve(setup, world).volts(a, b),
    ohms: (a: string, b: string) => ohmsBetween(setup, world, a, b),
    amps: (node: string) => ampsAt(setup, world, node),
  }
}
const started = [g('press', 's2'), g('release', 's2')]
const repaired = (seed: number) => expertPlay(seed).slice(0, -parts.report(seed).length - 8)

describe('a contactor in the network', () => {
  it('draws in once its coil has 230 V, and stays in by its own contact once the button is let go', () => {
    expect(after(seeds.phase, [g('press', 's2')]).world['km1']).toMatchObject({ energised: true })
    const held = after(seeds.phase, started)
    expect(held.world['km1']).toMatchObject({ energised: true })
    expect(held.volts('km1.a1', 'km1.a2')).toBeCloseTo(230, 6)
    expect(held.volts('km1.13', 'km1.14')).toBe(0)
  })

  it('drops out when the button is let go, where contact 13-14 does not close', () => {
    expect(after(seeds.auxiliary, [g('press', 's2')]).volts('km1.13', 'km1.14')).toBe(0)
    expect(played(seeds.auxiliary, started).events.map(({ name }) => name)).toEqual(['released', 'contactor-opened', 'motor-stopped'])
  })

  it('does not move for 230 V when its coil is open, nor without them when a core is cut', () => {
    const open = after(seeds.coil, [g('press', 's2')])
    expect(open.volts('km1.a1', 'km1.a2')).toBeCloseTo(230, 6)
    expect(open.world['km1']).toMatchObject({ energised: false })
    const cut = after(seeds['control-cable'], [g('press', 's2')])
    expect(cut.volts('s2.14', 'x0.n')).toBeCloseTo(230, 6)
    expect(cut.volts('km1.a1', 'x0.n')).toBeLessThan(0.001)
  })

  it('pushed in by hand on a live circuit, starts the motor and holds by itself', () => {
    const { events } = played(seeds['control-cable'], [g('open', 'door'), g('push-armature', 'km1')])
    expect(events.map(({ name }) => name)).toContain('motor-started')
    expect(after(seeds['control-cable'], [g('open', 'door'), g('push-armature', 'km1'), g('let-go', 'km1')]).world['m1']).toMatchObject({ spin: 'running' })
  })

  it('lets go of what holds it at most sixteen times: a contactor that cuts its own coil ends somewhere, always the same', () => {
    const km: Equipment = { id: 'km', kind: 'contactor', place: 'room', name: { fr: 'km', en: 'km' } }
    const network: Network = {
      earth: 'earth.pe', sources: [{ id: 'mains', volts: 230, phases: ['mains.l'], neutral: 'mains.n' }], conductors: [['km.a2', 'mains.n']],
      switches: [], loads: [], contacts: [{ device: 'km', contact: 'break', between: ['mains.l', 'km.a1'] }],
      coils: [{ device: 'km', ohms: 600, volts: 230, between: ['km.a1', 'km.a2'] }],
    }
    const setup: Setup = { equipment: { km }, network }
    expect(startWorld(setup)).toEqual(startWorld(setup))
    expect(startWorld(setup)['km']).toMatchObject({ energised: false })
  })
})

describe('a motor on its lines', () => {
  it('turns on three, each carrying 230 V ÷ 67.6 Ω = 3.4 A', () => {
    const running = after(seeds.coil, repaired(seeds.coil))
    expect(running.world['m1']).toMatchObject({ spin: 'running' })
    for (const phase of ['u', 'v', 'w']) expect(running.amps(`x1.${phase}`)).toBeCloseTo(230 / 67.6, 9)
    expect(running.amps('x1.pe')).toBe(0)
  })

  it('hums on two, which carry 398 V ÷ 30 Ω = 13.3 A, and pulls the third to half a phase’s voltage', () => {
    const humming = after(seeds.phase, started)
    expect(humming.world['m1']).toMatchObject({ spin: 'humming' })
    expect(humming.amps('x1.u')).toBeCloseTo((230 * Math.sqrt(3)) / 30, 4)
    expect(humming.amps('x1.w')).toBeCloseTo((230 * Math.sqrt(3)) / 30, 4)
    expect(humming.amps('x1.v')).toBeLessThan(0.001)
    expect(humming.volts('m1.v', 'x0.n')).toBeCloseTo(115, 2)
    expect(humming.volts('fu2.1', 'fu2.2')).toBeCloseTo(345, 2)
  })

  it('hums the same way when a core of its cable is cut, with every fuse sound', () => {
    const humming = after(seeds['motor-cable'], started)
    expect(humming.world['m1']).toMatchObject({ spin: 'humming' })
    for (const n of ['1', '2', '3']) expect(humming.volts(`fu${n}.1`, `fu${n}.2`)).toBe(0)
    expect(humming.volts('x1.v', 'm1.v')).toBeCloseTo(345, 2)
  })

  it('carries its current and the coil’s through the main disconnector', () => {
    const running = after(seeds.coil, repaired(seeds.coil))
    expect(running.amps('x0.l2')).toBeCloseTo(230 / 67.6, 9)
    expect(running.amps('x0.l1')).toBeCloseTo(230 / 67.6 + 230 / 620, 9)
  })
})

describe('resistance', () => {
  const dead = [g('open', 'door'), g('open', 'q1')]

  it('is 620 Ω across a sound coil, endless across an open one', () => {
    expect(after(seeds.phase, dead).ohms('km1.a1', 'km1.a2')).toBeCloseTo(620, 9)
    expect(after(seeds.coil, dead).ohms('km1.a1', 'km1.a2')).toBe(Infinity)
  })

  it('is two windings between two phases of a motor, nothing along a sound core, endless along a cut one', () => {
    const motor = after(seeds['motor-cable'], dead)
    expect(motor.ohms('m1.u', 'm1.w')).toBeCloseTo(10.8, 9)
    expect(motor.ohms('x1.u', 'm1.u')).toBe(0)
    expect(motor.ohms('x1.v', 'm1.v')).toBe(Infinity)
  })

  const loads = (ohms: readonly number[], between: (index: number) => [string, string]): Setup => ({
    equipment: Object.fromEntries(ohms.map((_, index) => [`r${index}`, { id: `r${index}`, kind: 'load', place: 'room', name: { fr: 'r', en: 'r' } }])),
    network: { earth: 'earth.pe', sources: [], conductors: [], switches: [],
      loads: ohms.map((one, index) => ({ device: `r${index}`, ohms: one, between: [between(index)] })) },
  })
  const resistances = fc.array(fc.double({ min: 1, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 8 })

  it('adds up in series, and its inverses add up side by side', () => {
    fc.assert(fc.property(resistances, (ohms) => {
      const series = loads(ohms, (index) => [`r.n${index}`, `r.n${index + 1}`])
      const total = ohms.reduce((sum, one) => sum + one, 0)
      expect(ohmsBetween(series, startWorld(series), 'r.n0', `r.n${ohms.length}`) / total).toBeCloseTo(1, 6)
      const beside = loads(ohms, () => ['r.a', 'r.b'])
      const together = 1 / ohms.reduce((sum, one) => sum + 1 / one, 0)
      expect(ohmsBetween(beside, startWorld(beside), 'r.b', 'r.a') / together).toBeCloseTo(1, 6)
    }), { numRuns: 60 })
  })

  it('of a bridge with five equal arms is that of one', () => {
    const arms: [string, string][] = [['r.a', 'r.b'], ['r.a', 'r.c'], ['r.b', 'r.d'], ['r.c', 'r.d'], ['r.b', 'r.c']]
    const bridge = loads([50, 50, 50, 50, 50], (index) => arms[index] ?? ['r.a', 'r.b'])
    expect(ohmsBetween(bridge, startWorld(bridge), 'r.a', 'r.d')).toBeCloseTo(50, 9)
  })
})

describe('a thermal relay', () => {
  const relay = (setting: string) => ({ kind: 'thermal-relay' as const, tripped: false, setting, trips: 0, hotSince: null, tight: true })

  it('bears its setting for ever, 1.2 times two hours, 1.7 times two minutes, 3.9 times half a minute', () => {
    expect(overloadRatio(3.4, relay('34'))).toBeNull()
    expect(tripsAfter(4.2, relay('34'))).toBe(7_200_000)
    expect(tripsAfter(3.4, relay('20'))).toBe(120_000)
    expect(tripsAfter(13.3, relay('34'))).toBe(30_000)
  })

  it('trips by time alone: the next thing done finds it tripped, the contactor out and the motor still', () => {
    const actions = [{ at: 1_000, ...g('press', 's2') }, { at: 2_000, ...g('release', 's2') }]
    const humming = actions.reduce<Progress>((progress, action) => play(starter, progress, action), start(starter, { seed: seeds.phase, mode: 'guided' }))
    expect(play(starter, humming, { at: 30_999, ...g('read', 'order') }).world['f2']).toMatchObject({ tripped: false })
    const later = play(starter, humming, { at: 31_000, ...g('read', 'order') })
    expect(later.events.map(({ name }) => name)).toEqual(['thermal-tripped', 'contactor-opened', 'motor-stopped', 'read'])
    expect(later.world['f2']).toMatchObject({ tripped: true, trips: 1 })
  })

  it('trips while one watches for two minutes, and leaves a healthy motor running', () => {
    expect(played(seeds.phase, [...started, g('watch-run', 'm1')]).events.map(({ name }) => name)).toEqual(['watched-humming', 'thermal-tripped', 'contactor-opened', 'motor-stopped'])
    expect(played(seeds.coil, [...repaired(seeds.coil), ...started, g('watch-run', 'm1')]).events.map(({ name }) => name)).toEqual(['watched-running'])
  })

  it('reset three times on a blocked motor, burns it for good', () => {
    const again = [...started, g('watch-run', 'm1'), g('reset', 'f2')]
    const burnt = played(seeds.phase, [g('open', 'door'), ...again, ...again, ...again.slice(0, 3)])
    expect(burnt.events.map(({ name }) => name)).toContain('motor-burnt')
    expect(after(seeds.phase, [g('open', 'door'), ...again, ...again, ...again, ...started]).world['m1']).toMatchObject({ burnt: true, spin: 'stopped' })
    expect(ohmsBetween(burnt.setup, { ...burnt.world }, 'm1.u', 'm1.v')).toBe(Infinity)
  })
})

describe('whatever is done', () => {
  it('the world rests: settling it again changes nothing, a drawn coil is fed and whole, a turning motor has three lines', () => {
    fc.assert(fc.property(fc.nat(143), fc.array(fc.nat(), { maxLength: 30 }), (seed, choices) => {
      const setup = setupOf(starter, seed)
      choices.reduce<Progress>((progress, choice, index) => {
        // Measures fill most of the list and move nothing.
        const offers = gesturesFor(starter, progress).filter(({ gesture }) => gesture.second === undefined && gesture.name !== 'touch')
        const offer = offers[choice % offers.length]
        const next = offer ? play(starter, progress, { at: index * 7_000, ...offer.gesture }) : progress
        expect(settle(setup, next.world, index * 7_000)).toEqual(next.world)
        const [km1, m1, solved] = [next.world['km1'], next.world['m1'], solve(setup, next.world)]
        if (km1?.kind === 'contactor' && km1.energised) {
          expect(km1).toMatchObject({ coil: 'good', tight: true })
          expect(solved.volts('km1.a1', 'km1.a2')).toBeGreaterThan(115)
        }
        const lines = Math.min(solved.volts('m1.u', 'm1.v'), solved.volts('m1.v', 'm1.w'), solved.volts('m1.w', 'm1.u'))
        expect(m1?.kind === 'motor' && m1.spin === 'running').toBe(lines > 300)
        return next
      }, start(starter, { seed, mode: 'guided' }))
    }), { numRuns: 25 })
  })

  it('an action far later, or done twice, is the same from the same world', () => {
    const { setup, world } = played(seeds.phase, started)
    const action = { at: 90_000, name: 'watch-run', target: 'm1' }
    expect(perform(setup, world, action)).toEqual(perform(setup, world, action))
  })
})
