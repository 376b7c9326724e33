// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import type { Condition } from './condition.ts'
import type { Scenario } from './schema.ts'

export const invalid = (path: string, problem: string) => new DomainError('ERR_SCENARIO_INVALID', { path, problem })

/**
 * Puts each named condition where `{ use: name }` stands, in stages and criteria, so that whoever reads a condition
 * needs nothing beside it. Refuses ERR_SCENARIO_INVALID for a name that is not there or that uses itself.
 */
export function placeConditions(scenario: Scenario): Scenario {
  const named = scenario.conditions ?? {}
  const place = (condition: Condition, inside: readonly string[] = []): Condition => {
    if ('use' in condition) {
      const wanted = named[condition.use]
      if (!wanted || inside.includes(condition.use)) throw invalid('/conditions', `${condition.use} is not there, or uses itself`)
      return place(wanted, [...inside, condition.use])
    }
    if ('all' in condition) return { all: condition.all.map((one) => place(one, inside)) }
    if ('any' in condition) return { any: condition.any.map((one) => place(one, inside)) }
    if ('not' in condition) return { not: place(condition.not, inside) }
    if ('each' in condition) return { ...condition, holds: place(condition.holds, inside) }
    return 'every' in condition ? { ...condition, needs: place(condition.needs, inside) } : condition
  }
  return {
    ...scenario,
    stages: scenario.stages.map((stage) => ({
      ...stage, done: place(stage.done), hints: stage.hints.map((hint) => ({ ...hint, until: place(hint.until) })),
    })),
    rubric: {
      ...scenario.rubric,
      criteria: scenario.rubric.criteria.map((criterion) => ({
        ...criterion, met: place(criterion.met), ...(criterion.observed ? { observed: place(criterion.observed) } : {}),
      })),
    },
  }
}
