// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { perform, runningLoads, runningSources, solve, startWorld } from '#domain/workshop/index.ts'
import type { Equipment } from '#domain/workshop/setup.ts'
import type { Network, Piece, World } from '#domain/workshop/index.ts'
import { setupOf } from '#domain/scenario/index.ts'
import { lockOut, played } from '#tests/support/lock-out.ts'
import { pairs, parts, seeds } from '#tests/support/plays.ts'

const voltsAt = (seed: number, world: World, a: string, b: string) => solve(setupOf(lockOut, seed), world).volts(a, b)
const worldAfter = (seed: number, gestures: Parameters<typeof played>[1]) => played(seed, gestures, 'guided').world
const g = (name: string, target: string) => ({ name, target })

describe('the electrical network of the cabinet', () => {
  const live = worldAfter(seeds.plain, [])

  it('gives 398 V between two phases, √3 times the 230 V to neutral', () => {
    for (const [a, b] of [['x3.l1', 'x3.l2'], ['x3.l2', 'x3.l3'], ['x3.l1', 'x3.l3']] as const) {
      expect(voltsAt(seeds.plain, live, a, b)).toBeCloseTo(398.37, 2)
    }
  })

  it('gives 230 V from each phase to neutral and to earth', () => {
    for (const phase of ['x3.l1', 'x3.l2', 'x3.l3']) {
      expect(voltsAt(seeds.plain, live, phase, 'x3.n')).toBeCloseTo(230, 9)
      expect(voltsAt(seeds.plain, live, phase, 'x3.pe')).toBeCloseTo(230, 9)
    }
  })

  it('keeps neutral at the potential of earth (TN-S)', () => {
    expect(voltsAt(seeds.plain, live, 'x3.n', 'x3.pe')).toBe(0)
  })

  it('shows nothing anywhere on the work point once its breaker is open', () => {
    const dead = worldAfter(seeds.plain, [g('open', 'q3')])
    for (const [a, b] of pairs) expect(voltsAt(seeds.plain, dead, a, b)).toBeLessThan(0.001)
  })

  it('keeps the other circuits live', () => {
    const dead = worldAfter(seeds.plain, [g('open', 'q3')])
    expect(voltsAt(seeds.plain, dead, 'q2.l1', 'q2.l2')).toBeCloseTo(398.37, 2)
  })

  it('feeds the work point from Q2, not Q3, where the labels mislead', () => {
    expect(voltsAt(seeds.mislabelled, worldAfter(seeds.mislabelled, [g('open', 'q3')]), 'x3.l1', 'x3.n')).toBeCloseTo(230, 9)
    expect(voltsAt(seeds.mislabelled, worldAfter(seeds.mislabelled, [g('open', 'q2')]), 'x3.l1', 'x3.n')).toBeLessThan(0.001)
  })

  it('is fed back by the generator as soon as Q3 opens, and is dead only once Q9 is open too', () => {
    const oneOpen = worldAfter(seeds.generator, [g('open', 'q3')])
    expect(runningSources(setupOf(lockOut, seeds.generator), oneOpen).map(({ id }) => id)).toEqual(['grid', 'generator'])
    expect(voltsAt(seeds.generator, oneOpen, 'x3.l1', 'x3.l2')).toBeCloseTo(398.37, 2)
    const bothOpen = worldAfter(seeds.generator, [g('open', 'q3'), g('open', 'q9')])
    for (const [a, b] of pairs) expect(voltsAt(seeds.generator, bothOpen, a, b)).toBeLessThan(0.001)
  })

  it('leaves the generator asleep while the mains feeds the work point', () => {
    expect(runningSources(setupOf(lockOut, seeds.generator), live).map(({ id }) => id)).toEqual(['grid'])
  })

  it('ties every earthed conductor to earth', () => {
    const earthed = worldAfter(seeds.earthing, [...parts.lockOut('q3'), g('open', 'door'), ...parts.earth()])
    for (const [a, b] of pairs) expect(voltsAt(seeds.earthing, earthed, a, b)).toBe(0)
  })
})

