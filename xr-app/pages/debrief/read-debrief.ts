// SPDX-License-Identifier: EUPL-1.2
import type { Scenario } from '#domain/scenario/schema.ts'
import { setupOf } from '#domain/scenario/variant.ts'
import { sayEvent, sayGesture } from '#domain/scenario/words.ts'
import type { Text } from '#domain/text.ts'
import { get } from '../../service/api.ts'
import { Problem, Unreachable } from '../../service/problem.ts'
import type { CatalogueEntry, Debrief } from '../../service/shapes.ts'
import type { SpokenMoment } from './moments.ts'

export type Reading = {
  debrief: Debrief
  /** The scenario as it was played: what the replay is made with. */
  scenario: Scenario
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
  const { debrief, scenario } = attempt.startsWith('local') ? await kept(attempt) : await sent(attempt, signal)
  const { id } = debrief.attempt.scenario
  const { scenarios } = await listing(signal).catch((error: unknown) => {
    // What stays on the device is read without the service too: competences then go by their codes.
    if (attempt.startsWith('local') && (error instanceof Unreachable || error instanceof Problem)) return { scenarios: [] }
    throw error
  })
  const entry = scenarios.find((one) => one.id === id)
  return {
    debrief,
    scenario,
    moments: spoken(scenario, debrief),
    variant: scenario.variants.find((one) => one.id === debrief.attempt.variant)?.title ?? null,
    standing: scenario.rubric.status,
    labels: new Map(entry?.competences.map(({ code, label }) => [code, label])),
  }
}

const listing = (signal: AbortSignal) => get<{ scenarios: CatalogueEntry[] }>('/api/scenarios', { signal })

type Made = { debrief: Debrief; scenario: Scenario }

async function sent(attempt: string, signal: AbortSignal): Promise<Made> {
  const { debrief } = await get<{ debrief: Debrief }>(`/api/attempts/${attempt}`, { signal })
  const { id, digest } = debrief.attempt.scenario
  return { debrief, ...await get<{ scenario: Scenario }>(`/api/scenarios/${id}?digest=${encodeURIComponent(digest)}`, { signal }) }
}

async function kept(attempt: string): Promise<Made> {
  // Replaying on the device needs all the rules: fetched only when they serve.
  const { localDebrief } = await import('../../service/evidence-queue-local.ts')
  const made = await localDebrief(attempt)
  if (!made) throw new Problem(404, 'LOCAL_DEBRIEF_GONE')
  return made
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
