// SPDX-License-Identifier: EUPL-1.2
import { LedgerUnreachable } from './unreachable.ts'

/** The node understood the request and refuses it, in its own words. */
export class RpcRefusal extends Error {
  constructor(text: string) {
    super(text)
    this.name = 'RpcRefusal'
  }
}

const TIMEOUT_MS = 5_000

/**
 * One JSON-RPC question to a node.
 * @throws RpcRefusal with the node's words
 * @throws LedgerUnreachable when it does not answer in time, or answers what is no JSON-RPC
 */
export async function askNode(rpcUrl: string, method: string, params: unknown[]): Promise<unknown> {
  const answer = await readAnswer(rpcUrl, { jsonrpc: '2.0', id: 1, method, params })
  if (typeof answer !== 'object' || answer === null) throw new LedgerUnreachable(new Error('no JSON-RPC answer'))
  const { error, result } = answer as { error?: { message?: unknown } | null; result?: unknown }
  if (error) throw new RpcRefusal(String(error.message ?? 'refused').slice(0, 300))
  if (result === undefined) throw new LedgerUnreachable(new Error('an answer without a result'))
  return result
}

async function readAnswer(rpcUrl: string, request: object): Promise<unknown> {
  try {
    const answer = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    // Some nodes give a refusal the status 400 or 500; what a gateway says instead of the node is no JSON-RPC.
    return JSON.parse(await answer.text()) as unknown
  } catch (cause) {
    throw new LedgerUnreachable(cause)
  }
}

/** A quantity as nodes write it (0x and hexadecimal digits). @throws LedgerUnreachable on anything else */
export function quantity(answer: unknown): bigint {
  if (typeof answer !== 'string' || !/^0x[0-9a-f]{1,64}$/i.test(answer)) throw new LedgerUnreachable(new Error('no quantity'))
  return BigInt(answer)
}

/** A quantity that counts blocks, nonces or seconds. @throws LedgerUnreachable on anything else */
export function count(answer: unknown): number {
  const number = Number(quantity(answer))
  if (!Number.isSafeInteger(number)) throw new LedgerUnreachable(new Error('no count'))
  return number
}

/** A digest of 32 bytes. @throws LedgerUnreachable on anything else */
export function digest(answer: unknown): string {
  if (typeof answer !== 'string' || !/^0x[0-9a-f]{64}$/i.test(answer)) throw new LedgerUnreachable(new Error('no digest'))
  return answer
}

/** The fields of an object answer; null where the node has none. @throws LedgerUnreachable on anything else */
export function fields(answer: unknown): Record<string, unknown> | null {
  if (answer === null) return null
  if (typeof answer !== 'object') throw new LedgerUnreachable(new Error('no object'))
  return answer as Record<string, unknown>
}
