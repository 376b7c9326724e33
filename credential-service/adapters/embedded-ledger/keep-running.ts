// SPDX-License-Identifier: EUPL-1.2
const LOOK_EVERY_MS = 1000

/**
 * Looks each second whether something still runs, and starts it again when it does not; a start that fails is tried
 * again at the next look.
 * @returns how to stop looking; it waits for a start under way
 */
export function keepRunning(runs: () => boolean, startAgain: () => Promise<void>): () => Promise<void> {
  let starting: Promise<void> | null = null
  const timer = setInterval(() => {
    if (starting || runs()) return
    starting = startAgain().catch(() => undefined).finally(() => { starting = null })
  }, LOOK_EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await starting
  }
}
