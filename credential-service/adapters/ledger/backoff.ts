// SPDX-License-Identifier: EUPL-1.2
import { LedgerUnreachable } from './unreachable.ts'

const FIRST_MS = 250
const CEILING_MS = 30_000

/**
 * Asks a node that does not answer less and less often, up to every half minute: whoever asks in between is told at
 * once that it does not answer.
 */
export function backoff(now: () => number) {
  let away: { until: number; ms: number; cause: LedgerUnreachable } | undefined
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (away && now() < away.until) throw away.cause
    try {
      const done = await work()
      away = undefined
      return done
    } catch (error) {
      if (!(error instanceof LedgerUnreachable)) {
        away = undefined
        throw error
      }
      // Those who asked together fail together: that is one failure.
      if (away && now() < away.until) throw error
      const ms = away ? Math.min(away.ms * 2, CEILING_MS) : FIRST_MS
      away = { until: now() + ms, ms, cause: error }
      throw error
    }
  }
}
