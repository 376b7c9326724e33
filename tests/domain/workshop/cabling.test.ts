// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairColours } from '#domain/workshop/cabling-pieces.ts'
import type { WireMapDisplay } from '#domain/workshop/cabling-pieces.ts'
import { copperOf } from '#domain/workshop/copper.ts'
import type { World } from '#domain/workshop/pieces.ts'
import { settleCabling } from '#domain/workshop/settle-cabling.ts'
import { displayOf, speedBetween } from '#domain/workshop/wire-map.ts'
import { lastEvents, played } from '#tests/support/cabling.ts'
import { expertPlay, parts, seeds, standards, unluckySeeds } from '#tests/support/plays/cablage-baie-reseau.ts'

/** For each pair, the contacts of its striped and of its solid wire. */
type Laying = Readonly<Record<string, readonly [number, number]>>

/** A cable between two modules, laid as said. */
function cableWith(near: Laying, far: Laying, change: { seat?: 'poor' | 'good'; nicked?: boolean; untwist?: string } = {}): World {
  const { seat = 'good', nicked = false, untwist = 'mm-1200' } = change
  const side = (end: string, module: string, laying: Laying, own: object): [string, object][] => [
    [end, { kind: 'cable-end', cable: 'c', metres: 30, diameter: 'mm-620', sheath: 'stripped', nicked: false, untwist: 'mm-1200', ...own }],
    [module, { kind: 'network-module', serves: null, up: false, wires: {}, wired: 'none' }],
    ...Object.entries(laying).map(([colour, [white, solid]]): [string, object] => [`${end}-${colour}`,
      { kind: 'wire-pair', end, colour, reach: module, white: `${module}.c${white}`, solid: `${module}.c${solid}`, seat: end === 'here' ? seat : 'good' }]),
  ]
  return settleCabling(Object.fromEntries([...side('here', 'm', near, { nicked, untwist }), ...side('there', 's', far, {})]) as World)
}
const shown = (world: World): WireMapDisplay => displayOf(world, copperOf(world), 'm.jack', 's.jack')
const speed = (world: World) => speedBetween(world, copperOf(world), 'm.jack', 's.jack')
const { t568a: A, t568b: B } = standards
const inRow: Laying = { orange: [1, 2], green: [3, 4], blue: [5, 6], brown: [7, 8] }

describe('a wire map', () => {
  const table: [string, World, string, string, string, string][] = [
    ['passes two ends wired alike', cableWith(B, B), 'none', '', '1-1 2-2 3-3 4-4 5-5 6-6 7-7 8-8', 'gigabit'],
    ['passes whatever the standard, as long as it is the same', cableWith(A, A), 'none', '', '1-1 2-2 3-3 4-4 5-5 6-6 7-7 8-8', 'gigabit'],
    ['finds two standards mixed: crossed pairs', cableWith(A, B), 'crossed', '1-2 3-6', '1-3 2-6 3-1 4-4 5-5 6-2 7-7 8-8', 'none'],
    ['finds crossed pairs that leave 100 Mbit/s', cableWith(B, { ...B, blue: [7, 8], brown: [5, 4] }), 'crossed', '4-5 7-8', '1-1 2-2 3-3 4-8 5-7 6-6 7-5 8-4', 'fast'],
    ['finds a reversed pair', cableWith(B, { ...B, brown: [8, 7] }), 'reversed', '7-8', '1-1 2-2 3-3 4-4 5-5 6-6 7-8 8-7', 'fast'],
    ['finds a pair left out', cableWith(B, { orange: [1, 2], green: [3, 6], blue: [5, 4] }), 'open', '7-8', '1-1 2-2 3-3 4-4 5-5 6-6 7-0 8-0', 'fast'],
    ['finds split pairs, which continuity alone does not', cableWith(inRow, inRow), 'split', '3-6 4-5', '1-1 2-2 3-3 4-4 5-5 6-6 7-7 8-8', 'none'],
    ['finds wires mixed between pairs', cableWith(B, inRow), 'miswire', '3-6 4-5', '1-1 2-2 3-3 4-6 5-5 6-4 7-7 8-8', 'none'],
    ['finds a contact that was only pressed in', cableWith(B, B, { seat: 'poor' }), 'unstable', '1-2 3-6 4-5 7-8', '1-1 2-2 3-3 4-4 5-5 6-6 7-7 8-8', 'none'],
    ['finds the wire that a deep blade broke', cableWith(B, B, { nicked: true }), 'open', '4-5', '1-1 2-2 3-3 4-0 5-5 6-6 7-7 8-8', 'fast'],
    ['finds pairs untwisted too far, which no light shows', cableWith(B, B, { untwist: 'mm-2500' }), 'crosstalk', '1-2 3-6 4-5 7-8', '1-1 2-2 3-3 4-4 5-5 6-6 7-7 8-8', 'gigabit'],
  ]
  for (const [what, world, fault, pairs, map, link] of table) {
    it(what, () => {
      expect(shown(world)).toMatchObject({ fault, pairs, map, metres: 30 })
      expect(speed(world)).toBe(link)
    })
  }

  it('finds a short: two wires on one jack pin', () => {
    const world = { ...cableWith(B, B), cord: { kind: 'patch-cord', a: 'm.jack', b: 's.jack', broken: '' } } as World
    const crossed = { ...world, ...Object.fromEntries(Object.entries(cableWith(B, { ...B, brown: [8, 7] }))) } as World
    expect(shown(world).fault).toBe('none')
    expect(shown(crossed).fault).toBe('short')
  })

  it('agrees with an independent judge whatever wire goes where', () => {
    const wires = pairColours.flatMap((colour) => [`white-${colour}`, colour])
    const layingOf = (order: readonly number[]): Laying => Object.fromEntries(pairColours.map((colour) => {
      const at = (wire: string) => (order[wires.indexOf(wire)] ?? 0) + 1
      return [colour, [at(`white-${colour}`), at(colour)] as const]
    }))
    const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 })
    fc.assert(fc.property(fc.oneof(shuffled, fc.constant([0, 1, 2, 5, 4, 3, 6, 7])), fc.option(shuffled), (near, other) => {
      const far = other ?? near
      expect<string>(shown(cableWith(layingOf(near), layingOf(far))).fault).toBe(judged(near, far, wires))
    }), { numRuns: 400 })
  })
})

