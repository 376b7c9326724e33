// SPDX-License-Identifier: EUPL-1.2
// Ways of playing 'brasage-composant'. Here time is part of the gesture. `expertActions` are an expert's, in real time.
// `expertPlay` is the same work in extended time (a quarter), made to be played one gesture every two seconds by any hand
// or any program: what stands between two gestures of the iron is a look through the magnifier, half a second of the joint's.
import type { Action, Gesture } from '#domain/workshop/action.ts'

const g = (name: string, target: string, rest: Partial<Gesture> = {}): Gesture => ({ name, target, ...rest })
const fill = (field: string, value: string) => g('fill', `record.${field}`, { value })

export const variantNames = ['capacitor', 'diode', 'ground-plane', 'neglected-station'] as const
const variantOf = (seed: number) => variantNames[seed % 4] ?? 'capacitor'
const chance = (seed: number) => Math.floor(seed / 4)
/** A strap that does not earth, a tip left dull. */
export const brokenStrap = (seed: number) => chance(seed) % 4 === 3
const dullTip = (seed: number) => Math.floor(chance(seed) / 4) % 3 === 2
/** Seeds with a misfortune: the strap, the tip, both. */
export const unluckySeeds = { strap: 12, tip: 32, both: 44 } as const

const way = (seed: number) => (['hole-2', 'hole-1', 'hole-1', 'hole-2'] as const)[seed % 4] ?? 'hole-2'
export const setting = (seed: number) => (variantOf(seed) === 'ground-plane' ? '380' : '350')
const ground = (seed: number) => (variantOf(seed) === 'ground-plane' ? 'p1' : null)
const poorTip = (seed: number) => variantOf(seed) === 'neglected-station' && !dullTip(seed)

/** The parts of an expert's play. */
export const parts = {
  read: () => [g('read', 'order')],
  eyes: () => [g('put-on', 'glasses')],
  strap: (seed: number) => [
    g('put-on', 'strap'), g('test-strap', 'strap'),
    ...(brokenStrap(seed) ? [g('exchange', 'strap'), g('put-on', 'strap'), g('test-strap', 'strap')] : []),
  ],
  arm: () => [g('start', 'arm')],
  station: (seed: number) => [g('set-temperature', 'iron', { value: setting(seed) }), g('switch-on', 'iron')],
  place: (seed: number) => [g('put-through', 'part.way', { value: way(seed) }), g('bend-leads', 'part')],
  tip: (seed: number) => {
    const once = [g('wipe-tip', 'iron', { with: 'wool' }), g('tin-tip', 'iron', { with: 'wire' })]
    return poorTip(seed) ? [...once, ...once] : once
  },
  slow: () => [g('set-pace', 'iron', { value: 'quarter' })],
  take: () => [g('take-iron', 'iron')],
  stand: () => [g('stand-iron', 'iron')],
  /** A look, while the joint warms or cools. */
  look: (part: string, times: number) => Array.from({ length: times }, () => g('inspect-joint', `board.${part}`, { with: 'magnifier' })),
  apply: (part: string, value = 'both-45') => g('apply-iron', `board.${part}`, { with: 'iron', value }),
  feed: (value = 'joint-fast') => g('feed', 'board', { with: 'wire', value }),
  stop: () => g('stop-feed', 'board', { with: 'wire' }),
  withdraw: () => g('withdraw', 'board', { with: 'iron' }),
  joint: (part: string, seed: number) => {
    const big = ground(seed) === part
    return [parts.apply(part), ...parts.look(part, big ? 4 : 2), parts.feed(), parts.stop(), ...parts.look(part, big ? 2 : 1), parts.withdraw()]
  },
  /** What lets a joint set: nothing that touches the board. */
  solder: (seed: number) => [...parts.take(), ...parts.joint('p1', seed), ...parts.look('p1', 2), ...parts.joint('p2', seed), ...parts.look('p2', 2), ...parts.stand()],
  inspect: () => [...parts.look('p1', 1), ...parts.look('p2', 1)],
  trim: () => ['p1', 'p2'].map((part) => g('trim-lead', `board.${part}`, { with: 'cutters' })),
  measure: () => [g('check-continuity', 'board', { with: 'meter' })],
  record: (seed: number) => [
    fill('setting', `s${setting(seed)}`), fill('joint-1', 'good'), fill('joint-2', 'good'), fill('result', 'conform'), g('sign', 'record'),
  ],
  off: () => [g('tin-tip', 'iron', { with: 'wire' }), g('switch-off', 'iron')],
}

const prepare = (seed: number) => [
  ...parts.read(), ...parts.station(seed), ...parts.eyes(), ...parts.strap(seed), ...parts.arm(), ...parts.place(seed), ...parts.slow(),
  // The station takes fifteen seconds: time to look at the bare pads.
  ...parts.look('p1', 2), ...parts.look('p2', 2), ...parts.tip(seed),
]
const finish = (seed: number) => [...parts.inspect(), ...parts.trim(), ...parts.measure(), ...parts.record(seed), ...parts.off()]

/** A perfect attempt: every competence acquired. */
export const expertPlay = (seed: number): Gesture[] => [...prepare(seed), ...parts.solder(seed), ...finish(seed)]

