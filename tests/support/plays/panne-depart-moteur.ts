// SPDX-License-Identifier: EUPL-1.2
// Ways of playing 'panne-depart-moteur': gestures without times; an engine or `timed` dates them.
import type { Gesture } from '#domain/workshop/action.ts'

/** The variants and the seed that gives each without any misfortune. */
export const seeds = { coil: 0, thermal: 1, phase: 2, auxiliary: 3, 'control-cable': 4, 'motor-cable': 5 } as const
export type VariantName = keyof typeof seeds
export const variantNames = Object.keys(seeds) as VariantName[]
/** A tester with a weak battery, pierced gloves. */
export const unluckySeeds = { weakTester: 18, piercedGloves: 48 } as const
/** Played perfectly besides seed 0, each to its end by every everyday input. */
export const variants: Readonly<Record<string, number>> = {
  'relay set too low and tripped': seeds.thermal, 'a blown fuse': seeds.phase, 'an auxiliary contact stuck': seeds.auxiliary,
  'the control cable cut': seeds['control-cable'], 'the motor cable cut': seeds['motor-cable'],
}

const variantOfSeed = (seed: number): VariantName => variantNames[seed % variantNames.length] ?? 'coil'
const chance = (seed: number) => Math.floor(seed / variantNames.length)
const weakTester = (seed: number) => chance(seed) % 4 === 3
const piercedGloves = (seed: number) => Math.floor(chance(seed) / 4) % 3 === 2

const g = (name: string, target: string, rest: Partial<Gesture> = {}): Gesture => ({ name, target, ...rest })
const fill = (target: string, value: string) => g('fill', target, { value })
const measure = (tool: string, target: string, second: string) => g('measure', target, { with: tool, second })
const tap = (button: string) => [g('press', button), g('release', button)]

/** What each variant shows, what proves it, and what mends it. `proof` is made live, `deadProof` locked out. */
type Case = {
  symptom: string; suspect: string; work: string
  proof: Gesture[]; deadProof: Gesture[]; part: string; repair: Gesture[]
}

const volts = (target: string, second: string) => measure('multimeter', target, second)
const ohms = (target: string, second: string) => [g('range-ohms', 'multimeter'), measure('multimeter', target, second)]
const replace = (part: string, spare: string, tight = true) =>
  [g('replace', part, { with: spare }), ...(tight ? [g('tighten', part, { with: 'screwdriver' })] : [])]
const whileHeld = (...gestures: Gesture[]) => [g('press', 's2'), ...gestures, g('release', 's2')]

export const cases: Readonly<Record<VariantName, Case>> = {
  coil: {
    symptom: 'nothing', suspect: 'coil', work: 'contactor-replaced', part: 'km1',
    proof: whileHeld(volts('km1.a1', 'km1.a2')), deadProof: ohms('km1.a1', 'km1.a2'), repair: replace('km1', 'new-contactor'),
  },
  thermal: {
    symptom: 'nothing', suspect: 'thermal', work: 'relay-set', part: 'f2',
    proof: [volts('f2.95', 'f2.96'), g('read-plate', 'm1')], deadProof: ohms('f2.95', 'f2.96'),
    repair: [g('adjust', 'f2.setting', { value: '34' }), g('reset', 'f2')],
  },
  phase: {
    symptom: 'hums', suspect: 'fuse-2', work: 'fuse-replaced', part: 'fu2',
    proof: [volts('fu1.1', 'fu1.2'), volts('fu2.1', 'fu2.2')], deadProof: ohms('fu2.1', 'fu2.2'), repair: replace('fu2', 'new-fuse', false),
  },
  auxiliary: {
    symptom: 'does-not-hold', suspect: 'auxiliary', work: 'contactor-replaced', part: 'km1',
    proof: whileHeld(volts('km1.13', 'km1.14')),
    deadProof: [g('push-armature', 'km1'), ...ohms('km1.13', 'km1.14'), g('let-go', 'km1')], repair: replace('km1', 'new-contactor'),
  },
  'control-cable': {
    symptom: 'nothing', suspect: 'control-cable', work: 'control-cable-replaced', part: 'w2',
    proof: [g('open', 'station'), ...whileHeld(volts('s2.14', 'x0.n'), volts('km1.a1', 'x0.n')), g('close', 'station')],
    deadProof: [g('open', 'station'), ...ohms('km1.a1', 's2.14'), g('close', 'station')], repair: replace('w2', 'new-cable'),
  },
  'motor-cable': {
    symptom: 'hums', suspect: 'motor-cable', work: 'motor-cable-replaced', part: 'w1',
    proof: [], deadProof: [g('open', 'motor-box'), ...ohms('x1.v', 'm1.v'), g('close', 'motor-box')], repair: replace('w1', 'new-cable'),
  },
}
export const caseOf = (seed: number): Case => cases[variantOfSeed(seed)]

