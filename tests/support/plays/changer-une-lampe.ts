// SPDX-License-Identifier: EUPL-1.2
// Ways of playing 'changer-une-lampe': gestures without times; an engine or `timed` dates them.
import type { Gesture } from '#domain/workshop/action.ts'

/** The variants and the seed that gives each without any misfortune. */
export const seeds = { 'as-labelled': 0, swapped: 1 } as const
/** A tester with a weak battery. */
export const weakTester = 6

const g = (name: string, target: string, rest: Partial<Gesture> = {}): Gesture => ({ name, target, ...rest })
const deviceOf = (seed: number) => (seed % 2 === 0 ? 'q1' : 'q2')
const measure = (a: string, b: string) => g('measure', `x1.${a}`, { with: 'tester', second: `x1.${b}` })
const test = g('self-test', 'tester')
const isWeak = (seed: number) => Math.floor(seed / 2) % 4 === 3

export const locking = (device: string): Gesture[] => [
  g('open', device), g('lock', device, { with: 'padlock' }), g('keep', 'key'),
  g('fill', 'tag.name', { value: 'own-name' }), g('fill', 'tag.prohibition', { value: 'do-not-operate' }), g('hang-tag', device, { with: 'tag' }),
]
export const proving: Gesture[] = [test, measure('l', 'n'), measure('l', 'pe'), measure('n', 'pe'), test]
export const restoring = (device: string): Gesture[] => [g('remove-tag', device), g('unlock', device, { with: 'key' }), g('close', device)]

/** What an expert does: perfect, whatever the variant. */
export const expertPlay = (seed: number): Gesture[] => {
  const device = deviceOf(seed)
  return [g('read', 'order'), g('trace', 'x1'), ...(isWeak(seed) ? [test, g('exchange', 'tester')] : []), ...locking(device), ...proving, ...restoring(device)]
}

/** Other orders that are just as right. */
export const otherOrders: Readonly<Record<string, (seed: number) => Gesture[]>> = {
  'switches the lamp off first, and on at the end': (seed) =>
    [g('stop', 'e1'), ...expertPlay(seed), g('start', 'e1')],
  'finds the breaker by trying, and closes the wrong one again': (seed) => {
    const [right, wrong] = seed % 2 === 0 ? ['q1', 'q2'] : ['q2', 'q1']
    return [g('open', wrong), g('close', wrong), ...locking(right), ...proving, ...restoring(right)]
  },
}

/** Careless plays, each with the criteria that it misses. */
export const slips: Readonly<Record<string, { play: (seed: number) => Gesture[]; misses: string[] }>> = {
  'trusts the label of the other circuit': {
    play: (seed) => { const wrong = seed % 2 === 0 ? 'q2' : 'q1'; return [...locking(wrong), test] },
    misses: ['right-circuit', 'nothing-else-cut', 'proved'],
  },
  'touches a live terminal': { play: () => [g('touch', 'x1.l')], misses: ['no-live-contact', 'right-circuit', 'proved'] },
  'forgets a measurement': {
    play: (seed) => [...locking(deviceOf(seed)), test, measure('l', 'n'), measure('l', 'pe'), test, ...restoring(deviceOf(seed))],
    misses: ['proved', 'lit-again'],
  },
  'leaves the key in the padlock': {
    play: (seed) => [...locking(deviceOf(seed)).filter(({ name }) => name !== 'keep'), ...proving, ...restoring(deviceOf(seed))],
    misses: ['key-and-tag'],
  },
}

/** Each eliminatory fault played on purpose, alone. */
export const faults: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  'right-circuit': { seed: seeds['as-labelled'], play: () => [g('read', 'order'), g('trace', 'x1'), g('open', 'q1'), ...proving, g('close', 'q1')] },
  proved: { seed: seeds['as-labelled'], play: () => expertPlay(0).filter((one) => one.second !== 'x1.pe' || one.target !== 'x1.n') },
  'no-live-contact': { seed: seeds['as-labelled'], play: () => [...expertPlay(0), g('touch', 'x1.l')] },
}

/** What ends an attempt. */
export const hazards: Readonly<Record<string, { seed: number; play: () => Gesture[] }>> = {
  shock: { seed: seeds['as-labelled'], play: () => [g('touch', 'x1.l')] },
}
