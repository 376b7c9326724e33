// SPDX-License-Identifier: EUPL-1.2
import { Value } from 'typebox/value'
import { digestOf } from '../canonical.ts'
import type { Digest } from '../canonical.ts'
import { kindOf } from '../workshop/perform.ts'
import { invalid, placeConditions } from './named-conditions.ts'
import { ScenarioSchema } from './schema.ts'
import type { Scenario } from './schema.ts'

/**
 * Reads a scenario file. Refuses ERR_SCENARIO_INVALID with the path of the first thing that is wrong: its shape, a
 * kind of equipment nobody knows, an id used twice, a place, door, stage or variant that is not there.
 */
export function readScenario(json: unknown): Scenario {
  if (!Value.Check(ScenarioSchema, json)) {
    const [first] = Value.Errors(ScenarioSchema, json)
    throw invalid(first?.instancePath ?? '', first?.message ?? 'not a scenario')
  }
  const scenario = placeConditions(json as Scenario)
  checkNames(scenario)
  return scenario
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
    known(equipment, [one.behind, one.terminalsBehind, one.opens, one.handedTo, one.worksAt], path)
    kindOf(one)
  }
  for (const { device } of [...scenario.network.switches, ...scenario.network.loads]) known(equipment, [device], '/network')
  for (const { id, changes } of scenario.variants) known(equipment, Object.keys(changes.equipment ?? {}), `/variants/${id}`)
  for (const { id, changes } of scenario.chances) known(equipment, Object.keys(changes.equipment ?? {}), `/chances/${id}`)
  for (const { id, after, variants: only = [] } of scenario.stages) {
    known(stages, after, `/stages/${id}`)
    known(variants, only, `/stages/${id}`)
  }
  for (const { id, variants: only = [] } of scenario.rubric.criteria) known(variants, only, `/rubric/criteria/${id}`)
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
