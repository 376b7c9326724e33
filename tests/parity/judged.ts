// SPDX-License-Identifier: EUPL-1.2
// What is compared between machines: two digests, of everything that replaying a recording gives. Runs in Node and,
// built as the app is, in a browser.
import { assess } from '#domain/assessment/index.ts'
import { digestOf } from '#domain/canonical.ts'
import { replay } from '#domain/evidence/index.ts'
import type { Recording } from '#domain/evidence/index.ts'
import { readScenario } from '#domain/scenario/index.ts'
import type { Trace } from '#domain/scenario/index.ts'

export type Kept = Pick<Recording, 'scenario' | 'seed' | 'mode' | 'actions'>
export type Judged = { trace: string; results: string }

/** Each moment with its world; the world before it is the one after the moment before. */
const wholeOf = ({ variant, facts, start, moments, over }: Trace) =>
  ({ variant, facts, start, moments: moments.map(({ at, action, events, world }) => ({ at, action, events, world })), over: over ?? null })

/** Replays and assesses each recording of one scenario, given as its JSON. */
export function judgeAll(json: unknown, recordings: readonly Kept[]): Judged[] {
  const scenario = readScenario(json)
  return recordings.map((recording) => {
    const trace = replay(scenario, recording)
    return { trace: digestOf(wholeOf(trace)), results: digestOf(assess(scenario.rubric, trace)) }
  })
}
