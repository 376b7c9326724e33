// SPDX-License-Identifier: EUPL-1.2
/** Milliseconds from any origin, which never go back. */
export type Clock = { now(): number }

export type Stopwatch = {
  /** Whole milliseconds run so far, pauses left out. */
  elapsed(): number
  readonly paused: boolean
  pause(): void
  resume(): void
}

/** Simulation time: begins to run at once, from `already` milliseconds. */
export function createStopwatch(clock: Clock, already = 0): Stopwatch {
  let before = already
  let since: number | null = clock.now()
  const elapsed = () => Math.floor(before + (since === null ? 0 : clock.now() - since))
  return {
    elapsed,
    get paused() {
      return since === null
    },
    pause: () => {
      before = elapsed()
      since = null
    },
    resume: () => {
      since ??= clock.now()
    },
  }
}
