// SPDX-License-Identifier: EUPL-1.2
import { digestOf } from '../canonical.ts'
import type { Digest } from '../canonical.ts'
import { DomainError } from '../errors.ts'
import type { Action } from '../workshop/action.ts'
import type { Chunk, RecordingHead } from './recording.ts'

/** A chunk the service has acknowledged: its place, its digest and when its last action was, in simulation time. */
export type Link = { sequence: number; digest: Digest; lastAt: number }

/** A recording is small: an hour of steady work is about a thousand gestures. */
export const mostActions = 1_500
/** What two clocks may drift apart by between a device and the service during an attempt, in milliseconds. */
export const clockTolerance = 30_000
/** More gestures than this within one second of simulation time are no hand's: a program sends them. */
export const mostPerSecond = 20

/** The next chunk of a recording, chained to the one before (to the head, for the first). */
export function nextChunk(head: RecordingHead, last: Link | undefined, actions: Action[]): Chunk {
  return { sequence: last ? last.sequence + 1 : 0, previous: last?.digest ?? digestOf(head), actions }
}

/** The link a chunk makes once it is acknowledged. Only the chunk's own three fields count in the digest. */
export function linkOf({ sequence, previous, actions }: Chunk, before?: Link): Link {
  return { sequence, digest: digestOf({ sequence, previous, actions }), lastAt: actions.at(-1)?.at ?? before?.lastAt ?? 0 }
}

/**
 * Whether a chunk continues what was acknowledged. Answers 'known' for one already acknowledged, sent again as it was.
 * Refuses ERR_CHUNK_ALTERED (another content for an acknowledged place) and ERR_CHAIN_BROKEN (a hole, or another
 * predecessor than the acknowledged one).
 */
export function placeInChain(head: RecordingHead, links: readonly Link[], chunk: Chunk): 'next' | 'known' {
  const already = links[chunk.sequence]
  if (already) {
    if (already.digest === linkOf(chunk).digest) return 'known'
    throw new DomainError('ERR_CHUNK_ALTERED', { sequence: chunk.sequence })
  }
  const expected = nextChunk(head, links.at(-1), [])
  if (chunk.sequence !== expected.sequence || chunk.previous !== expected.previous) {
    throw new DomainError('ERR_CHAIN_BROKEN', { sequence: chunk.sequence, expected: expected.sequence })
  }
  return 'next'
}

/**
 * Refuses ERR_TIMING_IMPOSSIBLE when actions go back in time, are not whole milliseconds, or when more simulation time
 * is claimed than has really passed since the attempt began (`passed`, in milliseconds, by the service's own clock).
 */
export function checkTiming(actions: readonly Action[], from: number, passed: number): void {
  let before = from
  for (const { at } of actions) {
    if (!Number.isSafeInteger(at) || at < before || at > passed + clockTolerance) {
      throw new DomainError('ERR_TIMING_IMPOSSIBLE', { at, before, passed })
    }
    before = at
  }
}

/**
 * Refuses ERR_TIMING_IMPOSSIBLE when more than `mostPerSecond` actions fall within one second of simulation time.
 * `actions`: in order, with as many of those acknowledged before as the second may reach back to.
 */
export function checkPace(actions: readonly Action[]): void {
  for (const [index, { at }] of actions.entries()) {
    const before = actions[index - mostPerSecond]?.at
    if (before !== undefined && at - before < 1_000) throw new DomainError('ERR_TIMING_IMPOSSIBLE', { at, before, most: mostPerSecond })
  }
}

/**
 * The longest time, in milliseconds, between when a chunk's last gesture was made, as the device says, and when it
 * came, by the service's clock: evidence held back, a lost connection, or a pause. 0 when nothing came.
 */
export const longestSilence = (startedAt: number, received: readonly { lastAt: number; receivedAt: number }[]): number =>
  received.reduce((longest, { lastAt, receivedAt }) => Math.max(longest, receivedAt - startedAt - lastAt), 0)

/**
 * Compares the head a device played with, with the one the service gave. Refuses, each with its own code,
 * another scenario digest, another seed, another nonce; anything else that differs breaks the chain.
 */
export function checkHead(given: RecordingHead, played: RecordingHead): void {
  if (played.scenario.id !== given.scenario.id || played.scenario.digest !== given.scenario.digest) {
    throw new DomainError('ERR_SCENARIO_DIGEST', { expected: given.scenario.digest, digest: played.scenario.digest })
  }
  if (played.seed !== given.seed) throw new DomainError('ERR_SEED_MISMATCH', { seed: played.seed })
  if (played.nonce !== given.nonce) throw new DomainError('ERR_NONCE_UNKNOWN')
  if (digestOf(played) !== digestOf(given)) throw new DomainError('ERR_CHAIN_BROKEN', { sequence: 0, expected: 0 })
}
