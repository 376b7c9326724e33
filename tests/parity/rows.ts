// SPDX-License-Identifier: EUPL-1.2
// What has to come out the same whatever the input: perfect attempts, other legal orders, every fault and every
// accident played on purpose.
import type { Gesture } from '#domain/workshop/action.ts'
import { readScenario } from '#domain/scenario/index.ts'
import { playsOf, scenarioIds, scenarioJson, untilOver, type Plays } from './plays-of.ts'

export type Row = {
  scenario: string
  name: string
  seed: number
  gestures: Gesture[]
  /** The eliminatory criterion that this play misses on purpose. */
  fault?: string
  /** The event that ends this attempt on purpose. */
  ends?: string
}

function rowsOf(scenario: string, { expertPlay, variants = {}, otherOrders, faults, hazards = {} }: Plays): Row[] {
  const read = readScenario(scenarioJson(scenario))
  // Other orders in the last variant, so that two variants are played right to their end.
  const last = read.variants.length - 1
  return [
    { scenario, name: 'perfect', seed: 0, gestures: expertPlay(0) },
    ...Object.entries(variants).map(([what, seed]): Row => ({ scenario, name: `perfect, ${what}`, seed, gestures: expertPlay(seed) })),
    ...Object.entries(otherOrders).map(([name, play]): Row => ({ scenario, name, seed: last, gestures: play(last) })),
    ...Object.entries(faults).map(([fault, { seed, play }]): Row => ({ scenario, name: `fault ${fault}`, seed, ...untilOver(read, seed, play()), fault })),
    ...Object.entries(hazards).map(([ends, { seed, play }]): Row => ({ scenario, name: `hazard ${ends}`, seed, ...untilOver(read, seed, play()), ends })),
  ]
}

/** The rows of every scenario that has plays. */
export async function allRows(): Promise<Row[]> {
  const plays = await Promise.all(scenarioIds.map(async (id) => ({ id, found: await playsOf(id) })))
  return plays.flatMap(({ id, found }) => (found ? rowsOf(id, found) : []))
}
