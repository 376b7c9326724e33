// SPDX-License-Identifier: EUPL-1.2
import { ledgerReader } from '#domain/verification/index.ts'
import type { LedgerReader, Rpc } from '#domain/verification/index.ts'

/** Where the verifier's trusted ledger is: the service's own proxy ('/api/ledger/rpc') or a node the person chose. */
export type TrustedLedger = { rpc: string; contract: string; chainId: number }

const TIMEOUT_MS = 8_000

/** Reads the trusted ledger from the page. A node on another network than the one trusted counts as unreachable. */
export function pageLedgerReader({ rpc, contract, chainId }: TrustedLedger): LedgerReader {
  const reader = ledgerReader(overFetch(rpc), contract)
  const expected = async () => {
    const found = await reader.chainId()
    if (found !== chainId) throw new Error(`The ledger is network ${found}, not ${chainId}`)
    return found
  }
  return { ...reader, chainId: expected }
}

/** Gets a status list over the page's own origin only: checking must not tell anyone else what is being checked. */
export async function fetchStatusHere(address: string): Promise<unknown> {
  const here = new URL(address, location.href)
  if (here.origin !== location.origin) return undefined
  const answer = await fetch(here, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  return answer.ok ? await answer.json() as unknown : undefined
}

const overFetch = (address: string): Rpc => async (method, params) => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const { result, error } = await answer.json() as { result?: unknown; error?: { message: string } }
  if (!answer.ok || error !== undefined || result === undefined) throw new Error(`The ledger refused ${method}`)
  return result
}
