// SPDX-License-Identifier: EUPL-1.2
import { gunzipSync } from 'node:zlib'

export type RawTransaction = { hash: string; from: string; to: string | null; input: string }
export type RawLog = { address: string; topics: string[]; data: string }
export type RawLedger = {
  transactions: RawTransaction[]
  receipts: { status: string; transactionHash: string; logs: RawLog[] }[]
  /** The node's whole state as it dumps it: every account, its code and every storage slot. */
  state: string
}

/** One JSON-RPC question. @throws the node's words when it refuses */
export async function askNode<T>(rpcUrl: string, method: string, params: unknown[] = []): Promise<T> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const answer = await fetch(rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const { result, error } = (await answer.json()) as { result?: T; error?: unknown }
  if (result === undefined) throw new Error(`${method}: ${JSON.stringify(error)}`)
  return result
}

/** Everything a ledger node can be made to say: every block, transaction, receipt, log and storage slot. */
export async function dumpLedger(rpcUrl: string): Promise<RawLedger> {
  const rpc = <T>(method: string, params?: unknown[]) => askNode<T>(rpcUrl, method, params)
  const head = Number(await rpc<string>('eth_blockNumber'))
  const ledger: RawLedger = { transactions: [], receipts: [], state: '' }
  for (let block = 0; block <= head; block++) {
    const { transactions } = await rpc<{ transactions: RawTransaction[] }>('eth_getBlockByNumber', [`0x${block.toString(16)}`, true])
    ledger.transactions.push(...transactions)
    for (const { hash } of transactions) ledger.receipts.push(await rpc('eth_getTransactionReceipt', [hash]))
  }
  const dump = Buffer.from((await rpc<string>('anvil_dumpState')).slice(2), 'hex')
  ledger.state = (dump[0] === 0x1f ? gunzipSync(dump) : dump).toString()
  return ledger
}
