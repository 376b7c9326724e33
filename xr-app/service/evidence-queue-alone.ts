// SPDX-License-Identifier: EUPL-1.2

/** Lets the next one hold it. */
export type Release = () => void

const nameOf = (attempt: string) => `compagnon-attempt-${attempt}`

/** Holds an attempt for this tab alone until the returned function is called; null when another tab holds it. */
export const holdAlone = (attempt: string): Promise<Release | null> => hold(attempt, { ifAvailable: true })

/** The same, waiting for whoever holds it now; null when `signal` ends the waiting. */
export const waitAlone = (attempt: string, signal: AbortSignal): Promise<Release | null> => hold(attempt, { signal })

async function hold(attempt: string, options: LockOptions): Promise<Release | null> {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const { promise: answered, resolve: answer } = Promise.withResolvers<boolean>()
  const request = navigator.locks.request(nameOf(attempt), options, (lock) => {
    answer(lock !== null)
    return lock ? held : undefined
  })
  // A browser that refuses locks altogether has no second tab to fear more than a learner who cannot begin.
  request.catch(() => answer(!options.signal?.aborted))
  return (await answered) ? release : null
}
