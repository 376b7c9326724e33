// SPDX-License-Identifier: EUPL-1.2
import { expertRecording, replay } from '#domain/evidence/index.ts'
import type { ExpertFile, RecordingHead } from '#domain/evidence/index.ts'
import { readScenario, sayGesture, setupOf } from '#domain/scenario/index.ts'
import type { Scenario, Trace } from '#domain/scenario/index.ts'
import type { Text } from '#domain/text.ts'
import type { Action } from '#domain/workshop/action.ts'
import { createReplaySession } from '../../../engine/replay-session.ts'
import type { ReplaySession } from '../../../engine/replay-session.ts'
import { expertBeside, stageSpans } from '../../../engine/replay-stages.ts'
import type { Go, StageSpan } from '../../../engine/replay-stages.ts'
import type { Reading } from '../read-debrief.ts'
import { marksOf } from './marks.ts'
import type { Mark } from './marks.ts'

/** The expert's own go at the same variant; `beside`: where the expert is while the learner is at a time. */
export type ExpertPlay = { actions: readonly Action[]; spans: StageSpan[]; length: number; say: (action: Action) => Text; beside: (at: number) => number }

/** An attempt ready to be looked at again. */
export type Opened = { session: ReplaySession; spans: StageSpan[]; marks: Mark[]; expert: ExpertPlay | null }

// Fetched only when someone looks at an attempt of that scenario.
const files = import.meta.glob<ExpertFile>('../../../../resources/scenarios/*/expert.json', { import: 'default' })

/** Reads the scenario as it was played, replays the attempt once to know its stages, and fetches the expert's. */
export async function openReplay({ debrief, scenario: json, moments }: Reading): Promise<Opened> {
  const scenario = readScenario(json)
  const { attempt, trace, results } = debrief
  const actions = trace.map(({ action }) => action)
  const { seed, mode, assurance } = attempt
  const head: RecordingHead = {
    scenario: { id: scenario.id, digest: attempt.scenario.digest }, seed, mode, assurance, nonce: '0'.repeat(32),
  }
  const session = createReplaySession({ scenario, head, actions }, performance)
  const spans = stageSpans(scenario, replay(scenario, { ...head, actions }), session.length)
  return { session, spans, marks: marksOf(moments, results), expert: await expertOf(scenario, attempt.variant, head, { actions, spans }) }
}

async function expertOf(scenario: Scenario, variant: string, head: RecordingHead, learner: Go): Promise<ExpertPlay | null> {
  const load = Object.entries(files).find(([path]) => path.endsWith(`/${scenario.id}/expert.json`))?.[1]
  const recording = load && expertRecording(await load(), variant)
  if (!recording) return null
  const { seed, actions } = recording
  const trace = replayed(scenario, { ...head, seed, mode: 'assessed', actions })
  if (!trace) return null
  const setup = setupOf(scenario, seed)
  const length = actions.at(-1)?.at ?? 0
  const spans = stageSpans(scenario, trace, length)
  return {
    actions, length, spans, say: (action) => sayGesture(scenario, setup, action),
    beside: (at) => expertBeside(learner, { actions, spans }, at),
  }
}

/** The expert plays the scenario of today: an attempt of an older version may have to do without. */
function replayed(scenario: Scenario, recording: Parameters<typeof replay>[1]): Trace | null {
  try {
    return replay(scenario, recording)
  } catch {
    return null
  }
}
