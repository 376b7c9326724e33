// SPDX-License-Identifier: EUPL-1.2
import { idIn, partIn } from '../workshop/kind.ts'
import { kinds } from '../workshop/kinds.ts'
import words from '../workshop/words.json' with { type: 'json' }
import { doableIn } from './check-doable.ts'
import type { Condition, Match, OneOf, StateTest } from './condition.ts'
import { wordsOf } from './matching.ts'
import { invalid } from './named-conditions.ts'
import { meant } from './nearest.ts'
import type { Scenario } from './schema.ts'
import type { Facts } from './trace.ts'

const gestureNames = new Set(['touch', ...Object.values(kinds).flatMap(({ gestures, uses = {} }) => [...Object.keys(gestures), ...Object.keys(uses)])])
// Whatever happens is said in words: what has none never happens.
const eventNames = new Set(Object.keys(words.events))

/**
 * Refuses ERR_SCENARIO_INVALID for a condition that could never speak of this scenario: a gesture, an event, a piece, a
 * terminal or a fact that does not exist, or what a piece can never do (check-doable.ts). A misspelt name would otherwise
 * make a criterion that nobody can meet.
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

/** Whether a word is there, and the names that could have been meant. */
type Known = { has: (word: string) => boolean; names: Iterable<string>; what: string }

function checkerFor(scenario: Scenario) {
  const { equipment, variants } = scenario
  const doable = doableIn(scenario)
  const byId = new Map(equipment.map((one) => [one.id, one]))
  const partsOf = (id: string) => {
    const { terminals = [], fields = [], parts = [] } = byId.get(id) ?? {}
    return [...terminals, ...[...fields, ...parts].map((one) => one.id)]
  }
  const places = (target: string): Known => ({
    has: (word) => byId.has(idIn(word)) && (partIn(word) === undefined || partsOf(idIn(word)).includes(partIn(word) ?? '')),
    names: byId.has(idIn(target)) ? partsOf(idIn(target)).map((part) => `${idIn(target)}.${part}`) : byId.keys(), what: 'there',
  })
  const gestures: Known = { has: (word) => gestureNames.has(word), names: gestureNames, what: 'a gesture' }
  const events: Known = { has: (word) => eventNames.has(word), names: eventNames, what: 'an event' }
  const factNames = [...new Set(variants.flatMap((variant) => Object.keys(variant.facts)))]
  const isFact = (word: string) => {
    const name = word.slice(1).split('.')[0] ?? ''
    return name === 'it' || variants.every((variant) => name in variant.facts)
  }
  const read = (word: OneOf | undefined, facts: readonly Facts[], known: ((word: string) => Known) | null, path: string) => {
    for (const one of [word ?? []].flat()) {
      if (one.startsWith('$') && !isFact(one)) throw invalid(path, `${one} is not a fact of every variant${meant(one, factNames.map((name) => `$${name}`))}`)
      for (const each of known ? new Set(facts.flatMap((fact) => wordsOf(one, fact))) : []) {
        const { has, names, what } = known!(each)
        if (!has(each)) throw invalid(path, `${each} is not ${what}${meant(each, names)}`)
      }
    }
  }
  const states = (tests: readonly StateTest[], facts: readonly Facts[], path: string) => tests.forEach((test) => {
    read(test.of, facts, places, path)
    read(Object.values(test.is).flat().filter((one) => typeof one === 'string'), facts, null, path)
    doable.state(test, facts, path)
  })
  const match = (one: Match, facts: readonly Facts[], path: string) => {
    read(one.name, facts, () => gestures, path)
    for (const place of [one.target, one.with, one.between, one.eventTarget]) read(place, facts, places, path)
    read(one.event, facts, () => events, path)
    read(one.value, facts, null, path)
    for (const tests of [one.when, one.then]) states(tests ?? [], facts, path)
    doable.match(one, facts, path)
  }
  const check = (condition: Condition, path: string, facts: readonly Facts[] = variants.map((variant) => variant.facts)): void => {
    for (const one of matchesIn(condition)) match(one, facts, path)
    if ('state' in condition) states(condition.state, facts, path)
    if ('each' in condition) {
      read(condition.each, facts, null, path)
      check(condition.holds, path, facts.flatMap((fact) => wordsOf(condition.each, fact).map((it) => ({ ...fact, it }))))
    }
    for (const inner of conditionsIn(condition)) check(inner, path, facts)
  }
  return (condition: Condition, path: string) => check(condition, path)
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

/** The conditions a condition is made of, read in the same facts. */
function conditionsIn(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  if ('not' in condition) return [condition.not]
  return 'every' in condition ? [condition.needs] : []
}
