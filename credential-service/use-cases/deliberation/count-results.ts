// SPDX-License-Identifier: EUPL-1.2
import type { LinePlace } from '../results/ports.ts'
import type { Counts, DeliberationNeeds } from './ports.ts'

const PAGE = 5_000

/** How many were admitted and refused, and with which mention, among the confirmed lines that count. */
export async function countResults({ results }: Pick<DeliberationNeeds, 'results'>, session: string): Promise<Counts> {
  const counts: Counts = { admitted: 0, refused: 0, mentions: { none: 0, 'assez-bien': 0, bien: 0, 'tres-bien': 0 } }
  for (let after: LinePlace | null = null; ;) {
    const page = await results.confirmedLines(session, after, PAGE)
    for (const { result: { decision, mention } } of page) {
      counts[decision] += 1
      if (decision === 'admitted') counts.mentions[mention] += 1
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return counts
    after = { position: last.position, line: last.line }
  }
}
