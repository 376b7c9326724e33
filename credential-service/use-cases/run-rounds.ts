// SPDX-License-Identifier: EUPL-1.2
type Options = { everyMs: { busy: number; idle: number }; onError: (error: unknown) => void }

/** One round of `advance` after another, until it is stopped. A failure that lasts is told once. */
export function runRounds(advance: () => Promise<boolean>, { everyMs, onError }: Options) {
  let stopped = false
  let wake: () => void = () => undefined
  const pause = (ms: number) => new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    wake = () => { clearTimeout(timer); resolve() }
  })
  let told = ''
  const round = () => advance().then((busy) => { told = ''; return busy }, (error: unknown) => {
    if (String(error) !== told) onError(error)
    told = String(error)
    return false
  })
  const work = (async () => {
    while (!stopped) {
      const busy = await round()
      if (!stopped) await pause(busy ? everyMs.busy : everyMs.idle)
    }
  })()
  return {
    stop: async () => {
      stopped = true
      wake()
      await work
    },
  }
}
