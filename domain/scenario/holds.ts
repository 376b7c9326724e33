// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import type { Condition, Match } from './condition.ts'
import { holdsState, wordsOf } from './matching.ts'
import { firstOf, momentAt, readingOf, upTo, withItem } from './reading.ts'
import type { Reading } from './reading.ts'
import { endOfSequence } from './sequence.ts'
import type { Trace, TraceMoment } from './trace.ts'

/** Whether a condition holds, and the moment that says so (null: no moment in particular). */
export type Finding = { holds: boolean; moment: TraceMoment | null }

/** Reads one condition over a trace. To read several over the same trace: `read(condition, readingOf(trace))`. */
export const find = (condition: Condition, trace: Trace): Finding => read(condition, readingOf(trace))

/** Whether a condition holds over a trace. */
export const holds = (condition: Condition, trace: Trace): boolean => find(condition, trace).holds

/** Reads one condition. Refuses ERR_SCENARIO_INVALID for a `use` that reading the scenario did not put in place. */
export function read(condition: Condition, reading: Reading): Finding {
  if ('done' in condition) return happened(firstOf(reading, condition.done), reading)
  if ('never' in condition) return negate(happened(firstOf(reading, condition.never), reading))
  if ('before' in condition) return before(condition.before, reading)
  if ('within' in condition) return within(condition.within, reading)
  if ('sequence' in condition) return happened(endOfSequence(condition.sequence, reading), reading)
  if ('state' in condition) return stateAtEnd(condition.state, reading)
  if ('every' in condition) return every(condition, reading)
  if ('not' in condition) return negate(read(condition.not, reading))
  if ('all' in condition) return all(condition.all.map((one) => read(one, reading)))
  if ('any' in condition) return any(condition.any.map((one) => read(one, reading)))
  if ('use' in condition) throw new DomainError('ERR_SCENARIO_INVALID', { path: '/conditions', problem: condition.use })
  return all(wordsOf(condition.each, reading.facts).map((it) => read(condition.holds, withItem(reading, it))))
}

const happened = (index: number | null, reading: Reading): Finding =>
  ({ holds: index !== null, moment: momentAt(reading, index) })
const negate = (finding: Finding): Finding => ({ ...finding, holds: !finding.holds })

function stateAtEnd(tests: Extract<Condition, { state: unknown }>['state'], reading: Reading): Finding {
  const moment = momentAt(reading, reading.limit > 0 ? reading.limit - 1 : null)
  return { holds: holdsState(tests, moment?.world ?? reading.trace.start, reading.facts), moment }
}

/** All hold, at the last of their moments; or the first that does not, at its own. */
function all(findings: Finding[]): Finding {
  const failed = findings.find((finding) => !finding.holds)
  if (failed) return failed
  const moments = findings.flatMap(({ moment }) => (moment ? [moment] : []))
  return { holds: true, moment: moments.reduce<TraceMoment | null>((last, one) => (!last || one.at >= last.at ? one : last), null) }
}

const any = (findings: Finding[]): Finding => findings.find((finding) => finding.holds)
  ?? { holds: false, moment: findings.find(({ moment }) => moment)?.moment ?? null }

function before([one, other]: [Match, Match], reading: Reading): Finding {
  const [first, second] = [firstOf(reading, one), firstOf(reading, other)]
  if (first === null || (second !== null && first > second)) return { holds: false, moment: momentAt(reading, second) }
  return { holds: true, moment: momentAt(reading, first) }
}

function within({ ms, from, to }: { ms: number; from: Match; to: Match }, reading: Reading): Finding {
  const starts = reading.hits(from)
  let last: TraceMoment | null = null
  for (const index of reading.hits(to)) {
    const moment = momentAt(reading, index)
    if (!moment || index >= reading.limit) break
    const start = momentAt(reading, starts.findLast((one) => one <= index) ?? null)
    if (!start || moment.at - start.at > ms) return { holds: false, moment }
    last = moment
  }
  return { holds: last !== null, moment: last }
}

function every({ every: match, needs }: { every: Match; needs: Condition }, reading: Reading): Finding {
  let last: TraceMoment | null = null
  for (const index of reading.hits(match)) {
    if (index >= reading.limit) break
    const moment = momentAt(reading, index)
    if (!read(needs, upTo(reading, index)).holds) return { holds: false, moment }
    last = moment
  }
  return { holds: true, moment: last }
}
