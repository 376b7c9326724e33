// SPDX-License-Identifier: EUPL-1.2
import { LedgerUnreachable } from './connection.ts'

/** A JSON-RPC 2.0 request that only reads. */
export type ReadRequest = { jsonrpc: '2.0'; id: string | number; method: string; params: unknown[] }

const TIMEOUT_MS = 5_000
const MOST_BYTES = 1_000_000

/**
 * Passes one reading request to the node and gives its answer. What may be asked is the caller's to check.
 * @throws LedgerUnreachable when the node does not answer, in time or in a reasonable size
 */
export const readThrough = (rpcUrl: string) => async (request: ReadRequest): Promise<unknown> => {
  try {
    const answer = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await answer.text()
    if (text.length > MOST_BYTES) throw new Error('The answer is too large')
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new LedgerUnreachable(cause)
  }
}
