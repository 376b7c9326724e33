// SPDX-License-Identifier: EUPL-1.2
import type { Results } from '#domain/assessment/results.ts'
import type { Text } from '#domain/text.ts'
import { isGrave } from '../moments.ts'
import type { SpokenMoment } from '../moments.ts'

/** A moment worth going to: what hurt or decided alone, a criterion missed, a criterion met. */
export type Mark = { at: number; kind: 'fault' | 'not-met' | 'met'; text: Text }

/** Every moment that counted, in order; at the same time the gravest first. */
export function marksOf(moments: readonly SpokenMoment[], { criteria, eliminated }: Results): Mark[] {
  const hurts = moments.filter(isGrave).flatMap(({ at, events }): Mark[] => events.slice(0, 1).map(({ text }) => ({ at, kind: 'fault', text })))
  const decided = criteria.flatMap(({ id, at, result, text }): Mark[] => (at === null || result === 'not-observed' ? []
    : [{ at, kind: eliminated.includes(id) ? 'fault' : result, text }]))
  return [...hurts, ...decided].toSorted((a, b) => a.at - b.at || rank(a) - rank(b))
}

const kinds: readonly Mark['kind'][] = ['fault', 'not-met', 'met']
const rank = ({ kind }: Mark) => kinds.indexOf(kind)

/** Marks that would touch each other on a line of this many pixels, put together. */
export function clustersOf(marks: readonly Mark[], pixels: (at: number) => number, apart: number): Mark[][] {
  const clusters: Mark[][] = []
  for (const mark of marks) {
    const last = clusters.at(-1)
    if (last?.[0] && pixels(mark.at) - pixels(last[0].at) < apart) last.push(mark)
    else clusters.push([mark])
  }
  return clusters
}

/** The gravest of some marks: what their common sign shows. */
export const gravest = (marks: readonly Mark[]): Mark['kind'] => kinds.find((kind) => marks.some((one) => one.kind === kind)) ?? 'met'
