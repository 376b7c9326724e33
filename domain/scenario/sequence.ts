// SPDX-License-Identifier: EUPL-1.2
import type { Match, Step } from './condition.ts'
import type { Finding } from './holds.ts'
import { matches } from './matching.ts'
import type { Trace, TraceMoment } from './trace.ts'

type Sequence = { steps: Step[]; without?: Match }
type Indexed = { index: number; moment: TraceMoment }

/**
 * Looks for the steps one after another, from every possible beginning: a sequence begun badly and begun again
 * is found. The moment is that of its last step.
 */
export function findSequence(sequence: Sequence, trace: Trace): Finding {
  const moments = trace.moments.map((moment, index) => ({ index, moment }))
  for (const beginning of moments) {
    const end = follow(sequence, moments.slice(beginning.index), trace)
    if (end) return { holds: true, moment: end.moment }
  }
  return { holds: false, moment: null }
}

function follow({ steps, without }: Sequence, moments: Indexed[], trace: Trace): Indexed | null {
  const beginning = moments[0]
  let last: Indexed | null = null
  for (const step of steps) {
    const wanted = 'one' in step ? [step.one] : step.allOf
    const found = wanted.map((match) => moments.find(({ index, moment }) =>
      index > (last?.index ?? -1) && matches(match, moment, trace.facts)))
    const [earliest, latest] = ends(found)
    if (!earliest || !latest || (!last && earliest.index !== beginning?.index)) return null
    if (last && step.withinMs !== undefined && earliest.moment.at - last.moment.at > step.withinMs) return null
    last = latest
  }
  const spoilt = without && last && moments.some(({ index, moment }) =>
    index <= (last?.index ?? 0) && matches(without, moment, trace.facts))
  return spoilt ? null : last
}

/** The first and the last of what was found; nothing when one is missing. */
function ends(found: (Indexed | undefined)[]): [Indexed?, Indexed?] {
  const all = found.flatMap((one) => (one ? [one] : []))
  if (all.length < found.length) return []
  const sorted = all.toSorted((a, b) => a.index - b.index)
  return [sorted[0], sorted.at(-1)]
}
