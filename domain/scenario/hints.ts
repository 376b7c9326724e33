// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../text.ts'
import { read } from './holds.ts'
import type { Progress } from './play.ts'
import { readingOf } from './reading.ts'
import type { Scenario, Stage } from './schema.ts'

/** Where a stage of the partial order is: done, open to be done now, or waiting for others. */
export type StageState = { id: string; title: Text; aim: Text; state: 'done' | 'open' | 'waiting' }

/**
 * Each stage of this variant and where it is. For guided mode: in assessed mode nothing is told before the debrief. What a
 * stage asks for may hold before anything was done (the lamp is lit, and at the end has to be lit again): such a stage
 * counts as done only while those that it comes right after are.
 */
export function stagesOf(scenario: Scenario, { trace }: Progress): StageState[] {
  const stages = scenario.stages.filter((stage) => concerns(stage, trace.variant))
  const [atFirst, reading] = [readingOf({ ...trace, moments: [] }), readingOf(trace)]
  const done = new Set(stages.filter((stage) => read(stage.done, reading).holds).map(({ id }) => id))
  const waits = ({ after }: Stage) => after.some((id) => stages.some((one) => one.id === id) && !done.has(id))
  const early = (stage: Stage) => waits(stage) && read(stage.done, atFirst).holds
  return stages.map((stage) => ({
    id: stage.id, title: stage.title, aim: stage.aim,
    state: done.has(stage.id) && !early(stage) ? 'done' : waits(stage) ? 'waiting' : 'open',
  }))
}

/** The next thing to look at: in guided mode only; null when nothing is left to say. */
export function hintFor(scenario: Scenario, progress: Progress): Text | null {
  if (progress.mode !== 'guided') return null
  const open = stagesOf(scenario, progress).filter(({ state }) => state === 'open')
  const reading = readingOf(progress.trace)
  for (const { id } of open) {
    const hints = scenario.stages.find((stage) => stage.id === id)?.hints ?? []
    const next = hints.find((hint) => concerns(hint, progress.trace.variant) && !read(hint.until, reading).holds)
    if (next) return next.text
  }
  return null
}

const concerns = ({ variants }: { variants?: string[] }, variant: string) => !variants || variants.includes(variant)
