// SPDX-License-Identifier: EUPL-1.2
import { idIn, partIn } from '../workshop/kind.ts'
import { kinds } from '../workshop/kinds.ts'
import type { Condition, Match, OneOf, StateTest } from './condition.ts'
import { invalid } from './named-conditions.ts'
import type { Scenario } from './schema.ts'

const gestureNames = new Set(['touch', ...Object.values(kinds).flatMap(({ gestures, uses = {} }) => [...Object.keys(gestures), ...Object.keys(uses)])])

/**
 * Refuses ERR_SCENARIO_INVALID for a condition that could never speak of this scenario: a gesture, a piece, a terminal
 * or a fact that does not exist. A misspelt name would otherwise make a criterion that nobody can meet.
 */
export function checkConditions(scenario: Scenario): void {
  const check = checkerFor(scenario)
  for (const { id, done, hints } of scenario.stages) {
    check(done, `/stages/${id}`)
    hints.forEach(({ until }, index) => check(until, `/stages/${id}/hints/${index}`))
  }
  for (const { id, observed, met } of scenario.rubric.criteria) {
    if (observed) check(observed, `/rubric/criteria/${id}/observed`)
    check(met, `/rubric/criteria/${id}/met`)
  }
}

function checkerFor({ equipment, variants }: Scenario) {
  const byId = new Map(equipment.map((one) => [one.id, one]))
  const placeExists = (target: string) => {
    const one = byId.get(idIn(target))
    const part = partIn(target)
    return !!one && (part === undefined || !!one.terminals?.includes(part) || !!one.fields?.some(({ id }) => id === part)
      || !!one.parts?.some(({ id }) => id === part))
  }
  const isFact = (word: string) => {
    const name = word.slice(1).split('.')[0] ?? ''
    return name === 'it' || variants.every(({ facts }) => name in facts)
  }
  const words = (word: OneOf | undefined, exists: (word: string) => boolean, path: string) => {
    for (const one of [word ?? []].flat()) {
      if (one.startsWith('$') ? !isFact(one) : !exists(one)) throw invalid(path, `${one} is not there`)
    }
  }
  const anything = () => true
  const states = (tests: StateTest[] = [], path: string) => tests.forEach(({ of, is }) => {
    words(of, placeExists, path)
    words(Object.values(is).flat().filter((one) => typeof one === 'string'), anything, path)
  })
  const match = (one: Match, path: string) => {
    words(one.name, (name) => gestureNames.has(name), path)
    for (const place of [one.target, one.with, one.between, one.eventTarget]) words(place, placeExists, path)
    for (const word of [one.value, one.event]) words(word, anything, path)
    states(one.when, path)
    states(one.then, path)
  }
  const check = (condition: Condition, path: string): void => {
    for (const one of matchesIn(condition)) match(one, path)
    if ('state' in condition) states(condition.state, path)
    if ('each' in condition) words(condition.each, anything, path)
    for (const inner of conditionsIn(condition)) check(inner, path)
  }
  return check
}

/** The matches a condition holds itself. */
function matchesIn(condition: Condition): Match[] {
  if ('done' in condition) return [condition.done]
  if ('never' in condition) return [condition.never]
  if ('before' in condition) return condition.before
  if ('within' in condition) return [condition.within.from, condition.within.to]
  if ('every' in condition) return [condition.every]
  if (!('sequence' in condition)) return []
  const { steps, without, notSince } = condition.sequence
  return [...steps.flatMap((step) => ('one' in step ? [step.one] : step.allOf)), ...(without ? [without] : []), ...(notSince ? [notSince] : [])]
}

/** The conditions a condition is made of. */
function conditionsIn(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  if ('not' in condition) return [condition.not]
  if ('every' in condition) return [condition.needs]
  return 'each' in condition ? [condition.holds] : []
}
