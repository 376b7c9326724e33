// SPDX-License-Identifier: EUPL-1.2
// Ways of playing 'consignation-armoire' that every room's tests can use: gestures without times (an engine dates
// them), `timed` gives them plausible ones.
import type { Action, Gesture } from '#domain/workshop/action.ts'

/** The four variants and the seed that gives each without any misfortune. */
export const seeds = { plain: 0, mislabelled: 1, generator: 2, earthing: 3 } as const
export type VariantName = keyof typeof seeds
/** Seeds whose misfortune must be found and mended: a tester with a weak battery, pierced gloves, both. */
export const unluckySeeds = { weakTester: 12, piercedGloves: 32, both: 44 } as const

export const variantNames = Object.keys(seeds) as VariantName[]
const variantOfSeed = (seed: number): VariantName => variantNames[seed % 4] ?? 'plain'
const chance = (seed: number) => Math.floor(seed / 4)
const weakTester = (seed: number) => chance(seed) % 4 === 3
const piercedGloves = (seed: number) => Math.floor(chance(seed) / 4) % 3 === 2

const rightDevice = (seed: number) => (variantOfSeed(seed) === 'mislabelled' ? 'q2' : 'q3')
const hasGenerator = (seed: number) => variantOfSeed(seed) === 'generator'
const needsEarthing = (seed: number) => variantOfSeed(seed) === 'earthing'

const g = (name: string, target: string, rest: Partial<Gesture> = {}): Gesture => ({ name, target, ...rest })
const fill = (target: string, value: string) => g('fill', target, { value })

const phases = ['x3.l1', 'x3.l2', 'x3.l3']
/** The ten pairs of terminals of the work point. */
export const pairs: [string, string][] = [
  ['x3.l1', 'x3.l2'], ['x3.l2', 'x3.l3'], ['x3.l1', 'x3.l3'],
  ...phases.map((phase): [string, string] => [phase, 'x3.n']),
  ...phases.map((phase): [string, string] => [phase, 'x3.pe']),
  ['x3.n', 'x3.pe'],
]

/** The parts of an expert's play, to be put together in any legal (or illegal) order. */
export const parts = {
  identifySources: (seed: number) => [
    g('read', 'diagram'), fill('sheet.device', rightDevice(seed)), fill('sheet.main', 'feeds'),
    fill('sheet.backup', hasGenerator(seed) ? 'feeds' : 'does-not-feed'),
  ],
  protect: (seed: number) => [
    g('take-off', 'watch'), g('inspect', 'gloves'),
    ...(piercedGloves(seed) ? [g('exchange', 'gloves'), g('inspect', 'gloves')] : []),
    g('put-on', 'gloves'), g('inspect', 'face-shield'), g('put-on', 'face-shield'), g('inspect', 'mat'), g('lay', 'mat'),
  ],
  stopLoad: () => [g('stop', 'm1')],
  fillTag: (tag = 'tag') => [fill(`${tag}.name`, 'own-name'), fill(`${tag}.date`, 'today'), fill(`${tag}.prohibition`, 'do-not-operate')],
  lockOut: (device: string, number: '' | '-2' = '') => [
    g('open', device), g('lock', device, { with: `padlock${number}` }), g('keep', `key${number}`),
    ...parts.fillTag(`tag${number}`), g('hang-tag', device, { with: `tag${number}` }),
  ],
  lockOutAll: (seed: number) => [
    ...parts.lockOut(rightDevice(seed)), ...(hasGenerator(seed) ? parts.lockOut('q9', '-2') : []),
  ],
  identify: () => [g('open', 'door'), g('identify', 'x3')],
  measure: (tool = 'tester') => pairs.map(([target, second]) => g('measure', target, { with: tool, second })),
  selfTest: (seed = 0) => [g('self-test', 'tester'), ...(weakTester(seed) ? [g('exchange', 'tester'), g('self-test', 'tester')] : [])],
  checkVoltage: (seed: number) => [...parts.selfTest(seed), ...parts.measure(), g('self-test', 'tester')],
  earth: () => ['x3.pe', ...phases, 'x3.n'].map((terminal) => g('connect', terminal, { with: 'earthing-kit' })),
  handOver: (seed: number) => [
    g('place', 'barrier'), fill('attestation.work', 'extractor-motor'), fill('attestation.device', rightDevice(seed)),
    fill('attestation.backup', hasGenerator(seed) ? 'locked' : 'not-concerned'), fill('attestation.date', 'now'),
    fill('attestation.operator', 'own-name'), fill('attestation.receiver', 'work-leader'),
    g('sign', 'attestation'), g('hand-over', 'attestation', { with: 'work-leader' }),
  ],
  authorise: () => [g('authorise-work', 'work-leader')],
  endOfWork: () => [g('receive-end-of-work', 'work-leader'), g('clear-zone', 'work-leader'), g('end', 'attestation')],
  unearth: () => ['x3.n', ...phases.toReversed(), 'x3.pe'].map((terminal) => g('disconnect', terminal, { with: 'earthing-kit' })),
  clearUp: () => [g('remove', 'barrier'), g('close', 'door')],
  unlock: (device: string, number: '' | '-2' = '') => [
    g('remove-tag', device), g('unlock', device, { with: `key${number}` }), g('close', device),
  ],
  restore: (seed: number) => [
    ...parts.endOfWork(), ...(needsEarthing(seed) ? parts.unearth() : []), ...parts.clearUp(),
    ...(hasGenerator(seed) ? parts.unlock('q9', '-2') : []), ...parts.unlock(rightDevice(seed)), g('start', 'm1'),
  ],
}

