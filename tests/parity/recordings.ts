// SPDX-License-Identifier: EUPL-1.2
import { digestOfScenario, gesturesFor, play, readScenario, start } from '#domain/scenario/index.ts'
import type { Progress, Scenario } from '#domain/scenario/index.ts'
import type { Digest } from '#domain/canonical.ts'
import type { Action, Gesture } from '#domain/workshop/action.ts'
import type { Kept } from './judged.ts'
import { playsOf, scenarioJson } from './plays-of.ts'

type Dice = (sides: number) => number

/** Whole numbers from a seed, the same on every machine (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * sides)
  }
}

/**
 * A recording of somebody who mostly knows the way and often strays: without a way to follow, chance alone never gets
 * past the first steps. One gesture in eight is anything that is offered at that moment, some of the way is left out;
 * times are anything.
 */
export function randomRecording(scenario: Scenario, digest: Digest, number: number, way: (seed: number) => readonly Gesture[]): Kept {
  const roll = dice(number * 2_654_435_761)
  const seed = roll(1_000)
  const mode = roll(4) === 0 ? 'guided' : 'assessed'
  const { trace } = stray(scenario, start(scenario, { seed, mode }), way(seed), roll)
  return { scenario: { id: scenario.id, digest }, seed, mode, actions: trace.moments.map(({ action }) => action) }
}

function stray(scenario: Scenario, begun: Progress, way: readonly Gesture[], roll: Dice): Progress {
  let [progress, at] = [begun, 0]
  const act = (gesture: Gesture) => {
    at += roll(roll(12) === 0 ? 90_000 : 4_000)
    const action: Action = { at, ...gesture }
    progress = play(scenario, progress, action)
  }
  const anything = () => {
    const offers = gesturesFor(scenario, progress)
    const offer = offers[roll(offers.length)]
    if (offer) act(offer.gesture)
  }
  const [strays, leavesOut] = [4 + roll(40), 10 + roll(120)]
  for (const gesture of way) {
    if (roll(strays) === 0 && !progress.over) anything()
    if (progress.over) break
    // What is not possible any more, the world refuses by itself: that too is in a recording.
    if (roll(leavesOut) > 0) act(gesture)
  }
  for (let left = way.length > 0 ? roll(12) : 60; left > 0 && !progress.over; left--) anything()
  return progress
}

/** So many recordings of a scenario, the same for the same count. */
export async function recordingsOf(id: string, count: number): Promise<Kept[]> {
  const json = scenarioJson(id)
  const [scenario, digest, plays] = [readScenario(json), digestOfScenario(json), await playsOf(id)]
  return Array.from({ length: count }, (_, number) => randomRecording(scenario, digest, number + 1, plays?.expertPlay ?? (() => [])))
}
