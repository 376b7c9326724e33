// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { play, start } from '#domain/scenario/index.ts'
import type { Scenario } from '#domain/scenario/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'

type Play = (seed: number) => Gesture[]
/** A play that ends badly on purpose, and the seed of the variant it is played in. */
export type Misplay = { seed: number; play: () => Gesture[] }

/** The ways of playing one scenario: tests/support/plays/<id>.ts. */
export type Plays = {
  /** Perfect, for any seed. */
  expertPlay: Play
  /** Other seeds that are played perfectly, by what is different there. */
  variants?: Readonly<Record<string, number>>
  /** Just as right. */
  otherOrders: Readonly<Record<string, Play>>
  /** By the eliminatory criterion that each misses. */
  faults: Readonly<Record<string, Misplay>>
  /** By the event that ends each attempt: 'shock', 'arc', 'accident'… */
  hazards?: Readonly<Record<string, Misplay>>
}

const at = (path: string) => new URL(`../../${path}`, import.meta.url)

/** Every scenario there is, by its folder. */
export const scenarioIds: readonly string[] = readdirSync(at('resources/scenarios')).filter((id) => existsSync(at(`resources/scenarios/${id}/scenario.json`)))

export const scenarioJson = (id: string): unknown => JSON.parse(readFileSync(at(`resources/scenarios/${id}/scenario.json`), 'utf8'))

/** The plays of a scenario; undefined while it has none. */
export async function playsOf(id: string): Promise<Plays | undefined> {
  const file = at(id === 'consignation-armoire' ? 'tests/support/plays.ts' : `tests/support/plays/${id}.ts`)
  return existsSync(file) ? await import(file.href) as Plays : undefined
}

/** The gestures up to the one that ends an assessed attempt, that one included; and the event that ended it, if any. */
export function untilOver(scenario: Scenario, seed: number, gestures: readonly Gesture[]): { gestures: Gesture[]; ends?: string } {
  let progress = start(scenario, { seed, mode: 'assessed' })
  for (const [index, gesture] of gestures.entries()) {
    progress = play(scenario, progress, { at: (index + 1) * 2_000, ...gesture })
    if (progress.over) return { gestures: gestures.slice(0, index + 1), ends: progress.over }
  }
  return { gestures: [...gestures] }
}
