// SPDX-License-Identifier: EUPL-1.2
import type { Match, Step } from './condition.ts'
import { nextAfter } from './reading.ts'
import type { Reading } from './reading.ts'

export type Sequence = { steps: Step[]; without?: Match }

/**
 * The index at which the steps are first complete, one after another; null when they never are. Looks from every
 * possible beginning: a sequence begun badly and begun again is found.
 */
export function endOfSequence(sequence: Sequence, reading: Reading): number | null {
  const end = reading.once(sequence, () => earliestEnd(sequence, reading))
  return end !== null && end < reading.limit ? end : null
}

function earliestEnd(sequence: Sequence, reading: Reading): number | null {
  const [first] = sequence.steps
  const beginnings = new Set(first ? matchesOf(first).flatMap((match) => reading.hits(match)) : [])
  let earliest: number | null = null
  for (const beginning of beginnings) {
    const end = follow(sequence, beginning, reading)
    if (end !== null && (earliest === null || end < earliest)) earliest = end
  }
  return earliest
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
