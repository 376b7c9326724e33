// SPDX-License-Identifier: EUPL-1.2
import { FetchRequest, JsonRpcProvider, isError } from 'ethers'
import { ServiceError } from '#service/use-cases/errors.ts'
import { backoff } from './backoff.ts'
import { askNode, count } from './rpc.ts'
import { LedgerUnreachable } from './unreachable.ts'

export { LedgerUnreachable } from './unreachable.ts'

const TIMEOUT_MS = 5_000
const UNREACHABLE_CODES = new Set([
  'NETWORK_ERROR', 'TIMEOUT', 'SERVER_ERROR', 'CANCELLED', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND',
  'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH',
  // An answer that is no JSON, or is not what was asked for: from a gateway, or from a node that lies behind.
  'BAD_DATA', 'UNSUPPORTED_OPERATION',
])

export type Connection = {
  rpcUrl: string
  chainId(): Promise<number>
  /** @throws LedgerUnreachable */
  use<T>(work: (provider: JsonRpcProvider) => Promise<T>): Promise<T>
  /** One plain question. @throws LedgerUnreachable, or RpcRefusal with the node's words */
  ask(method: string, params: unknown[]): Promise<unknown>
  /** Whether the node answers, asked now: nobody waits here for the next try of the others. */
  answers(): Promise<boolean>
  close(): void
}

/**
 * Reaches a node by JSON-RPC, when it is first needed. Every failure to reach it is a `LedgerUnreachable`; a refusal by
 * the node stays as it says it. A node that does not answer is asked less and less often.
 */
export function connectTo(rpcUrl: string, expectedChainId?: number, now: () => number = Date.now): Connection {
  const trying = backoff(now)
  let known: Promise<JsonRpcProvider> | undefined
  const provider = () => (known ??= open(rpcUrl, expectedChainId).catch(error => {
    known = undefined
    throw error
  }))
  return {
    rpcUrl,
    chainId: () => trying(async () => Number((await (await provider()).getNetwork()).chainId)),
    use: work => trying(async () => {
      try {
        return await work(await provider())
      } catch (error) {
        throw isUnreachable(error) ? new LedgerUnreachable(error) : error
      }
    }),
    ask: (method, params) => trying(() => askNode(rpcUrl, method, params)),
    answers: () => askNode(rpcUrl, 'eth_blockNumber', []).then(() => true, () => false),
    close: () => void known?.then(opened => opened.destroy(), () => undefined),
  }
}

async function open(rpcUrl: string, expectedChainId?: number): Promise<JsonRpcProvider> {
  // Asked plainly, since ethers' own detection retries for ever and writes to the console.
  const chainId = count(await askNode(rpcUrl, 'eth_chainId', []))
  if (expectedChainId !== undefined && chainId !== expectedChainId) {
    throw new ServiceError('ERR_LEDGER_OTHER_NETWORK', { expected: expectedChainId, reached: chainId })
  }
  const request = new FetchRequest(rpcUrl)
  request.timeout = TIMEOUT_MS
  // Answers are never cached: after a reorganisation the same question has another answer.
  return new JsonRpcProvider(request, chainId, { staticNetwork: true, batchMaxCount: 1, cacheTimeout: -1 })
}

function isUnreachable(error: unknown): boolean {
  if (isError(error, 'NETWORK_ERROR') || isError(error, 'TIMEOUT') || isError(error, 'SERVER_ERROR')) return true
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && UNREACHABLE_CODES.has(code)
}
