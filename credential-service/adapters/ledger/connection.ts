// SPDX-License-Identifier: EUPL-1.2
import { FetchRequest, JsonRpcProvider, isError } from 'ethers'

/** The node does not answer: nothing is lost, only delayed. */
export class LedgerUnreachable extends Error {
  constructor(cause: unknown) {
    super('The ledger does not answer', { cause })
    this.name = 'LedgerUnreachable'
  }
}

const TIMEOUT_MS = 5_000
const UNREACHABLE_CODES = new Set([
  'NETWORK_ERROR', 'TIMEOUT', 'SERVER_ERROR', 'CANCELLED', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND',
  'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH',
])

export type Connection = {
  rpcUrl: string
  chainId(): Promise<number>
  /** @throws LedgerUnreachable */
  use<T>(work: (provider: JsonRpcProvider) => Promise<T>): Promise<T>
  close(): void
}

/**
 * Reaches a node by JSON-RPC, when it is first needed. Every failure to reach it is a `LedgerUnreachable`; a refusal by
 * the node stays as ethers says it.
 */
export function connectTo(rpcUrl: string, expectedChainId?: number): Connection {
  let known: Promise<JsonRpcProvider> | undefined
  const provider = () => (known ??= open(rpcUrl, expectedChainId).catch(error => {
    known = undefined
    throw error
  }))
  return {
    rpcUrl,
    chainId: async () => Number((await (await provider()).getNetwork()).chainId),
    use: async work => {
      try {
        return await work(await provider())
      } catch (error) {
        throw isUnreachable(error) ? new LedgerUnreachable(error) : error
      }
    },
    close: () => void known?.then(opened => opened.destroy(), () => undefined),
  }
}

async function open(rpcUrl: string, expectedChainId?: number): Promise<JsonRpcProvider> {
  const chainId = await askChainId(rpcUrl)
  if (expectedChainId !== undefined && chainId !== expectedChainId) {
    throw new Error(`The ledger is network ${chainId}, not ${expectedChainId}`)
  }
  const request = new FetchRequest(rpcUrl)
  request.timeout = TIMEOUT_MS
  // Answers are never cached: after a reorganisation the same question has another answer.
  return new JsonRpcProvider(request, chainId, { staticNetwork: true, batchMaxCount: 1, cacheTimeout: -1 })
}

/** Asked by fetch, since ethers' own detection retries for ever and writes to the console. */
async function askChainId(rpcUrl: string): Promise<number> {
  try {
    const answer = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return Number(((await answer.json()) as { result: string }).result)
  } catch (error) {
    throw new LedgerUnreachable(error)
  }
}

function isUnreachable(error: unknown): boolean {
  if (isError(error, 'NETWORK_ERROR') || isError(error, 'TIMEOUT') || isError(error, 'SERVER_ERROR')) return true
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && UNREACHABLE_CODES.has(code)
}
