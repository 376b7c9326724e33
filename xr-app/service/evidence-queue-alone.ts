// SPDX-License-Identifier: EUPL-1.2

/** Holds an attempt for this tab alone until the returned function is called; null when another tab holds it. */
export async function holdAlone(attempt: string): Promise<(() => void) | null> {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const { promise: answered, resolve: answer } = Promise.withResolvers<boolean>()
  const request = navigator.locks.request(`compagnon-attempt-${attempt}`, { ifAvailable: true }, (lock) => {
    answer(lock !== null)
    return lock ? held : undefined
  })
  // A browser that refuses locks altogether has no second tab to fear more than a learner who cannot begin.
  request.catch(() => answer(true))
  return (await answered) ? release : null
}
