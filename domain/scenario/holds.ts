// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import type { Condition, Match } from './condition.ts'
import { holdsState, matches, wordsOf } from './matching.ts'
import { findSequence } from './sequence.ts'
import type { Facts, Trace, TraceMoment } from './trace.ts'

/** Whether a condition holds, and the moment that says so (null: no moment in particular). */
export type Finding = { holds: boolean; moment: TraceMoment | null }

/** Reads a condition over a trace. */
export function find(condition: Condition, trace: Trace): Finding {
  const first = (match: Match) => trace.moments.find((moment) => matches(match, moment, trace.facts)) ?? null
  if ('done' in condition) return { holds: first(condition.done) !== null, moment: first(condition.done) }
  if ('never' in condition) return { holds: first(condition.never) === null, moment: first(condition.never) }
  if ('before' in condition) return before(first(condition.before[0]), first(condition.before[1]), trace)
  if ('within' in condition) return within(condition.within, trace)
  if ('sequence' in condition) return findSequence(condition.sequence, trace)
  if ('state' in condition) return stateAtEnd(holdsState(condition.state, lastWorld(trace), trace.facts), trace)
  if ('every' in condition) return every(condition, trace)
  if ('not' in condition) return negate(find(condition.not, trace))
  if ('each' in condition) {
    return all(wordsOf(condition.each, trace.facts).map((it) => find(condition.holds, withFacts(trace, { it }))))
  }
  if ('all' in condition) return all(condition.all.map((one) => find(one, trace)))
  // readScenario replaced every one: a condition that was not read is a mistake of the caller.
  if ('use' in condition) throw new DomainError('ERR_SCENARIO_INVALID', { path: '/conditions', problem: condition.use })
  const findings = condition.any.map((one) => find(one, trace))
  return findings.find(({ holds }) => holds) ?? { holds: false, moment: findings.find(({ moment }) => moment)?.moment ?? null }
}

/** Whether a condition holds over a trace. */
export const holds = (condition: Condition, trace: Trace): boolean => find(condition, trace).holds

const negate = (finding: Finding): Finding => ({ ...finding, holds: !finding.holds })
const lastWorld = ({ moments, start }: Trace) => moments.at(-1)?.world ?? start
const stateAtEnd = (good: boolean, trace: Trace): Finding => ({ holds: good, moment: trace.moments.at(-1) ?? null })
const withFacts = (trace: Trace, facts: Facts): Trace => ({ ...trace, facts: { ...trace.facts, ...facts } })

/** All hold, at the last of their moments; or the first that does not, at its own. */
function all(findings: Finding[]): Finding {
  const failed = findings.find((finding) => !finding.holds)
  if (failed) return failed
  const moments = findings.flatMap(({ moment }) => (moment ? [moment] : []))
  return { holds: true, moment: moments.reduce<TraceMoment | null>((last, one) => (!last || one.at >= last.at ? one : last), null) }
}

function before(one: TraceMoment | null, other: TraceMoment | null, { moments }: Trace): Finding {
  if (!one) return { holds: false, moment: other }
  if (other && moments.indexOf(one) > moments.indexOf(other)) return { holds: false, moment: other }
  return { holds: true, moment: one }
}

function within({ ms, from, to }: { ms: number; from: Match; to: Match }, { moments, facts }: Trace): Finding {
  let since: number | null = null
  let last: TraceMoment | null = null
  for (const moment of moments) {
    if (matches(from, moment, facts)) since = moment.at
    if (!matches(to, moment, facts)) continue
    if (since === null || moment.at - since > ms) return { holds: false, moment }
    last = moment
  }
  return { holds: last !== null, moment: last }
}

function every({ every: match, needs }: { every: Match; needs: Condition }, trace: Trace): Finding {
  let last: TraceMoment | null = null
  for (const [index, moment] of trace.moments.entries()) {
    if (!matches(match, moment, trace.facts)) continue
    if (!find(needs, { ...trace, moments: trace.moments.slice(0, index) }).holds) return { holds: false, moment }
    last = moment
  }
  return { holds: true, moment: last }
}
