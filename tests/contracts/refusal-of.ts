// SPDX-License-Identifier: EUPL-1.2
import type { Interface } from 'ethers'

/** Waits for refusals of calls, and remembers which were seen. */
export function refusalsOf(words: Interface) {
  const seen = new Set<string>()
  return {
    seen,
    /** The refusal of a call as `Name(values)`. */
    async of(call: Promise<unknown>): Promise<string> {
      const error: unknown = await call.then(() => new Error('It was accepted.'), (cause: unknown) => cause)
      const data = error instanceof Error && 'data' in error ? String(error.data) : ''
      const refused = words.parseError(data)
      if (!refused) throw error
      seen.add(refused.name)
      return `${refused.name}(${refused.args.map(String).join(', ')})`
    },
  }
}