const pairs = [
  ['l1', 'l2'], ['l2', 'l3'], ['l1', 'l3'], ['l1', 'n'], ['l2', 'n'], ['l3', 'n'], ['l1', 'pe'], ['l2', 'pe'], ['l3', 'pe'], ['n', 'pe'],
] as const

/** The parts of an expert's play, to be put together in any legal (or illegal) order. */
export const parts = {
  readAll: () => [g('read', 'order'), g('read', 'diagram')],
  /** Start, listen, let go; what hums is stopped at once. */
  observe: (seed: number) => [
    ...tap('s2'), ...(caseOf(seed).symptom === 'hums' ? tap('s1') : []), fill('diagnosis.symptom', caseOf(seed).symptom),
  ],
  protect: (seed: number) => [
    g('inspect', 'gloves'), ...(piercedGloves(seed) ? [g('exchange', 'gloves'), g('inspect', 'gloves')] : []),
    g('put-on', 'gloves'), g('inspect', 'face-shield'), g('put-on', 'face-shield'),
  ],
  prove: (seed: number) => [g('open', 'door'), g('range-volts', 'multimeter'), ...caseOf(seed).proof],
  conclude: (seed: number) => [fill('diagnosis.suspect', caseOf(seed).suspect)],
  lock: () => [g('open', 'q1'), g('lock', 'q1', { with: 'padlock' }), g('keep', 'key')],
  tag: () => [
    fill('tag.name', 'own-name'), fill('tag.date', 'today'), fill('tag.prohibition', 'do-not-operate'), g('hang-tag', 'q1', { with: 'tag' }),
  ],
  pairs: (tool = 'tester') => pairs.map(([a, b]) => measure(tool, `x0.${a}`, `x0.${b}`)),
  selfTest: (seed: number) => [g('self-test', 'tester'), ...(weakTester(seed) ? [g('exchange', 'tester'), g('self-test', 'tester')] : [])],
  checkVoltage: (seed: number) => [...parts.selfTest(seed), ...parts.pairs(), g('self-test', 'tester')],
  isolate: (seed: number) => [...parts.lock(), ...parts.tag(), ...parts.checkVoltage(seed)],
  repair: (seed: number) => caseOf(seed).repair,
  restore: () => [g('remove-tag', 'q1'), g('unlock', 'q1', { with: 'key' }), g('close', 'q1')],
  starts: () => tap('s2'),
  currents: () => ['u', 'v', 'w'].map((phase) => g('clamp', `x1.${phase}`, { with: 'clamp' })),
  stops: () => [...tap('s1'), ...tap('s2'), g('press', 's0'), g('unlatch', 's0'), ...tap('s2')],
  report: (seed: number) => [
    g('close', 'door'), fill('report.fault', caseOf(seed).suspect), fill('report.work', caseOf(seed).work), fill('report.tests', 'all-done'),
    fill('report.state', 'in-service'), g('sign', 'report'), g('hand-over', 'report', { with: 'manager' }),
  ],
  begin: (seed: number) => [...parts.readAll(), ...parts.observe(seed), ...parts.protect(seed), ...parts.prove(seed)],
  finish: (seed: number) => [...parts.restore(), ...parts.starts(), ...parts.currents(), ...parts.stops(), ...parts.report(seed)],
}

/** A perfect attempt: every competence acquired. What a live measurement proves is written down before locking out. */
export function expertPlay(seed: number): Gesture[] {
  const { proof, deadProof } = caseOf(seed)
  const isolated = [...parts.isolate(seed), ...deadProof]
  const known = proof.length > 0 ? [...parts.conclude(seed), ...isolated] : [...isolated, ...parts.conclude(seed)]
  return [...parts.begin(seed), ...known, ...parts.repair(seed), ...parts.finish(seed)]
}

