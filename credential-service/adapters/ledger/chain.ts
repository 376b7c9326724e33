// SPDX-License-Identifier: EUPL-1.2
import type { Connection } from './connection.ts'
import { RpcRefusal, count, digest, fields, quantity } from './rpc.ts'
import type { Fees, Head } from './rules.ts'
import { LedgerUnreachable } from './unreachable.ts'

export type Receipt = { hash: string; block: Head; ok: boolean }

/** What the journal asks a node. Each may throw `LedgerUnreachable`; an answer that makes no sense is one too. */
export type Chain = {
  identity(): Promise<{ chainId: number; genesis: string }>
  head(): Promise<Head>
  /** How many nonces of an account the chain has used. */
  used(account: string): Promise<number>
  receipt(hash: string): Promise<Receipt | null>
  block(number: number): Promise<{ hash: string; timestamp: number } | null>
  fees(): Promise<Fees>
  /** Null when the node took it, or its words when it refuses. */
  send(raw: string): Promise<string | null>
}

export function chainOf({ ask }: Pick<Connection, 'ask'>): Chain {
  const blockAt = async (which: string) => fields(await ask('eth_getBlockByNumber', [which, false]))
  const required = async (which: string) => {
    const block = await blockAt(which)
    if (!block) throw new LedgerUnreachable(new Error(`The node has no block ${which}`))
    return block
  }
  return {
    identity: async () => ({
      chainId: count(await ask('eth_chainId', [])), genesis: digest((await required('0x0')).hash),
    }),
    head: async () => {
      const block = await required('latest')
      return { number: count(block.number), hash: digest(block.hash) }
    },
    used: async account => count(await ask('eth_getTransactionCount', [account, 'latest'])),
    receipt: async hash => toReceipt(fields(await ask('eth_getTransactionReceipt', [hash])), hash),
    block: async number => {
      const block = await blockAt(`0x${number.toString(16)}`)
      return block && { hash: digest(block.hash), timestamp: count(block.timestamp) }
    },
    fees: async () => {
      const { baseFeePerGas } = await required('latest')
      return { base: baseFeePerGas === undefined || baseFeePerGas === null ? 0n : quantity(baseFeePerGas), tip: await suggestedTip(ask) }
    },
    send: raw => ask('eth_sendRawTransaction', [raw]).then(() => null, refusal),
  }
}

function toReceipt(answer: Record<string, unknown> | null, hash: string): Receipt | null {
  // Some nodes answer for a transaction that waits: a receipt without a block.
  if (!answer || answer.blockHash === null) return null
  const block = { number: count(answer.blockNumber), hash: digest(answer.blockHash) }
  return { hash, block, ok: count(answer.status) === 1 }
}

/** A node that knows no suggestion is offered one gwei. */
async function suggestedTip(ask: Connection['ask']): Promise<bigint> {
  const answer = await ask('eth_maxPriorityFeePerGas', []).catch((error: unknown) => {
    if (error instanceof RpcRefusal) return '0x3b9aca00'
    throw error
  })
  return quantity(answer)
}

function refusal(error: unknown): string {
  if (error instanceof RpcRefusal) return error.message
  throw error
}
