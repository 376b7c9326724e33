// SPDX-License-Identifier: EUPL-1.2
import type { Match } from './condition.ts'
import { matches } from './matching.ts'
import type { Facts, Trace, TraceMoment } from './trace.ts'

/**
 * A trace being read: the first `limit` moments of it, with the facts at hand. What was looked for once is kept, so
 * that judging a long recording costs one pass per match, whatever the conditions make of it.
 */
export type Reading = {
  trace: Trace
  limit: number
  facts: Facts
  /** Indexes of all the moments that match, in order, beyond the limit too. */
  hits(match: Match): readonly number[]
  /** Keeps what `compute` answers for this object and these facts. */
  once<T>(about: object, compute: () => T): T
}

/** Begins to read a trace. */
export function readingOf(trace: Trace): Reading {
  return withFacts({ trace, limit: trace.moments.length }, trace.facts)
}

/** The same trace, read only up to a moment (not included). */
export const upTo = (reading: Reading, limit: number): Reading => ({ ...reading, limit })

/** The same trace, read with `$it` standing for an item. */
export function withItem(reading: Reading, it: string): Reading {
  const items = reading.once(reading.trace, () => new Map<string, Reading>())
  const known = items.get(it) ?? withFacts(reading, { ...reading.facts, it })
  items.set(it, known)
  return { ...known, limit: reading.limit }
}

function withFacts({ trace, limit }: Pick<Reading, 'trace' | 'limit'>, facts: Facts): Reading {
  const kept = new Map<object, unknown>()
  const once = <T>(about: object, compute: () => T): T => {
    if (!kept.has(about)) kept.set(about, compute())
    return kept.get(about) as T
  }
  const hits = (match: Match) => once(match, () =>
    trace.moments.flatMap((moment, index) => (matches(match, moment, facts) ? [index] : [])))
  return { trace, limit, facts, hits, once }
}

/** The first moment that matches within what is read. */
export function firstOf(reading: Reading, match: Match): number | null {
  const index = reading.hits(match)[0]
  return index !== undefined && index < reading.limit ? index : null
}

export const momentAt = ({ trace }: Reading, index: number | null): TraceMoment | null =>
  (index === null ? null : trace.moments[index] ?? null)

/** The first number of a sorted list that is greater than `than` (binary search). */
export function nextAfter(sorted: readonly number[], than: number): number | undefined {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) > than) high = middle
    else low = middle + 1
  }
  return sorted[low]
}