/** Other orders that are just as right. */
export const otherOrders: Readonly<Record<string, (seed: number) => Gesture[]>> = {
  'locked out before the cabinet is opened, proven on the dead circuit only': (seed) => [
    ...parts.protect(seed), ...parts.observe(seed), ...parts.readAll().toReversed(), ...parts.tag().slice(0, 3), g('open', 'q1'),
    g('hang-tag', 'q1', { with: 'tag' }), g('lock', 'q1', { with: 'padlock' }), g('keep', 'key'), g('open', 'door'), ...parts.checkVoltage(seed),
    ...caseOf(seed).deadProof, g('read-plate', 'm1'), ...parts.conclude(seed), ...parts.repair(seed), ...parts.finish(seed),
  ],
  'tested with the tester first, both stops before the currents, the report written in between': (seed) => {
    const [close, ...report] = parts.report(seed)
    return [
      ...parts.observe(seed), ...parts.readAll(), ...parts.protect(seed).toReversed().toSorted(inspectFirst), g('open', 'door'),
      measure('tester', 'x0.l1', 'x0.l2'), measure('tester', 'q2.l', 'q2.n'), g('range-volts', 'multimeter'), ...caseOf(seed).proof,
      ...parts.lock(), ...parts.checkVoltage(seed), ...parts.tag(), ...caseOf(seed).deadProof, ...parts.conclude(seed), ...parts.repair(seed),
      ...parts.restore(), ...parts.starts(), ...report.slice(0, 2), ...parts.stops(), ...parts.currents().toReversed(),
      ...report.slice(2, 4), ...(close ? [close] : []), ...report.slice(4),
    ]
  },
}
const inspectFirst = (a: Gesture, b: Gesture) => rank(b) - rank(a)
const rank = ({ name }: Gesture) => ['put-on', 'inspect', 'exchange'].indexOf(name)

/** Every part replaced in turn, in a locked-out cabinet: the motor runs in the end, and nothing was understood. */
export const replaceEverything = (seed: number): Gesture[] => [
  ...parts.readAll(), ...parts.observe(seed), ...parts.protect(seed), g('open', 'door'), ...parts.isolate(seed),
  ...replace('km1', 'new-contactor'), ...replace('f2', 'new-relay'), g('adjust', 'f2.setting', { value: '34' }),
  ...['fu1', 'fu2', 'fu3'].flatMap((fuse) => replace(fuse, 'new-fuse', false)), ...['w1', 'w2'].flatMap((cable) => replace(cable, 'new-cable')),
  ...replace('s2', 'new-button'), ...parts.conclude(seed), ...parts.finish(seed),
]

const upToRepair = (seed: number): Gesture[] =>
  [...parts.begin(seed), ...parts.isolate(seed), ...caseOf(seed).deadProof, ...parts.conclude(seed)]

/** Each eliminatory fault played on purpose: the id of its criterion, a seed, and the gestures. */
export const faults: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  'e-live': { seed: seeds.phase, play: () => [...parts.begin(2), ...parts.conclude(2), ...replace('fu2', 'new-fuse', false)] },
  'e-lockout': {
    seed: seeds.coil,
    play: () => [...upToRepair(0), g('leave-on-board', 'key'), ...parts.repair(0), g('keep', 'key'), ...parts.finish(0)],
  },
  'e-vat': {
    seed: seeds.coil,
    play: () => [
      ...parts.begin(0), ...parts.lock(), ...parts.tag(), ...parts.pairs('multimeter'), ...caseOf(0).deadProof,
      ...parts.conclude(0), ...parts.repair(0), ...parts.finish(0),
    ],
  },
  'e-contact': { seed: seeds.coil, play: () => [...expertPlay(0).slice(0, 10), g('take-off', 'gloves'), g('touch', 'x0.l1')] },
  'e-ohms': {
    seed: seeds.coil,
    play: () => [
      ...parts.begin(0), g('range-ohms', 'multimeter'), g('press', 's2'), measure('multimeter', 'km1.a1', 'km1.a2'), g('release', 's2'),
      g('exchange', 'multimeter'), ...parts.isolate(0), measure('multimeter', 'km1.a1', 'km1.a2'), ...parts.conclude(0), ...parts.repair(0), ...parts.finish(0),
    ],
  },
  'e-reset': {
    seed: seeds.thermal,
    play: () => {
      const again = [g('reset', 'f2'), ...tap('s2'), g('watch-run', 'm1')]
      return [...parts.begin(1), ...again, ...again, ...parts.isolate(1), ...parts.conclude(1), ...parts.repair(1), ...parts.finish(1)]
    },
  },
  'e-forced': {
    seed: seeds.auxiliary,
    play: () => [...parts.begin(3), g('push-armature', 'km1'), g('let-go', 'km1'), ...expertPlay(3).slice(parts.begin(3).length)],
  },
}

/** A bare hand on a live terminal: the attempt ends there. */
export const shockPlay = (): Gesture[] => [g('open', 'door'), g('touch', 'x0.l1')]

/** What ends an attempt, by the event that ends it. */
export const hazards: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  shock: { seed: seeds.coil, play: shockPlay },
  arc: { seed: seeds.coil, play: () => [...parts.protect(0), ...shockPlay()] },
}
