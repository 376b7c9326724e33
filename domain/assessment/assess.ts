// SPDX-License-Identifier: EUPL-1.2
import { read } from '../scenario/holds.ts'
import { readingOf } from '../scenario/reading.ts'
import type { Reading } from '../scenario/reading.ts'
import type { Criterion, Rubric } from '../scenario/schema.ts'
import type { Trace, TraceMoment } from '../scenario/trace.ts'
import { fillText } from '../scenario/words.ts'
import type { CompetenceResult, CriterionResult, Results } from './results.ts'

/** Judges a trace by a rubric: a result and a reason for each criterion, then for each competence. */
export function assess(rubric: Rubric, trace: Trace): Results {
  const judged = rubric.criteria.filter(({ variants }) => !variants || variants.includes(trace.variant))
  const reading = readingOf(trace)
  const criteria = judged.map((criterion) => judge(criterion, reading))
  const optional = new Set(judged.filter((criterion) => criterion.optional).map(({ id }) => id))
  const counted = criteria.filter(({ id, result }) => result !== 'not-observed' || !optional.has(id))
  const codes = [...new Set(criteria.flatMap(({ competences }) => competences))].toSorted(byCode)
  const competences = codes.map((code) => competence(code, counted.filter((one) => one.competences.includes(code))))
  const eliminated = criteria.filter(({ eliminatory, result }) => eliminatory && result === 'not-met').map(({ id }) => id)
  return {
    competences, criteria, eliminated,
    acquired: eliminated.length === 0 && competences.every(({ result }) => result === 'acquired'),
  }
}

function judge({ id, text, competences, eliminatory, observed, met, reasons }: Criterion, reading: Reading): CriterionResult {
  const common = { id, text, competences, eliminatory }
  if (observed && !read(observed, reading).holds) {
    return { ...common, result: 'not-observed', reason: fillText(reasons.notObserved, {}), at: null }
  }
  const { holds, moment } = read(met, reading)
  const reason = fillText(holds ? reasons.met : reasons.notMet, valuesOf(moment))
  return { ...common, result: holds ? 'met' : 'not-met', reason, at: moment?.at ?? null }
}

/** What a reason may quote: the time of the moment and the values of its events. */
function valuesOf(moment: TraceMoment | null): Record<string, string | number | boolean> {
  if (!moment) return {}
  const seconds = Math.floor(moment.at / 1000)
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return Object.assign({}, ...moment.events.map(({ values }) => values ?? {}), { time })
}

function competence(code: string, criteria: CriterionResult[]): CompetenceResult {
  const some = (result: CriterionResult['result']) => criteria.some((one) => one.result === result)
  const result = some('not-met') ? 'not-acquired' : some('not-observed') || criteria.length === 0 ? 'not-observed' : 'acquired'
  return { code, result, criteria: criteria.map(({ id }) => id) }
}

const byCode = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
