// SPDX-License-Identifier: EUPL-1.2
import { FetchRequest, JsonRpcProvider } from 'ethers'
import { ledgerReader } from '#domain/verification/index.ts'
import type { LedgerReader } from '#domain/verification/index.ts'

/** A ledger the verifier trusts: where to ask, on which network, at which contract. */
export type TrustedLedger = { rpc: string; chainId: number; contract: string }

const TIMEOUT_MS = 8_000

/** Reads the trusted ledger through ethers. A node of another network counts as unreachable. Close it when done. */
export function trustedLedgerReader({ rpc, chainId, contract }: TrustedLedger): { reader: LedgerReader; close(): void } {
  const request = new FetchRequest(rpc)
  request.timeout = TIMEOUT_MS
  request.setThrottleParams({ maxAttempts: 1 })
  const provider = new JsonRpcProvider(request, chainId, { staticNetwork: true, batchMaxCount: 1, cacheTimeout: -1 })
  const reader = ledgerReader((method, params) => provider.send(method, params), contract)
  const expected = async () => {
    const found = await reader.chainId()
    if (found !== chainId) throw new Error(`The ledger is network ${found}, not ${chainId}`)
    return found
  }
  return { reader: { ...reader, chainId: expected }, close: () => provider.destroy() }
}
