// SPDX-License-Identifier: EUPL-1.2
import { idIn, partIn } from '../workshop/kind.ts'
import { kinds } from '../workshop/kinds.ts'
import { kindOf } from '../workshop/perform.ts'
import type { Equipment } from '../workshop/setup.ts'
import type { Match, OneOf, StateTest } from './condition.ts'
import { wordsOf } from './matching.ts'
import { invalid } from './named-conditions.ts'
import { meant } from './nearest.ts'
import type { Scenario } from './schema.ts'
import type { Facts } from './trace.ts'

/** What a form allows only where the scenario says so: its gestures, what comes of them, and its state afterwards. */
const onRequest = [
  { key: 'signed', says: 'signed: true', gestures: ['sign', 'start-over'], events: ['signed', 'form-blank'], state: 'signed' },
  { key: 'handedTo', says: 'handedTo, a person', gestures: ['hand-over', 'end'], events: ['handed-over', 'form-ended'], state: 'handedTo' },
] as const

/** Each piece as it is, and as the variants and chances make it. */
function shapesOf({ equipment, variants, chances }: Scenario): Map<string, Equipment[]> {
  const changed = (one: Equipment) => [...variants, ...chances].flatMap(({ changes }) => changes.equipment?.[one.id] ?? [])
  return new Map(equipment.map((one) => [one.id, [one, ...changed(one).map((by) => ({ ...one, ...by }))]]))
}

const among = (word: OneOf | undefined, facts: readonly Facts[]): string[] =>
  (word === undefined ? [] : [...new Set(facts.flatMap((each) => wordsOf(word, each)))])

/**
 * Refuses ERR_SCENARIO_INVALID for what a condition asks of a piece that can never do it: a gesture its kind does not
 * have, a signature on a form that nobody signs, a state it has not, a choice that a field does not offer.
 * `facts`: those of each variant, in which `$name` is read.
 */
export function doableIn(scenario: Scenario) {
  const shapes = shapesOf(scenario)
  const of = (target: string) => shapes.get(idIn(target)) ?? []

  /** The gestures that a target, a piece or one of its terminals, can meet. */
  const gesturesOn = (target: string): string[] => of(target).flatMap((one) => (one.terminals?.includes(partIn(target) ?? '')
    ? ['touch', ...Object.values(kinds).flatMap(({ uses = {} }) => Object.keys(uses))] : Object.keys(kindOf(one).gestures)))
  const refuseUnlessForm = (targets: readonly string[], request: (typeof onRequest)[number], path: string) => {
    const forms = targets.filter((target) => of(target).some(({ kind }) => kind === 'form'))
    const [never] = forms
    if (never === undefined || forms.some((target) => of(target).some((one) => one[request.key]))) return
    throw invalid(path, `${idIn(never)} is a form that is never ${request.key === 'signed' ? 'signed' : 'handed over'}: give it ${request.says}, or leave this condition out`)
  }

  function match(one: Match, facts: readonly Facts[], path: string): void {
    const [names, targets] = [among(one.name, facts), among(one.target, facts)]
    if (names.length > 0 && targets.length > 0 && !targets.some((target) => names.some((name) => gesturesOn(target).includes(name)))) {
      throw invalid(path, `${names.join(', ')} cannot be done to ${targets.join(', ')}${meant(names[0]!, gesturesOn(targets[0]!))}`)
    }
    const events = among(one.event, facts)
    const about = among(one.eventTarget ?? one.target, facts)
    const forms = [...shapes.keys()].filter((id) => of(id).some(({ kind }) => kind === 'form'))
    for (const request of onRequest) {
      if (names.some((name) => request.gestures.some((gesture) => gesture === name))) refuseUnlessForm(targets.length > 0 ? targets : forms, request, path)
      if (events.some((name) => request.events.some((event) => event === name))) refuseUnlessForm(about.length > 0 ? about : forms, request, path)
    }
    if (one.name === 'fill') targets.forEach((target) => choice(target, among(one.value, facts), path))
    for (const test of [...one.when ?? [], ...one.then ?? []]) state(test, facts, path)
  }

  function state(test: StateTest, facts: readonly Facts[], path: string): void {
    for (const id of among(test.of, facts)) for (const [key, wanted] of Object.entries(test.is)) {
      const [first = '', field] = key.split('.')
      const has = of(id).flatMap((one) => Object.keys(kindOf(one).start(one)))
      if (has.length > 0 && !has.includes(first)) throw invalid(path, `${id} has no ${first}${meant(first, has)}`)
      if (first === 'fields' && field) choice(`${id}.${field}`, [wanted].flat().flatMap((value) => (typeof value === 'string' ? among(value, facts) : [])), path)
      const request = onRequest.find((one) => one.state === key)
      if (request && [wanted].flat().every(Boolean)) refuseUnlessForm([id], request, path)
    }
  }

  /** A field that is there, and values that it offers. */
  function choice(target: string, values: readonly string[], path: string): void {
    const fields = of(target).flatMap((one) => one.fields ?? [])
    const offered = fields.filter(({ id }) => id === partIn(target)).flatMap(({ choices }) => choices)
    if (offered.length === 0) throw invalid(path, `${target} is no field to fill${meant(partIn(target) ?? '', fields.map(({ id }) => id))}`)
    const known = offered.map(({ value }) => value)
    const missing = values.find((value) => !known.includes(value))
    if (missing !== undefined) throw invalid(path, `${target} does not offer ${missing}${meant(missing, known)}`)
  }

  return { match, state }
}