/** The judge: composes the two layings as tables of numbers, with no graph and no joint. */
function judged(near: readonly number[], far: readonly number[], wires: readonly string[]): string {
  const wireAt = (order: readonly number[], pin: number) => wires[order.indexOf(pin - 1)] ?? ''
  const arrives = (pin: number) => (far[wires.indexOf(wireAt(near, pin))] ?? 0) + 1
  const pairOf = (wire: string) => wire.replace('white-', '')
  const partners: Record<number, number> = { 1: 2, 2: 1, 3: 6, 6: 3, 4: 5, 5: 4, 7: 8, 8: 7 }
  const kinds = [1, 3, 4, 7].map((pin): string => {
    const mate = partners[pin] ?? 0
    const [here, there] = [arrives(pin), arrives(mate)]
    if (here === pin && there === mate) return pairOf(wireAt(near, pin)) === pairOf(wireAt(near, mate)) ? 'none' : 'split'
    if (here === mate && there === pin) return 'reversed'
    return partners[here] === there ? 'crossed' : 'miswire'
  })
  return ['miswire', 'crossed', 'reversed', 'split'].find((kind) => kinds.includes(kind)) ?? 'none'
}

const g = (name: string, target: string, rest: { with?: string; second?: string; value?: string } = {}) => ({ name, target, ...rest })
const prepared = [...parts.read(), ...parts.prepare('rack')]

