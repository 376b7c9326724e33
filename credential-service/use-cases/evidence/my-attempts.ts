// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'
import type { Actor, AttemptLine, EvidenceStore, ScenarioLibrary } from './ports.ts'

type Needs = { evidence: EvidenceStore; scenarios: ScenarioLibrary }
export type MyAttempt = Omit<AttemptLine, 'scenario'> & { scenario: { id: string; title: Text } }

/** One's own attempts, newest first; an assessed attempt that was left stays there, unfinished. */
export const myAttempts = ({ evidence, scenarios }: Needs) => async (actor: Actor): Promise<MyAttempt[]> => {
  const titled = await titles(scenarios)
  return (await evidence.linesOf(actor.id)).map((line) => ({ ...line, scenario: titled(line.scenario) }))
}

/** Names a scenario; one that is no longer offered keeps its id as its name. */
export async function titles(scenarios: ScenarioLibrary): Promise<(id: string) => { id: string; title: Text }> {
  const known = new Map((await scenarios.all()).map(({ scenario }) => [scenario.id, scenario.title]))
  return (id) => ({ id, title: known.get(id) ?? { fr: id, en: id } })
}
