// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { passTime } from '#domain/workshop/passing.ts'
import { ambient, capacity, heater } from '#domain/workshop/solder/constants.ts'
import type { Contact, World } from '#domain/workshop/index.ts'
import { bench, boardIn, good, ironIn, jointIn, verdict, wait, withBoard } from './solder-bench.ts'
import type { Gesture } from './solder-bench.ts'

const on = (contact: Partial<Contact> = {}, begun = bench()) => withBoard(begun, { contact: { ...good, ...contact } })
const times = (from: number, to: number, step: number) => Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)

describe('the clock of the soldering bench', () => {
  it('gives the same, bit for bit, however often one looks in between', () => {
    for (const pace of ['full', 'half', 'quarter'] as const) {
      const begun = withBoard(bench({ iron: { pace } }), { contact: good, feed: { onto: 'joint', rate: 4 } })
      const often = [1, 3, 7, 10, 16, 99, 100, 333, 1_001, 1_234, 2_500].reduce(wait, begun)
      expect(JSON.stringify(often)).toBe(JSON.stringify(wait(begun, 2_500)))
    }
  })

  it('runs half or a quarter as fast in extended time, with the same joint for the same time of its own', () => {
    const real = wait(on(), 2_000)
    for (const [pace, at] of [['half', 4_000], ['quarter', 8_000]] as const) {
      expect(jointIn(wait(on({}, bench({ iron: { pace } })), at))).toEqual(jointIn(real))
    }
  })

  it('is never slowed while the iron is in its stand: nobody waits four times for the station', () => {
    const cold = (pace: 'full' | 'quarter') => bench({ iron: { pace, holder: 'stand', tip: ambient, ready: false } })
    expect(ironIn(wait(cold('quarter'), 9_000)).tip).toBe(ironIn(wait(cold('full'), 9_000)).tip)
  })

  it('never goes back', () => {
    const world = wait(on(), 2_000)
    expect(passTime(world, 1_500).world).toEqual(world)
  })
})

describe('heat', () => {
  it('takes the station from cold to ready in 10 to 25 seconds, and says so once', () => {
    const cold = bench({ iron: { tip: ambient, ready: false, holder: 'stand' } })
    const { events } = passTime(cold, 60_000)
    expect(events.map(({ name }) => name)).toEqual(['iron-ready'])
    expect(events[0]?.at).toBeGreaterThan(10_000)
    expect(events[0]?.at).toBeLessThan(25_000)
  })

  it('never cools a joint that stays in contact, whatever touches it', () => {
    for (const touched of ['both', 'pad', 'lead'] as const) {
      for (const angle of [15, 45, 75]) {
        let world: World = on({ touched, angle })
        for (const at of times(50, 12_000, 50)) {
          const next = wait(world, at)
          expect(jointIn(next).pad).toBeGreaterThanOrEqual(jointIn(world).pad)
          expect(jointIn(next).lead).toBeGreaterThanOrEqual(jointIn(world).lead)
          world = next
        }
      }
    }
  })

  it('is never more than the heater gave: the energy held grows by at most 70 W', () => {
    const held = (world: World) => {
      const { pad, lead } = jointIn(world)
      return capacity.tip * (ironIn(world).tip - ambient) + capacity.pad * (pad - ambient) + capacity.lead * (lead - ambient)
    }
    const begun = on()
    for (const at of times(100, 8_000, 100)) expect(held(wait(begun, at))).toBeLessThanOrEqual(held(begun) + heater.most * at / 1_000)
    expect(jointIn(wait(begun, 60_000)).pad).toBeLessThan(ironIn(wait(begun, 60_000)).tip)
  })

  it('comes later to a steep tip, a black tip, a dry tip and a ground plane', () => {
    const pad = (contact: Partial<Contact>, begun = bench()) => jointIn(wait(on(contact, begun), 1_500)).pad
    const usual = pad({})
    expect(pad({ angle: 75 })).toBeLessThan(usual - 40)
    expect(pad({}, bench({ iron: { oxide: 0.9 } }))).toBeLessThan(usual - 60)
    expect(pad({}, bench({ iron: { film: 0 } }))).toBeLessThan(usual - 20)
    expect(pad({}, bench({ board: { groundPad: 'p1' } }))).toBeLessThan(usual - 60)
  })

  it('leaves the other joint alone', () => {
    expect(jointIn(wait(on(), 5_000), 'p2').pad).toBe(ambient)
  })
})

