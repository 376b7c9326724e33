// SPDX-License-Identifier: EUPL-1.2
import type { Match, Step } from './condition.ts'
import { nextAfter } from './reading.ts'
import type { Reading } from './reading.ts'

export type Sequence = { steps: Step[]; without?: Match; notSince?: Match }

/**
 * The index at which the steps are complete, one after another; null when they never are. Looks from every possible
 * beginning: a sequence begun badly and begun again is found. With `notSince`, the last one counts: what voids an
 * earlier one does not void one done afresh.
 */
export function endOfSequence(sequence: Sequence, reading: Reading): number | null {
  const ends = reading.once(sequence, () => endsOf(sequence, reading))
  if (!sequence.notSince) return ends[0] !== undefined && ends[0] < reading.limit ? ends[0] : null
  const last = ends.findLast((end) => end < reading.limit)
  if (last === undefined) return null
  const voided = nextAfter(reading.hits(sequence.notSince), last)
  return voided !== undefined && voided < reading.limit ? null : last
}

/** The ends of the sequences from every possible beginning, in order. */
function endsOf(sequence: Sequence, reading: Reading): number[] {
  const [first] = sequence.steps
  const beginnings = new Set(first ? matchesOf(first).flatMap((match) => reading.hits(match)) : [])
  const ends = [...beginnings].map((beginning) => follow(sequence, beginning, reading))
  return ends.filter((end) => end !== null).toSorted((a, b) => a - b)
}

const matchesOf = (step: Step): readonly Match[] => ('one' in step ? [step.one] : step.allOf)

function follow({ steps, without }: Sequence, beginning: number, reading: Reading): number | null {
  let last = beginning - 1
  for (const [place, step] of steps.entries()) {
    const found = matchesOf(step).map((match) => nextAfter(reading.hits(match), last))
    if (found.includes(undefined)) return null
    const indexes = found.map((index) => index ?? 0)
    const earliest = Math.min(...indexes)
    if (place > 0 && step.withinMs !== undefined && time(reading, earliest) - time(reading, last) > step.withinMs) return null
    last = Math.max(...indexes)
  }
  const spoilt = without ? nextAfter(reading.hits(without), beginning - 1) : undefined
  return spoilt !== undefined && spoilt <= last ? null : last
}

const time = ({ trace }: Reading, index: number) => trace.moments[index]?.at ?? 0