/** A perfect attempt: every competence acquired. */
export function expertPlay(seed: number): Gesture[] {
  return [
    ...parts.identifySources(seed), ...parts.protect(seed), ...parts.stopLoad(), ...parts.lockOutAll(seed),
    ...parts.identify(), ...parts.checkVoltage(seed), ...(needsEarthing(seed) ? parts.earth() : []),
    ...parts.handOver(seed), ...parts.authorise(), ...parts.restore(seed),
  ]
}

/** Other orders that are just as right. */
export const otherOrders: Readonly<Record<string, (seed: number) => Gesture[]>> = {
  'protection first, wires followed by hand, tags filled at the desk, barrier up before measuring': (seed) => {
    const device = rightDevice(seed)
    const tagged = (one: string, number: '' | '-2') => [
      g('open', one), g('hang-tag', one, { with: `tag${number}` }), g('lock', one, { with: `padlock${number}` }), g('keep', `key${number}`),
    ]
    return [
      ...parts.protect(seed), g('open', 'door'), g('trace', 'x3'), g('close', 'door'), ...parts.identifySources(seed).toReversed(),
      ...parts.fillTag(), ...parts.fillTag('tag-2'), ...parts.stopLoad(), g('place', 'barrier'),
      ...(hasGenerator(seed) ? tagged('q9', '-2') : []), ...tagged(device, ''), ...parts.identify(),
      ...parts.checkVoltage(seed), ...(needsEarthing(seed) ? parts.earth() : []),
      ...parts.handOver(seed).filter(({ target }) => target !== 'barrier'), ...parts.authorise(), ...parts.restore(seed),
    ]
  },
  'second padlock, measuring in reverse, earthing though optional': (seed) => {
    const device = rightDevice(seed)
    const all = [...parts.lockOut(device, '-2'), ...(hasGenerator(seed) ? parts.lockOut('q9') : [])]
    return [
      ...parts.identifySources(seed), ...parts.protect(seed).toReversed().toSorted(inspectFirst), ...parts.stopLoad(), ...all, ...parts.identify(),
      ...parts.selfTest(seed), ...parts.measure().toReversed().map(({ target, second, ...rest }) => ({ ...rest, target: second ?? '', second: target })),
      g('self-test', 'tester'), ...parts.earth(), ...parts.handOver(seed), ...parts.authorise(), ...parts.endOfWork().toReversed().toSorted(noticeFirst),
      ...parts.unearth(), ...parts.clearUp(), ...parts.unlock(device, '-2'), ...(hasGenerator(seed) ? parts.unlock('q9') : []), g('start', 'm1'),
    ]
  },
}
const inspectFirst = (a: Gesture, b: Gesture) => Number(b.name === 'inspect') - Number(a.name === 'inspect')
const noticeFirst = (a: Gesture, b: Gesture) => Number(b.name === 'receive-end-of-work') - Number(a.name === 'receive-end-of-work')

