// SPDX-License-Identifier: EUPL-1.2
import type { RecordingHead } from '#domain/evidence/recording.ts'
import { DomainError } from '#domain/errors.ts'
import { describe, gesturesFor, hintFor, play, start } from '#domain/scenario/index.ts'
import type { Description, GestureOffer, Progress, Scenario } from '#domain/scenario/index.ts'
import type { Text } from '#domain/text.ts'
import type { Action, Gesture, WorldEvent } from '#domain/workshop/action.ts'
import { createStopwatch } from './stopwatch.ts'
import type { Clock } from './stopwatch.ts'

/** One accepted gesture and what the world answered. */
export type SessionChange = { action: Action; events: WorldEvent[]; progress: Progress }

/**
 * One attempt while it is being made. The headset, the flat screen and the plain page all act through the same
 * session, so they leave the same evidence and the input can change in mid-attempt.
 */
export type Session = {
  readonly scenario: Scenario
  readonly head: RecordingHead
  readonly mode: RecordingHead['mode']
  /** An attempt being looked at again: nothing can be taken or done. */
  readonly replaying?: true
  /** The world as it is now. A new object after each accepted gesture; never changed in place. */
  progress(): Progress
  /** Simulation time in whole milliseconds: stands still while paused and once the attempt is over. */
  elapsed(): number
  /**
   * Does a gesture now and answers what the world made of it (an empty list: nothing to see).
   * Refuses with ERR_ATTEMPT_CLOSED once over and with ERR_UNKNOWN_ACTION what the world does not know;
   * a refused gesture leaves no evidence. A gesture made while paused wakes the session.
   */
  act(gesture: Gesture): WorldEvent[]
  /** Everything that can be attempted now (on one target, when named); never which of it is right. */
  offers(target?: string): GestureOffer[]
  /** What to look at next: guided mode only, null in assessed mode and when there is nothing to say. */
  hint(): Text | null
  /** What is seen at each place, in words. */
  description(): Description
  /** Calls back after each accepted gesture, until the returned function is called. */
  subscribe(listener: (change: SessionChange) => void): () => void
  /** Why the attempt is over; null while it goes on. */
  readonly over: string | null
  readonly paused: boolean
  pause(): void
  resume(): void
  /** What was done so far, in order. */
  actions(): readonly Action[]
}

export type SessionNeeds = {
  scenario: Scenario
  head: RecordingHead
  /** Milliseconds that never go back (performance.now in the app). */
  clock: Clock
  /** Told of each accepted gesture at once, before any listener: the way to the evidence queue. */
  onActions: (actions: Action[]) => void
  /** What was already done, when an interrupted attempt is taken up again. */
  earlier?: readonly Action[]
}

/** Starts, or takes up again, an attempt at a scenario. */
export function createSession({ scenario, head, clock, onActions, earlier = [] }: SessionNeeds): Session {
  const actions = [...earlier]
  const stopwatch = createStopwatch(clock, earlier.at(-1)?.at ?? 0)
  const listeners = new Set<(change: SessionChange) => void>()
  let progress = earlier.reduce(
    (before, action) => play(scenario, before, action),
    start(scenario, { seed: head.seed, mode: head.mode }),
  )
  if (progress.over) stopwatch.pause()

  function act(gesture: Gesture): WorldEvent[] {
    if (progress.over) throw new DomainError('ERR_ATTEMPT_CLOSED', { reason: progress.over })
    stopwatch.resume()
    const action: Action = { at: Math.max(stopwatch.elapsed(), actions.at(-1)?.at ?? 0), ...gesture }
    progress = play(scenario, progress, action)
    actions.push(action)
    if (progress.over) stopwatch.pause()
    onActions([action])
    const change = { action, events: [...progress.events], progress }
    for (const listener of listeners) listener(change)
    return change.events
  }

  return {
    scenario,
    head,
    mode: head.mode,
    progress: () => progress,
    elapsed: stopwatch.elapsed,
    act,
    offers: (target) =>
      gesturesFor(scenario, progress).filter((offer) => target === undefined || offer.gesture.target === target),
    hint: () => (head.mode === 'guided' ? hintFor(scenario, progress) : null),
    description: () => describe(scenario, progress),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get over() {
      return progress.over ?? null
    },
    get paused() {
      return stopwatch.paused
    },
    pause: stopwatch.pause,
    resume: () => {
      if (!progress.over) stopwatch.resume()
    },
    actions: () => actions,
  }
}