describe('a small network solved by hand', () => {
  const network: Network = {
    earth: 'earth.pe',
    sources: [{ id: 'supply', volts: 120, phases: ['supply.l1'], neutral: 'supply.n' }],
    conductors: [['supply.l1', 'r1.a'], ['r1.b', 'r2.a'], ['r2.b', 'supply.n']],
    switches: [{ device: 's1', poles: [['r2.a', 'far.a']] }],
    loads: [{ device: 'r1', ohms: 100, between: [['r1.a', 'r1.b']] }, { device: 'r2', ohms: 200, between: [['r2.a', 'r2.b']] }],
  }
  const load: Piece = { kind: 'load', on: true, running: false }
  const open: Piece = { kind: 'breaker', closed: false, padlock: null, tag: null }
  const world: World = { r1: load, r2: load, s1: open }

  it('divides 120 V over 100 Ω and 200 Ω: 80 V in the middle', () => {
    expect(solve({ equipment: {}, network }, world).volts('r1.b', 'supply.n')).toBeCloseTo(80, 1)
  })

  it('lets an open conductor float at zero and a joined one follow', () => {
    expect(solve({ equipment: {}, network }, world).volts('far.a', 'earth.pe')).toBe(0)
    expect(solve({ equipment: {}, network }, { ...world, s1: { ...open, closed: true } }).volts('far.a', 'earth.pe')).toBeCloseTo(80, 1)
  })

  it('pulls a floating conductor up through a load that is switched on, and not through one switched off', () => {
    const cut: Network = { ...network, conductors: network.conductors.slice(0, 2) }
    expect(solve({ equipment: {}, network: cut }, world).volts('r2.b', 'earth.pe')).toBeCloseTo(120, 1)
    const off = { ...world, r2: { ...load, on: false } }
    expect(solve({ equipment: {}, network: cut }, off).volts('r2.b', 'earth.pe')).toBe(0)
  })

  it('measures between two pieces of equipment, and needs both in reach', () => {
    const [near, far] = ['near', 'far'].map((id): Equipment => ({ id, kind: 'terminal-block', place: 'room', name: { fr: id, en: id }, terminals: ['a'] }))
    const gate: Equipment = { id: 'gate', kind: 'door', place: 'room', name: { fr: 'la porte', en: 'the door' } }
    const meter: Equipment = { id: 'meter', kind: 'multimeter', place: 'room', name: { fr: 'le multimètre', en: 'the multimeter' } }
    const wired: Network = { ...network, conductors: [['supply.l1', 'near.a'], ['supply.n', 'far.a']], switches: [], loads: [] }
    const setup = { equipment: { near, far: { ...far, behind: 'gate' }, gate, meter } as Record<string, Equipment>, network: wired }
    const measure = { at: 0, name: 'measure', target: 'near.a', second: 'far.a', with: 'meter' }
    expect(perform(setup, startWorld(setup), measure).events).toMatchObject([{ name: 'refused', values: { reason: 'door-closed', door: 'gate' } }])
    const ajar = perform(setup, startWorld(setup), { at: 0, name: 'open', target: 'gate' }).world
    expect(perform(setup, ajar, measure).events).toMatchObject([{ name: 'volts-shown', values: { volts: 120 } }])
  })

  it('says where a source is shorted', () => {
    const shorted: Network = { ...network, conductors: [...network.conductors, ['supply.l1', 'earth.pe']] }
    expect(solve({ equipment: {}, network: shorted }, world).shorted).toEqual(['supply.l1'])
  })

  it('runs a load only with full voltage across it', () => {
    expect(runningLoads({ equipment: {}, network }, { ...world, r1: { ...load, on: false } })).toEqual([])
    const alone: Network = { ...network, conductors: [['supply.l1', 'r1.a'], ['r1.b', 'supply.n']] }
    expect(runningLoads({ equipment: {}, network: alone }, world)).toEqual(['r1'])
  })
})
