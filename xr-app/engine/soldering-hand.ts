// SPDX-License-Identifier: EUPL-1.2
import type { Gesture } from '#domain/workshop/action.ts'
import { angles } from '#domain/workshop/solder/constants.ts'
import { contactValue, feedValue } from '#domain/workshop/solder/gesture-values.ts'
import type { Touched } from '#domain/workshop/solder/pieces.ts'

/**
 * Where the hand is at one moment, whatever moves it: a controller, a bare hand, a mouse, a finger, keys. In the frame of
 * the joint it is nearest to, in millimetres of the joint itself.
 */
export type HandSample = {
  at: number
  /** The joint the tip is at, when it is near enough to touch it. */
  joint: string | null
  /** From the middle of the pad, along the board. */
  aside: number
  /** Above the board. */
  above: number
  /** The iron's angle above the board, in degrees. */
  tilt: number
  /** The wire: how hard it is pushed, 0 to 1, and whether it meets the tip rather than the joint. */
  push: number
  ontoTip: boolean
}

/** What the evidence already says of the hand. */
export type Held = {
  joint: string | null; value: string; feed: string | null; at: number
  /** The angle with its trembling smoothed out, and when it was last felt. */
  tilt: number | null; feltAt: number
}
export const handAway: Held = { joint: null, value: '', feed: null, at: -Infinity, tilt: null, feltAt: 0 }

/** The bench's ids: which board, iron and wire the hand works with. */
export type BenchIds = { board: string; iron: string; wire: string }

/** A pad, its lead and what lies between them, in millimetres. */
const reach = { both: 1.6, pad: 3.6, lead: 2.2 } as const
/** The angle changes once it is this far past the middle between two. */
const stiffness = 4
/** A hand trembles: no more than this many changes a second are kept. */
const leastMs = 150
/** What lasts less than about this long is trembling. */
const smoothMs = 120

function touchedAt({ aside, above }: HandSample, before: Touched | null): Touched {
  const ease = (limit: number, kept: boolean) => (kept ? limit * 1.25 : limit)
  if (above > ease(reach.lead, before !== 'lead') && aside < reach.pad) return 'lead'
  return aside <= ease(reach.both, before === 'both') ? 'both' : 'pad'
}

/** The nearest of the angles told apart, the one before kept until it is clearly left. */
function angleAt(tilt: number, before: number | null): number {
  if (before !== null && Math.abs(tilt - before) <= 7.5 + stiffness) return before
  return angles.reduce((best, one) => (Math.abs(one - tilt) < Math.abs(best - tilt) ? one : best))
}

const smoothed = ({ tilt, feltAt }: Held, sample: HandSample): number =>
  (tilt === null ? sample.tilt : tilt + (sample.tilt - tilt) * Math.min(1, (sample.at - feltAt) / smoothMs))

const speedOf = (push: number) => (push > 0.8 ? 'fast' : push > 0.4 ? 'steady' : 'slow')

/**
 * Turns one moment of the hand's movement into the few, discrete gestures that are kept: the tip put on a joint, moved on
 * it by a whole step, the wire pushed and taken away, the iron withdrawn. Pure: the same movement gives the same evidence.
 */
export function quantise(before: Held, felt: HandSample, { board, iron, wire }: BenchIds): { held: Held; gestures: Gesture[] } {
  const { joint, at } = felt
  const tilt = smoothed(before, felt)
  const [held, sample]: [Held, HandSample] = [{ ...before, tilt, feltAt: at }, { ...felt, tilt }]
  if (held.joint !== null && joint !== held.joint) {
    return { held: { ...handAway, at, tilt, feltAt: at }, gestures: [{ name: 'withdraw', target: board, with: iron }] }
  }
  if (joint === null) return { held, gestures: [] }
  const [touched = '', angle = ''] = held.value.split('-')
  const began = held.joint === null
  const value = contactValue(touchedAt(sample, began ? null : touched as Touched), angleAt(sample.tilt, began ? null : Number(angle)))
  if (began) return { held: { ...held, joint, value, feed: null, at }, gestures: [{ name: 'apply-iron', target: `${board}.${joint}`, with: iron, value }] }
  const moves = value !== held.value && at - held.at >= leastMs
  const after = moves ? { ...held, value, at } : held
  const moved: Gesture[] = moves ? [{ name: 'move-iron', target: `${board}.${joint}`, with: iron, value }] : []
  const fed = feeding(after, sample, { board, wire })
  return { held: fed.held, gestures: [...moved, ...fed.gestures] }
}

function feeding(held: Held, { push, ontoTip, at }: HandSample, { board, wire }: Pick<BenchIds, 'board' | 'wire'>): { held: Held; gestures: Gesture[] } {
  // A little slack: a finger that rests on a trigger does not feed.
  if (push < (held.feed === null ? 0.15 : 0.08)) {
    return held.feed === null || at - held.at < leastMs ? { held, gestures: [] } : { held: { ...held, feed: null, at }, gestures: [{ name: 'stop-feed', target: board, with: wire }] }
  }
  const value = feedValue(ontoTip ? 'tip' : 'joint', speedOf(push))
  if (value === held.feed || at - held.at < leastMs) return { held, gestures: [] }
  return { held: { ...held, feed: value, at }, gestures: [{ name: 'feed', target: board, with: wire, value }] }
}
