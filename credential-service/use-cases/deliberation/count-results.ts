// SPDX-License-Identifier: EUPL-1.2
import type { LinePlace } from '../results/ports.ts'
import { beginningOf } from './beginning-of.ts'
import type { Counts, Deliberation, DeliberationNeeds } from './ports.ts'

const PAGE = 5_000

type UnderWay = { counts: Counts; after: LinePlace | null }

/**
 * How many were admitted and refused, and with which mention, among the lines that a deliberation is about. It takes as
 * many turns as it needs: null when it is `until` before the last line. What was counted by then is remembered by this
 * process alone; another begins again.
 */
export function resultsCounter({ store, results, edge }: Pick<DeliberationNeeds, 'store' | 'results' | 'edge'>) {
  const begun = new Map<string, UnderWay>()
  return async (deliberation: Pick<Deliberation, 'id' | 'results' | 'round'>, until: Date): Promise<Counts | null> => {
    const one = begun.get(deliberation.id) ?? { counts: { admitted: 0, refused: 0, mentions: { none: 0, 'assez-bien': 0, bien: 0, 'tres-bien': 0 } }, after: await beginningOf({ store, results }, deliberation) }
    begun.set(deliberation.id, one)
    do {
      const { lines, upTo } = await results.confirmedLines(deliberation.results, one.after, PAGE)
      for (const { result: { decision, mention } } of lines) {
        one.counts[decision] += 1
        if (decision === 'admitted') one.counts.mentions[mention] += 1
      }
      if (upTo === null) {
        begun.delete(deliberation.id)
        return one.counts
      }
      one.after = upTo
    } while (edge.now() < until)
    return null
  }
}
