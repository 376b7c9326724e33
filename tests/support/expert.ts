// SPDX-License-Identifier: EUPL-1.2
// The expert's recording of a scenario, made from its expert play. Writes resources/scenarios/<id>/expert.json:
//   node tests/support/expert.ts consignation-armoire
// The play is tests/support/plays/<id>.ts; the lock-out's is tests/support/plays.ts. A test holds the file true.
import { readFile, writeFile } from 'node:fs/promises'
import type { ExpertFile } from '#domain/evidence/index.ts'
import { readScenario } from '#domain/scenario/index.ts'
import type { Scenario } from '#domain/scenario/index.ts'
import type { Action, Gesture } from '#domain/workshop/action.ts'

/** Where time is part of the gesture, the play has its own times. */
type Play = (seed: number) => readonly (Gesture | Action)[]

// How long each takes someone who knows it, in tenths of a second; what is not named takes three seconds.
const tenths: Readonly<Record<string, number>> = {
  read: 140, trace: 110, identify: 60, inspect: 55, fill: 35, sign: 40, 'hand-over': 50, 'put-on': 60, 'take-off': 40, lay: 70,
  measure: 45, 'self-test': 50, exchange: 80, lock: 55, unlock: 45, 'hang-tag': 45, connect: 65, disconnect: 50, place: 60,
  'authorise-work': 60, 'receive-end-of-work': 60, 'clear-zone': 80,
}

/** The gestures at the pace of steady hands: never twice quite the same, always the same for the same play. */
export function paced(gestures: readonly (Gesture | Action)[]): Action[] {
  let at = 4_000
  return gestures.map((gesture, index) => {
    if ('at' in gesture) return gesture
    at += (tenths[gesture.name] ?? 30) * 100 + (index * 733) % 900
    return { at, ...gesture }
  })
}

/** One recording per variant, none with a misfortune: a variant's place is a seed that chooses it. */
export const expertFile = (scenario: Scenario, play: Play): ExpertFile => ({
  scenario: scenario.id, licence: scenario.licence, authors: scenario.authors,
  recordings: scenario.variants.map(({ id }, seed) => ({ variant: id, seed, actions: paced(play(seed)) })),
})

/** One action a line: a change of the play shows as what changed. */
export const written = ({ recordings, ...head }: ExpertFile): string => {
  const lines = recordings.map(({ actions, ...one }) =>
    `    ${JSON.stringify(one).slice(0, -1)},"actions":[\n${actions.map((action) => `      ${JSON.stringify(action)}`).join(',\n')}\n    ]}`)
  return `${JSON.stringify(head).slice(0, -1)},"recordings":[\n${lines.join(',\n')}\n]}\n`
}

/** The expert's play of a scenario, as its tests have it. */
export async function playOf(id: string): Promise<Play> {
  const plays = await import(id === 'consignation-armoire' ? './plays.ts' : `./plays/${id}.ts`) as { expertPlay: Play; expertActions?: Play }
  return plays.expertActions ?? plays.expertPlay
}

export const scenarioFolder = new URL('../../resources/scenarios/', import.meta.url)

if (import.meta.main) {
  const [id = ''] = process.argv.slice(2)
  const scenario = readScenario(JSON.parse(await readFile(new URL(`${id}/scenario.json`, scenarioFolder), 'utf8')))
  await writeFile(new URL(`${id}/expert.json`, scenarioFolder), written(expertFile(scenario, await playOf(id))))
}
