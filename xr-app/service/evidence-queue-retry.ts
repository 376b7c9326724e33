// SPDX-License-Identifier: EUPL-1.2

export type Retry = {
  /** There is work: begin, or go round once more if already at it; a pause between two tries is respected. */
  nudge(): void
  /** The same, cutting short a pause between two tries (the connection came back). */
  wake(): void
  close(): void
}

type RetryNeeds = {
  work: () => Promise<void>
  failed: (why: unknown) => void
  /** Failures after which trying again is useless. */
  givesUp: (why: unknown) => boolean
  /** Milliseconds before the first new try; doubled each time up to `longest`. */
  first?: number
  longest?: number
}

/** Does one piece of work at a time, again after each failure with a growing pause, at once when woken. */
export function createRetry({ work, failed, givesUp, first = 500, longest = 30_000 }: RetryNeeds): Retry {
  let pause = first
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let again = false
  let closed = false

  async function round(): Promise<void> {
    if (closed) return
    if (busy) {
      again = true
      return
    }
    clearTimeout(timer)
    timer = undefined
    busy = true
    again = false
    try {
      await work()
      pause = first
    } catch (why) {
      again = false
      if (givesUp(why)) closed = true
      else if (!closed) {
        timer = setTimeout(() => void round(), pause)
        pause = Math.min(pause * 2, longest)
      }
      failed(why)
    } finally {
      busy = false
    }
    if (again) void round()
  }

  return {
    nudge: () => {
      if (timer === undefined) void round()
    },
    wake: () => void round(),
    close: () => {
      closed = true
      clearTimeout(timer)
    },
  }
}