/** Each eliminatory fault played on purpose: the id of its criterion, a seed, and the gestures. */
export const faults: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  'e-vat': {
    seed: seeds.plain,
    play: () => upToVoltageCheck(0, [...parts.measure('multimeter'), ...parts.handOver(0), ...parts.authorise(), ...parts.restore(0)]),
  },
  'e-vat-order': {
    seed: seeds.plain,
    play: () => [
      ...parts.identifySources(0), ...parts.protect(0), ...parts.stopLoad(), ...parts.identify(),
      ...parts.checkVoltage(0), ...parts.lockOutAll(0), g('identify', 'x3'), ...parts.checkVoltage(0),
      ...parts.handOver(0), ...parts.authorise(), ...parts.restore(0),
    ],
  },
  'e-contact': {
    seed: seeds.plain,
    play: () => upToVoltageCheck(0, [
      g('take-off', 'gloves'), g('touch', 'x3.n'), g('put-on', 'gloves'), ...parts.checkVoltage(0),
      ...parts.handOver(0), ...parts.authorise(), ...parts.restore(0),
    ]),
  },
  'e-wrong-device': {
    seed: seeds.mislabelled,
    play: () => [
      // The mistake is found and mended before measuring: what was done stays done.
      ...parts.identifySources(1), ...parts.protect(1), ...parts.stopLoad(), ...parts.lockOut('q3'), g('open', 'door'), g('trace', 'x3'),
      ...parts.unlock('q3'), ...parts.lockOut('q2'), g('identify', 'x3'), ...parts.checkVoltage(1), ...parts.handOver(1), ...parts.authorise(),
      ...parts.restore(1),
    ],
  },
  'e-lock': {
    seed: seeds.plain,
    play: () => expertPlay(0).map((gesture) => (gesture.name === 'keep' ? g('leave-on-board', 'key') : gesture))
      .flatMap((gesture) => (gesture.name === 'unlock' ? [g('keep', 'key'), gesture] : [gesture])),
  },
  'e-attestation': {
    seed: seeds.plain,
    play: () => upToVoltageCheck(0, [
      ...parts.checkVoltage(0), g('place', 'barrier'), ...parts.authorise(), ...parts.handOver(0).slice(1), ...parts.restore(0),
    ]),
  },
  'e-earthing': {
    seed: seeds.earthing,
    play: () => expertPlay(3).filter(({ with: tool }) => tool !== 'earthing-kit'),
  },
}

const upToVoltageCheck = (seed: number, rest: Gesture[]): Gesture[] => [
  ...parts.identifySources(seed), ...parts.protect(seed), ...parts.stopLoad(), ...parts.lockOutAll(seed), ...parts.identify(), ...rest,
]

/** A hand on a live terminal: the attempt ends there. */
export const shockPlay = (): Gesture[] => [g('open', 'door'), g('touch', 'x3.l1')]

/** What ends an attempt, each played on purpose. */
export const hazards: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  shock: { seed: seeds.plain, play: shockPlay },
  arc: { seed: seeds.plain, play: () => [...parts.protect(0), g('open', 'door'), g('touch', 'x3.l2')] },
  accident: { seed: seeds.generator, play: () => [...parts.lockOut('q3'), g('authorise-work', 'work-leader')] },
}

/** The gestures as actions, one every two seconds. */
export const timed = (gestures: readonly Gesture[], every = 2_000): Action[] =>
  gestures.map((gesture, index) => ({ at: (index + 1) * every, ...gesture }))
