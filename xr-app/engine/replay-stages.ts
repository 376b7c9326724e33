// SPDX-License-Identifier: EUPL-1.2
import { read, readingOf } from '#domain/scenario/index.ts'
import { upTo } from '#domain/scenario/reading.ts'
import type { Scenario, Stage, Trace } from '#domain/scenario/index.ts'
import type { Text } from '#domain/text.ts'
import type { Action } from '#domain/workshop/action.ts'

/** The time that went into a stage: from when the stage before it was done until it was itself. */
export type StageSpan = { id: string; title: Text; from: number; to: number; done: boolean }

/**
 * The stages of an attempt in the order in which they were done, one after another without a gap, and last the one
 * that was left undone, when there is one. Stages may overlap in a free order of gestures: each is told where it ends.
 */
export function stageSpans(scenario: Scenario, trace: Trace, length: number): StageSpan[] {
  const stages = scenario.stages.filter(({ variants }) => !variants || variants.includes(trace.variant))
  const left = new Set(stages)
  const reading = readingOf(trace)
  const spans: StageSpan[] = []
  const end = (stage: Stage, to: number, done: boolean) =>
    spans.push({ id: stage.id, title: stage.title, from: spans.at(-1)?.to ?? 0, to, done })
  for (const [index, { at }] of trace.moments.entries()) {
    for (const stage of left) {
      if (!read(stage.done, upTo(reading, index + 1)).holds) continue
      left.delete(stage)
      end(stage, at, true)
    }
  }
  const [undone] = left
  if (undone && length > (spans.at(-1)?.to ?? 0)) end(undone, length, false)
  return spans
}

/** The stage an attempt is in at a time: the one that is done next. */
export const spanAt = (spans: readonly StageSpan[], at: number): StageSpan | undefined =>
  spans.find(({ from, to }) => at >= from && at < to) ?? spans.at(-1)

/**
 * Where the expert is while the learner is at `at`: in the same stage, as far through it. In a stage that the learner
 * never finished the expert goes at their own pace, and waits at its end.
 */
export function expertTime(learner: readonly StageSpan[], expert: readonly StageSpan[], at: number): number {
  const here = spanAt(learner, at)
  const there = expert.find(({ id }) => id === here?.id)
  if (!here || !there) return Math.min(at, expert.at(-1)?.to ?? 0)
  const passed = Math.max(at - here.from, 0)
  const whole = here.to - here.from
  const into = here.done && whole > 0 ? (passed / whole) * (there.to - there.from) : passed
  return Math.round(there.from + Math.min(into, there.to - there.from))
}

/** A go at a scenario: its gestures, and the stages they made. */
export type Go = { actions: readonly Action[]; spans: readonly StageSpan[] }

/**
 * Where the expert is beside the learner. A stage left undone ends the learner's line wherever its gestures were made:
 * while the learner does what the expert does in that stage, the expert is at that very gesture.
 */
export function expertBeside(learner: Go, expert: Go, at: number): number {
  const undone = learner.spans.find(({ done }) => !done)
  const there = expert.spans.find(({ id }) => id === undone?.id)
  const last = there && learner.actions.findLast((one) => one.at <= at)
  const same = last && expert.actions.find((one) =>
    one.at > there.from && one.at <= there.to && one.name === last.name && one.target === last.target)
  return same?.at ?? expertTime(learner.spans, expert.spans, at)
}
