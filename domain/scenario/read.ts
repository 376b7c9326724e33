// SPDX-License-Identifier: EUPL-1.2
import { Value } from 'typebox/value'
import { digestOf } from '../canonical.ts'
import type { Digest } from '../canonical.ts'
import { competenceOf } from '../competence/index.ts'
import type { Framework } from '../competence/index.ts'
import { kinds } from '../workshop/kinds.ts'
import { kindOf } from '../workshop/perform.ts'
import type { Equipment } from '../workshop/setup.ts'
import { checkConditions } from './check-conditions.ts'
import { checkNetwork } from './check-network.ts'
import { ConditionSchema } from './condition.ts'
import { invalid, placeConditions } from './named-conditions.ts'
import { ScenarioSchema } from './schema.ts'
import type { Scenario } from './schema.ts'

// Given beside the schema, the named parts are found at once; looked for inside it, each takes a walk through all of it.
const named = ConditionSchema.$defs

/**
 * Reads a scenario file. Refuses ERR_SCENARIO_INVALID with the path of the first thing that is wrong: its shape, a
 * kind of equipment nobody knows, an id used twice, a place, door, stage, variant or fact that is not there, a beginning
 * that its kind does not have, a node of the network that leads nowhere.
 */
export function readScenario(json: unknown): Scenario {
  if (!Value.Check(named, ScenarioSchema, json)) {
    const [first] = Value.Errors(named, ScenarioSchema, json)
    throw invalid(first?.instancePath ?? '', first?.message ?? 'not a scenario')
  }
  const scenario = placeConditions(json as Scenario)
  checkNames(scenario)
  checkNetwork(scenario)
  checkConditions(scenario)
  return scenario
}

/** Refuses ERR_UNKNOWN_COMPETENCE when a criterion names a code that the scenario's framework does not have. */
export function checkCompetences(scenario: Scenario, framework: Framework): void {
  if (framework.id !== scenario.framework) throw invalid('/framework', `${scenario.framework} is not ${framework.id}`)
  for (const { competences } of scenario.rubric.criteria) for (const code of competences) competenceOf(framework, code)
}

/** The scenario's digest: what a recording names, so that it can only be replayed against the same content. */
export function digestOfScenario(json: unknown): Digest {
  return digestOf(json)
}


function checkNames(scenario: Scenario): void {
  const places = unique(scenario.places.map(({ id }) => id), '/places')
  const equipment = unique(scenario.equipment.map(({ id }) => id), '/equipment')
  const variants = unique(scenario.variants.map(({ id }) => id), '/variants')
  const stages = unique(scenario.stages.map(({ id }) => id), '/stages')
  unique(scenario.rubric.criteria.map(({ id }) => id), '/rubric/criteria')
  for (const one of scenario.equipment) {
    const path = `/equipment/${one.id}`
    known(places, [one.place], path)
    known(equipment, [one.behind, one.terminalsBehind, ...(one.alongside ?? []), one.opens, one.handedTo, one.worksAt], path)
    checkStart(one)
  }
  for (const { changes } of [...scenario.variants, ...scenario.chances]) {
    for (const one of scenario.equipment) checkStart({ ...one, ...changes.equipment?.[one.id] })
  }
  const { switches, loads, contacts = [], coils = [], motors = [] } = scenario.network
  for (const { device } of [...switches, ...loads, ...contacts, ...coils, ...motors]) known(equipment, [device], '/network')
  for (const { id, changes } of scenario.variants) known(equipment, Object.keys(changes.equipment ?? {}), `/variants/${id}`)
  for (const { id, changes } of scenario.chances) known(equipment, Object.keys(changes.equipment ?? {}), `/chances/${id}`)
  for (const { id, after, variants: only = [] } of scenario.stages) {
    known(stages, after, `/stages/${id}`)
    known(variants, only, `/stages/${id}`)
  }
  for (const { id, variants: only = [] } of scenario.rubric.criteria) known(variants, only, `/rubric/criteria/${id}`)
}

/** A beginning (`start`) may only set what its kind's state has, with a value of the same type. */
function checkStart({ start = {}, ...equipment }: Equipment): void {
  if (!Object.hasOwn(kinds, equipment.kind)) throw invalid(`/equipment/${equipment.id}/kind`, `${equipment.kind} is not a kind of equipment`)
  const usual: Readonly<Record<string, unknown>> = { ...kindOf(equipment).start(equipment) }
  for (const [key, value] of Object.entries(start)) {
    const same = Object.hasOwn(usual, key) && (usual[key] === null || value === null || typeof value === typeof usual[key])
    if (!same || key === 'kind') throw invalid(`/equipment/${equipment.id}/start`, `${key} cannot begin as ${String(value)}`)
  }
}

function unique(ids: string[], path: string): Set<string> {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw invalid(path, `${twice} twice`)
  return new Set(ids)
}

function known(ids: Set<string>, used: readonly (string | undefined)[], path: string): void {
  const missing = used.find((id) => id !== undefined && !ids.has(id))
  if (missing !== undefined) throw invalid(path, `${missing} is not there`)
}