describe('what the workshop does by itself', () => {
  it('cuts a room off when the cord of its port is pulled, and says which', () => {
    const events = lastEvents(0, [g('unplug', 'switch.p6', { with: 'cord-6' })])
    expect(events.map(({ name }) => name).toSorted()).toEqual(['link-none', 'service-cut', 'unplugged'])
    expect(events.find(({ name }) => name === 'service-cut')).toMatchObject({ target: 'm6', values: { room: 'room-9' } })
    expect(events.find(({ name }) => name === 'link-none')?.target).toBe('switch.p6')
  })

  it('gives a room back its network when its cord is plugged again', () => {
    const pull = g('unplug', 'switch.p6', { with: 'cord-6' })
    expect(lastEvents(0, [pull, g('plug', 'switch.p6', { with: 'cord-6' })]).map(({ name }) => name)).toContain('service-restored')
  })

  it('shocks a hand at work beside the bare strip, and not once its cover is on', () => {
    const laying = parts.lay('rack', 'm7', 't568b').slice(0, 1)
    expect(lastEvents(unluckySeeds.bareStrip, [...prepared, ...laying])).toMatchObject([{ name: 'shock', target: 'strip', values: { volts: 230, cause: 'brushed-live' } }])
    expect(lastEvents(unluckySeeds.bareStrip, [g('close', 'cover'), ...prepared, ...laying])).toMatchObject([{ name: 'laid' }])
    expect(lastEvents(0, [g('open', 'cover'), g('touch', 'strip.l')])).toMatchObject([{ name: 'shock' }])
  })

  it('breaks a wire under a blade set too deep: seen under the lens, found by the tester, mended by cutting back', () => {
    const nicked = [...parts.read(), g('strip', 'end-rack', { with: 'stripper' }), g('inspect', 'end-rack')]
    expect(lastEvents(unluckySeeds.deepBlade, nicked)).toMatchObject([{ name: 'wires-nicked' }])
    const carelessly = expertPlay(unluckySeeds.deepBlade).filter(({ name }) => name !== 'adjust')
    const test = carelessly.findIndex(({ name }) => name === 'test-link')
    expect(lastEvents(unluckySeeds.deepBlade, carelessly.slice(0, test + 1))).toMatchObject([{ name: 'wire-map-failed', values: { cause: 'pair-open', pairs: '4-5' } }])
    const mended = [...nicked, g('cut-back', 'end-rack', { with: 'stripper' }), ...parts.setBlade(unluckySeeds.deepBlade), ...parts.prepare('rack')]
    expect(lastEvents(unluckySeeds.deepBlade, mended.slice(0, -1))).toMatchObject([{ name: 'wires-whole' }])
  })

  it('lights the port amber through a cord with a broken pair, green through a sound one', () => {
    const expert = expertPlay(seeds.cord)
    const names = played(seeds.cord, expert).trace.moments.flatMap(({ events }) => events.map(({ name }) => name))
    expect(names.indexOf('link-fast')).toBeGreaterThan(0)
    expect(names.lastIndexOf('link-gigabit')).toBeGreaterThan(names.lastIndexOf('link-fast'))
  })

  it('sees a switch at the end of the line, and a missing remote unit', () => {
    expect(lastEvents(0, [g('plug', 'switch.p8', { with: 'tester' }), g('test-link', 'tester')])).toMatchObject([{ name: 'port-live' }])
    expect(lastEvents(0, [g('plug', 'm7.jack', { with: 'tester' }), g('test-link', 'tester')])).toMatchObject([{ name: 'no-remote' }])
  })
})

describe('what the objects refuse', () => {
  const lay = parts.lay('rack', 'm7', 't568b')
  const refusals: [string, Parameters<typeof played>[1], string][] = [
    ['a pair still in its sheath', lay.slice(0, 1), 'sheath-on'],
    ['a pair still twisted', [g('strip', 'end-rack', { with: 'stripper' }), ...lay.slice(0, 1)], 'still-twisted'],
    ['a pair on two modules', [...prepared, ...lay.slice(0, 1), parts.layPair('rack', 'm8', 'orange', [1, 2])], 'already-laid'],
    ['a contact that holds a wire', [...prepared, ...lay.slice(0, 1), parts.layPair('rack', 'm7', 'blue', [2, 4])], 'contact-taken'],
    ['a pair of the other end of the cable', [...prepared, parts.layPair('rack', 'socket', 'blue', [5, 4])], 'out-of-cable'],
    ['punching where nothing waits', [g('punch', 'm7', { with: 'punch-tool' })], 'nothing-to-punch'],
    ['a blade that does not go through', [g('adjust', 'stripper.depth', { value: 'mm-750' }), g('strip', 'end-rack', { with: 'stripper' })], 'blade-too-shallow'],
    ['twisting back', [...prepared, g('untwist', 'end-rack.untwist', { value: 'mm-600' })], 'no-twisting-back'],
    ['a port that is taken', [g('plug', 'switch.p5', { with: 'cord-blue' })], 'jack-taken'],
    ['a test without a plug', [g('test-link', 'tester')], 'not-plugged'],
  ]
  for (const [what, gestures, reason] of refusals) {
    it(`refuse ${what}`, () => {
      expect(lastEvents(0, gestures)).toMatchObject([{ name: 'refused', values: { reason } }])
    })
  }

  it('knows no free text for a label, a blade or a twist', () => {
    for (const gesture of [g('print', 'label-writer.port', { value: 'Camille' }), g('adjust', 'stripper.depth', { value: 'deep' }), g('untwist', 'end-rack.untwist', { value: 'x' })]) {
      expect(() => played(0, [gesture])).toThrow('ERR_UNKNOWN_ACTION')
    }
  })
})
