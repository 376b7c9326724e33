// SPDX-License-Identifier: EUPL-1.2
// Ways of playing 'cablage-baie-reseau': gestures without times (an engine dates them).
import type { Gesture } from '#domain/workshop/action.ts'

/** The five variants and the seed that gives each without any misfortune. */
export const seeds = { plain: 0, existing: 1, crossed: 2, cord: 3, renumbered: 4 } as const
export type VariantName = keyof typeof seeds
/** Seeds whose misfortune must be found: a blade set too deep, the strip's cover off, both. */
export const unluckySeeds = { deepBlade: 10, bareStrip: 45, both: 55 } as const

/** Played perfectly besides seed 0. */
export const variants: Readonly<Record<string, number>> = {
  'an existing socket to follow': seeds.existing, 'a miswired socket': seeds.crossed, 'a faulty cord': seeds.cord, 'an outdated drawing': seeds.renumbered,
  'a deep blade and a bare strip': unluckySeeds.both,
}

export const variantNames = Object.keys(seeds) as VariantName[]
export const variantOfSeed = (seed: number): VariantName => variantNames[seed % 5] ?? 'plain'
const chance = (seed: number) => Math.floor(seed / 5)
const deepBlade = (seed: number) => chance(seed) % 3 === 2
const bareStrip = (seed: number) => Math.floor(chance(seed) / 3) % 4 === 3

const g = (name: string, target: string, rest: Partial<Gesture> = {}): Gesture => ({ name, target, ...rest })
const fill = (target: string, value: string) => g('fill', target, { value })

export type Side = 'rack' | 'room'
type Standard = 't568a' | 't568b'
/** For each pair, the contact of its striped wire and that of its solid wire. */
export const standards: Readonly<Record<Standard, Readonly<Record<string, [number, number]>>>> = {
  t568a: { green: [1, 2], orange: [3, 6], blue: [5, 4], brown: [7, 8] },
  t568b: { orange: [1, 2], green: [3, 6], blue: [5, 4], brown: [7, 8] },
}
const standardOf = (seed: number): Standard => (variantOfSeed(seed) === 'existing' ? 't568a' : 't568b')
export const panelOf = (seed: number) => (variantOfSeed(seed) === 'renumbered' ? 'm8' : 'm7')
const lengths: Readonly<Record<VariantName, string>> = { plain: 'm-32', existing: 'm-47', crossed: 'm-18', cord: 'm-55', renumbered: 'm-26' }
const repairs: Readonly<Record<VariantName, string>> = { plain: 'none', existing: 'none', crossed: 'socket', cord: 'cord', renumbered: 'drawing' }
const isOld = (seed: number) => ['existing', 'crossed'].includes(variantOfSeed(seed))

/** The parts of an expert's play, to be put together in any legal (or illegal) order. */
export const parts = {
  read: () => [g('read', 'order'), g('read', 'drawing')],
  makeSafe: (seed: number) => (bareStrip(seed) ? [g('close', 'cover')] : []),
  setBlade: (seed: number) => (deepBlade(seed) ? [g('adjust', 'stripper.depth', { value: 'mm-620' })] : []),
  prepare: (side: Side) => [
    g('strip', `end-${side}`, { with: 'stripper' }), g('inspect', `end-${side}`), g('untwist', `end-${side}.untwist`, { value: 'mm-1200' }),
  ],
  layPair: (side: Side, module: string, colour: string, [white, solid]: readonly [number, number]) =>
    g('lay', `${module}.c${white}`, { with: `${side}-${colour}`, second: `${module}.c${solid}` }),
  lay: (side: Side, module: string, standard: Standard) =>
    Object.entries(standards[standard]).map(([colour, contacts]) => parts.layPair(side, module, colour, contacts)),
  punch: (module: string) => [g('punch', module, { with: 'punch-tool' })],
  terminate: (side: Side, module: string, standard: Standard) => [...parts.prepare(side), ...parts.lay(side, module, standard), ...parts.punch(module)],
  rack: (seed: number) => parts.terminate('rack', panelOf(seed), standardOf(seed)),
  room: (seed: number) => (isOld(seed) ? [] : parts.terminate('room', 'socket', standardOf(seed))),
  connectTester: (near: string, far: string) => [g('plug', near, { with: 'tester' }), g('plug', far, { with: 'remote' })],
  test: (near: string, far: string) => [...parts.connectTester(near, far), g('test-link', 'tester')],
  disconnectTester: (near: string, far: string) => [g('unplug', near, { with: 'tester' }), g('unplug', far, { with: 'remote' })],
  /** Only the two pairs that are wrong. */
  redoSocket: () => [
    g('pull-out', 'room-blue'), g('pull-out', 'room-brown'), parts.layPair('room', 'socket', 'blue', [5, 4]),
    parts.layPair('room', 'socket', 'brown', [7, 8]), ...parts.punch('socket'), g('test-link', 'tester'),
  ],
  accept: (seed: number) => [
    ...parts.test(`${panelOf(seed)}.jack`, 'socket.jack'), ...(variantOfSeed(seed) === 'crossed' ? parts.redoSocket() : []),
    ...parts.disconnectTester(`${panelOf(seed)}.jack`, 'socket.jack'),
  ],
  label: () => ['rack-end', 'room-end', 'port', 'socket'].map((place) => g('print', `label-writer.${place}`, { value: 'l1203' })),
  cord: (seed: number, cord: string) => [g('plug', `${panelOf(seed)}.jack`, { with: cord }), g('plug', 'switch.p7', { with: cord })],
  uncord: (seed: number, cord: string) => [g('unplug', 'switch.p7', { with: cord }), g('unplug', `${panelOf(seed)}.jack`, { with: cord })],
  testCord: (cord: string) => [...parts.test(`${cord}.a`, `${cord}.b`), ...parts.disconnectTester(`${cord}.a`, `${cord}.b`)],
  patch: (seed: number) => [
    ...parts.cord(seed, 'cord-blue'), g('plug', 'socket.jack', { with: 'pc' }),
    ...(variantOfSeed(seed) === 'cord' ? [...parts.uncord(seed, 'cord-blue'), ...parts.testCord('cord-blue'), ...parts.cord(seed, 'cord-yellow')] : []),
  ],
  record: (seed: number) => [
    fill('record.standard', standardOf(seed)), fill('record.panel', panelOf(seed)), fill('record.port', 'p7'), fill('record.link', 'l1203'),
  ],
  report: (seed: number) => [
    fill('report.result', 'passed'), fill('report.length', lengths[variantOfSeed(seed)]), fill('report.speed', 'gigabit'),
    fill('report.repair', repairs[variantOfSeed(seed)]),
  ],
  handOver: () => [g('sign', 'report'), g('hand-over', 'report', { with: 'manager' })],
}