describe('a joint', () => {
  it('is good after a second to heat, a second of wire and a little time to flow', () => {
    expect(verdict(bench())).toBe('good')
  })

  it('is good in a wide window: a slower and a quicker hand, 320 to 380 °C, 30 to 60°', () => {
    for (const set of [320, 340, 360, 380]) {
      for (const angle of [30, 45, 60]) {
        for (const [heat, flow] of [[1_300, 700], [1_700, 1_000], [2_200, 1_300]] as const) {
          const late = set === 320 || angle === 60 ? 500 : 0
          expect(verdict(bench({ set }), { contact: { ...good, angle }, heat: heat + late, flow: flow + late }), `${set} ${angle} ${heat}`).toBe('good')
        }
      }
    }
  })

  const defects: [string, World, Gesture, string][] = [
    ['no wire at all', bench(), { feed: null }, 'empty'],
    ['a tip that is too cold', bench({ set: 280 }), {}, 'empty'],
    ['the pad alone heated', bench(), { contact: { ...good, touched: 'pad' } }, 'cold'],
    ['the lead alone heated', bench(), { contact: { ...good, touched: 'lead' } }, 'cold'],
    ['a ground plane not given its time', bench({ board: { groundPad: 'p1' } }), {}, 'cold'],
    ['wire melted on the tip, and off at once', bench(), { feed: { onto: 'tip', rate: 4 }, heat: 100, feeding: 1_200, flow: 200 }, 'cold'],
    ['half a second of wire', bench(), { feeding: 500, flow: 1_200 }, 'too-little'],
    ['two seconds of wire', bench(), { feeding: 2_000 }, 'too-much'],
    ['three seconds of wire beside a neighbour', bench({ board: { nearPad: 'p1' } }), { feeding: 3_000 }, 'bridged'],
    ['the iron lying over the neighbour', bench({ board: { nearPad: 'p1' } }), { contact: { ...good, angle: 15 }, feeding: 1_500 }, 'bridged'],
    ['ten seconds at 350 °C', bench(), { flow: 8_000 }, 'lifted'],
    ['four seconds at 450 °C', bench({ set: 450 }), { flow: 1_700 }, 'lifted'],
  ]
  for (const [what, begun, gesture, expected] of defects) {
    it(`is ${expected} after ${what}`, () => {
      expect(verdict(begun, gesture)).toBe(expected)
    })
  }

  it('is liquid until it has set, in less than two seconds', () => {
    const flown = wait(withBoard(wait(on(), 1_200), { feed: { onto: 'joint', rate: 4 } }), 2_300)
    expect(jointIn(flown).verdict).toBe('liquid')
    expect(jointIn(wait(withBoard(flown, { contact: null, feed: null }), 4_300)).verdict).not.toBe('liquid')
  })

  it('takes more heat than its component bears when a 400 °C iron stays on it', () => {
    const { world, events } = passTime(on({}, bench({ set: 400 })), 14_000)
    expect(events.map(({ name }) => name)).toEqual(expect.arrayContaining(['pad-lifted', 'component-overheated']))
    expect(world['part']).toMatchObject({ overheated: true })
  })

  it('dates what happens to it between two gestures', () => {
    const hot = on({}, bench({ set: 400 }))
    const lifted = passTime(hot, 14_000).events.find(({ name }) => name === 'pad-lifted')
    expect(lifted?.target).toBe('board.p1')
    expect(jointIn(wait(hot, (lifted?.at ?? 0) - 10)).lifted).toBe(false)
    expect(jointIn(wait(hot, lifted?.at ?? 0)).lifted).toBe(true)
  })
})

describe('what surrounds the joint', () => {
  it('is smoke that is breathed unless the arm draws it away', () => {
    const fumes = (arm: boolean) => passTime(withBoard(wait(on({}, bench({ arm })), 1_200), { feed: { onto: 'joint', rate: 4 } }), 4_000)
    expect(fumes(false).events.map(({ name }) => name)).toContain('fumes-breathed')
    expect(fumes(true).events.map(({ name }) => name)).not.toContain('fumes-breathed')
    expect(boardIn(fumes(true).world).fumes).toBe(0)
  })

  it('is a tip that blackens when left hot and bare, sooner at 450 °C, and not while it is tinned', () => {
    const after = (set: number, film: number) => ironIn(wait(bench({ set, iron: { film, holder: 'stand' } }), 300_000)).condition
    expect([after(350, 0), after(450, 0)]).toEqual(['dull', 'oxidised'])
    expect(ironIn(wait(bench({ iron: { holder: 'stand' } }), 60_000)).condition).toBe('clean')
  })
})