/** Other orders that are just as right. */
export const otherOrders: Readonly<Record<string, (seed: number) => Gesture[]>> = {
  'protected first, component before the station, second pad first, off before the record': (seed) => [
    ...parts.eyes(), ...parts.strap(seed), ...parts.arm(), ...parts.read(), ...parts.place(seed), ...parts.slow(), ...parts.station(seed),
    ...parts.look('p1', 5), ...parts.look('p2', 5), ...parts.tip(seed),
    ...parts.take(), ...parts.joint('p2', seed), ...parts.look('p2', 2), ...parts.stand(), ...parts.look('p2', 1), g('trim-lead', 'board.p2', { with: 'cutters' }),
    ...parts.take(), ...parts.joint('p1', seed), ...parts.look('p1', 2), ...parts.stand(), ...parts.off(), ...parts.inspect(),
    g('trim-lead', 'board.p1', { with: 'cutters' }), ...parts.measure(), ...parts.record(seed),
  ],
  'a first joint with too little solder, seen and mended; the tip tinned again in between': (seed) => {
    const poor = parts.joint('p2', seed).map((one) => (one.name === 'feed' ? parts.feed('joint-slow') : one))
    return [
      ...prepare(seed), ...parts.take(), ...poor, ...parts.look('p2', 3), ...parts.stand(), g('tin-tip', 'iron', { with: 'wire' }),
      ...parts.take(), parts.apply('p2'), ...parts.look('p2', 2), parts.feed('joint-steady'), parts.stop(), ...parts.look('p2', 1), parts.withdraw(), ...parts.look('p2', 2),
      ...parts.joint('p1', seed), ...parts.look('p1', 2), ...parts.stand(), ...finish(seed),
    ]
  },
}

/** An expert's play with one gesture replaced, or others put before it. */
const change = (seed: number, name: string, to: (gesture: Gesture) => Gesture[]) =>
  expertPlay(seed).flatMap((gesture) => (gesture.name === name ? to(gesture) : [gesture]))

/** Each eliminatory fault played on purpose. */
export const faults: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  // While the station holds its temperature, so that the burn is as hot whoever is quicker.
  'e-burn': { seed: 0, play: () => change(0, 'take-iron', (one) => [g('touch-tip', 'iron'), one]) },
  'e-eyes': { seed: 1, play: () => [...change(1, 'put-on', (one) => (one.target === 'glasses' ? [] : [one])).flatMap((one) => (one.target === 'board.p1' && one.name === 'trim-lead' ? [...parts.eyes(), one] : [one]))] },
  'e-stand': { seed: 0, play: () => change(0, 'stand-iron', (one) => [g('lay-iron', 'iron'), one]) },
  'e-delivered': {
    seed: 0,
    play: () => expertPlay(0).map((one) => (one.name === 'apply-iron' && one.target === 'board.p2' ? parts.apply('p2', 'lead-45') : one)),
  },
}

/** What ends an assessed attempt: the end of a lead in an eye. */
export const hazards: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  'eye-hit': { seed: 0, play: () => change(0, 'trim-lead', (one) => [g('take-off', 'glasses'), one]) },
}

/** How long to leave between two gestures of `expertPlay`, in milliseconds, whatever plays them: 1.3 to 3 s does. */
export const every = 2_000

/** The gestures as actions, one every two seconds. */
export const timed = (gestures: readonly Gesture[], every = 2_000): Action[] =>
  gestures.map((gesture, index) => ({ at: (index + 1) * every, ...gesture }))

/** How long the expert's hand takes before each gesture, in milliseconds, where that is the joint's own time. */
const hand = (seed: number, part: string) => (ground(seed) === part
  ? { feed: 2_300, stop: 1_150, withdraw: 1_600 } : setting(seed) === '380'
    ? { feed: 1_050, stop: 1_100, withdraw: 650 } : { feed: 1_250, stop: 1_120, withdraw: 700 })

/** The expert in real time: what the learner's curve is compared with. */
export function expertActions(seed: number): Action[] {
  const gestures = expertPlay(seed).filter(({ name, value }) => !(name === 'set-pace' || value === 'none'))
  const quick = gestures.filter((one, index) => one.name !== 'inspect-joint' || gestures.slice(index).every(({ name }) => name !== 'stand-iron'))
  let [at, part] = [0, 'p1']
  return quick.map((gesture, index) => {
    if (gesture.name === 'apply-iron') part = gesture.target.split('.')[1] ?? part
    const pushed = gesture.name === 'feed' ? { ...gesture, value: 'joint-steady' } : gesture
    const own: Readonly<Record<string, number>> = { ...expertPauses, feed: hand(seed, part).feed, 'stop-feed': hand(seed, part).stop, withdraw: hand(seed, part).withdraw }
    at += own[gesture.name] ?? 2_400 + (index * 733) % 900
    return { at, ...pushed }
  })
}
const expertPauses: Readonly<Record<string, number>> = { 'apply-iron': 4_200, 'take-iron': 2_600, 'stand-iron': 4_000, 'wipe-tip': 9_000, read: 14_000, 'inspect-joint': 5_500 }
