// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../text.ts'
import { holds } from './holds.ts'
import type { Progress } from './play.ts'
import type { Scenario, Stage } from './schema.ts'

/** Where a stage of the partial order is: done, open to be done now, or waiting for others. */
export type StageState = { id: string; title: Text; aim: Text; state: 'done' | 'open' | 'waiting' }

/** Each stage of this variant and where it is. For guided mode: in assessed mode nothing is told before the debrief. */
export function stagesOf(scenario: Scenario, { trace }: Progress): StageState[] {
  const stages = scenario.stages.filter((stage) => concerns(stage, trace.variant))
  const done = new Set(stages.filter((stage) => holds(stage.done, trace)).map(({ id }) => id))
  const waits = ({ after }: Stage) => after.some((id) => stages.some((one) => one.id === id) && !done.has(id))
  return stages.map((stage) => ({
    id: stage.id, title: stage.title, aim: stage.aim,
    state: done.has(stage.id) ? 'done' : waits(stage) ? 'waiting' : 'open',
  }))
}

/** The next thing to look at: in guided mode only; null when nothing is left to say. */
export function hintFor(scenario: Scenario, progress: Progress): Text | null {
  if (progress.mode !== 'guided') return null
  const open = stagesOf(scenario, progress).filter(({ state }) => state === 'open')
  for (const { id } of open) {
    const hints = scenario.stages.find((stage) => stage.id === id)?.hints ?? []
    const next = hints.find((hint) => concerns(hint, progress.trace.variant) && !holds(hint.until, progress.trace))
    if (next) return next.text
  }
  return null
}

const concerns = ({ variants }: { variants?: string[] }, variant: string) => !variants || variants.includes(variant)