/** A perfect attempt: every competence acquired. */
export function expertPlay(seed: number): Gesture[] {
  return [
    ...parts.read(), ...parts.makeSafe(seed), ...parts.setBlade(seed), ...parts.rack(seed), ...parts.room(seed), ...parts.accept(seed),
    ...parts.label(), ...parts.patch(seed), ...parts.record(seed), ...parts.report(seed), ...parts.handOver(),
  ]
}

/** Other orders that are just as right. */
export const otherOrders: Readonly<Record<string, (seed: number) => Gesture[]>> = {
  'labels first, the room before the rack, tested from the room': (seed) => [
    ...parts.makeSafe(seed), ...parts.setBlade(seed), ...parts.read().toReversed(), ...parts.label().toReversed(), ...parts.room(seed), ...parts.rack(seed),
    ...parts.test('socket.jack', `${panelOf(seed)}.jack`), ...(variantOfSeed(seed) === 'crossed' ? parts.redoSocket() : []),
    ...parts.disconnectTester('socket.jack', `${panelOf(seed)}.jack`), ...parts.patch(seed), ...parts.report(seed).toReversed(), ...parts.record(seed), ...parts.handOver(),
  ],
  'both ends prepared, pairs laid in reverse, cords tested before use, the computer first': (seed) => {
    const sides: Side[] = isOld(seed) ? ['rack'] : ['room', 'rack']
    const moduleOf = (side: Side) => (side === 'rack' ? panelOf(seed) : 'socket')
    const cord = variantOfSeed(seed) === 'cord' ? 'cord-yellow' : 'cord-blue'
    return [
      ...parts.read(), ...parts.makeSafe(seed), ...parts.setBlade(seed), ...sides.flatMap(parts.prepare),
      ...sides.flatMap((side) => parts.lay(side, moduleOf(side), standardOf(seed)).toReversed()), ...sides.flatMap((side) => parts.punch(moduleOf(side))),
      ...parts.testCord('cord-blue'), ...parts.testCord('cord-yellow'), ...parts.accept(seed), g('plug', 'socket.jack', { with: 'pc' }),
      ...parts.cord(seed, cord).toReversed(), ...parts.record(seed), ...parts.report(seed), ...parts.label(), ...parts.handOver(),
    ]
  },
}

const replaced = (gestures: Gesture[], which: (gesture: Gesture) => boolean, by: Gesture[]) =>
  gestures.flatMap((gesture) => (which(gesture) ? by : [gesture]))

/** Each eliminatory fault played on purpose: the id of its criterion, a seed, and the gestures. */
export const faults: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  'e-live-parts': {
    // Stripped beside the bare strip, and only then covered: nothing happened, this time.
    seed: unluckySeeds.bareStrip,
    play: () => replaced(expertPlay(unluckySeeds.bareStrip), ({ target }) => target === 'cover', [])
      .flatMap((gesture) => (gesture.name === 'lay' && gesture.with === 'rack-orange' ? [g('close', 'cover'), gesture] : [gesture])),
  },
  'e-service': {
    seed: seeds.plain,
    play: () => replaced(expertPlay(0), ({ name, with: tool }) => name === 'plug' && tool === 'pc', [
      g('unplug', 'm5.jack', { with: 'cord-5' }), g('plug', 'm5.jack', { with: 'cord-5' }), g('plug', 'socket.jack', { with: 'pc' }),
    ]),
  },
  'e-untested': {
    seed: seeds.plain,
    play: () => expertPlay(0).filter(({ name, with: tool }) => name !== 'test-link' && tool !== 'tester' && tool !== 'remote'),
  },
  'e-false-record': {
    seed: seeds.crossed,
    play: () => [
      ...parts.read(), ...parts.rack(2), ...parts.test('m7.jack', 'socket.jack'), ...parts.disconnectTester('m7.jack', 'socket.jack'),
      ...parts.label(), ...parts.cord(2, 'cord-blue'), g('plug', 'socket.jack', { with: 'pc' }), ...parts.record(2), ...parts.report(2), ...parts.handOver(),
    ],
  },
}

/** What ends an attempt, played on purpose: the event, a seed, and the gestures. */
export const hazards: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  shock: { seed: seeds.plain, play: () => [g('open', 'cover'), g('touch', 'strip.l')] },
}
