// SPDX-License-Identifier: EUPL-1.2
import type { Scenario } from '#domain/scenario/schema.ts'
import { setupOf } from '#domain/scenario/variant.ts'
import { sayEvent, sayGesture } from '#domain/scenario/words.ts'
import type { Text } from '#domain/text.ts'
import { get } from '../../service/api.ts'
import { Problem } from '../../service/problem.ts'
import type { CatalogueEntry, Debrief } from '../../service/shapes.ts'

/** One moment in words: the gesture, then what the world answered. */
export type SpokenMoment = { at: number; gesture: Text; events: { name: string; text: Text }[] }
export type Reading = {
  debrief: Debrief
  moments: SpokenMoment[]
  /** What each competence code stands for. */
  labels: Map<string, Text>
  /** Which of its variants the scenario was in. */
  variant: Text | null
  /** Who stands behind the criteria, and who does not yet. */
  standing: Text
}

/** Everything the debrief page shows. `attempt` is an id, or 'local' for the one that was not sent. */
export async function readDebrief(attempt: string, signal: AbortSignal): Promise<Reading> {
  const debrief = attempt === 'local' ? await kept() : await sent(attempt, signal)
  const { id } = debrief.attempt.scenario
  const [{ scenario }, { scenarios }] = await Promise.all([
    get<{ scenario: Scenario }>(`/api/scenarios/${id}`, { signal }),
    get<{ scenarios: CatalogueEntry[] }>('/api/scenarios', { signal }),
  ])
  const entry = scenarios.find((one) => one.id === id)
  return {
    debrief,
    moments: spoken(scenario, debrief),
    variant: scenario.variants.find((one) => one.id === debrief.attempt.variant)?.title ?? null,
    standing: scenario.rubric.status,
    labels: new Map(entry?.competences.map(({ code, label }) => [code, label])),
  }
}

const sent = async (attempt: string, signal: AbortSignal) =>
  (await get<{ debrief: Debrief }>(`/api/attempts/${attempt}`, { signal })).debrief

async function kept(): Promise<Debrief> {
  // Replaying on the device needs all the rules: fetched only when they serve.
  const { localDebrief } = await import('../../service/evidence-queue-local.ts')
  const debrief = await localDebrief()
  if (!debrief) throw new Problem(404, 'LOCAL_DEBRIEF_GONE')
  return debrief
}

function spoken(scenario: Scenario, { attempt, trace }: Debrief): SpokenMoment[] {
  // The variant's own index is a seed that chooses it, with no chance drawn: names are the same.
  const index = scenario.variants.findIndex(({ id }) => id === attempt.variant)
  const setup = setupOf(scenario, Math.max(index, 0))
  return trace.map(({ at, action, events }) => ({
    at,
    gesture: sayGesture(scenario, setup, action),
    events: events.map((event) => ({ name: event.name, text: sayEvent(scenario, setup, event) })),
  }))
}
