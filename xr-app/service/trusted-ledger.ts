// SPDX-License-Identifier: EUPL-1.2
import { keepChoice, readChoice } from '../ui/device.ts'
import { get } from './api.ts'
import type { TrustedLedger } from './ledger-reader.ts'
import { Problem, Unreachable } from './problem.ts'

/** The contract that this verifier trusts, and the network it is on. Never taken from the file being checked. */
export type Trust = Pick<TrustedLedger, 'contract' | 'chainId'>
/** Where this page reads the ledger; `trust` alone when no way to read it is known. */
export type LedgerPlace = { trust: Trust | null; rpc: string | null; from: 'service' | 'chosen' | 'nowhere' }

const trustPlace = 'compagnon.ledger'
const nodePlace = 'compagnon.ledger-node'

/** Asks the service where its ledger is and remembers it; when it does not answer, what was known last. */
export async function findLedger(): Promise<LedgerPlace> {
  const node = readChoice(nodePlace)
  try {
    const { contract, chainId, rpc } = await get<TrustedLedger>('/api/ledger', { signal: AbortSignal.timeout(5_000) })
    keepChoice(trustPlace, JSON.stringify({ contract, chainId }))
    const trust = { contract, chainId }
    return node ? { trust, rpc: node, from: 'chosen' } : { trust, rpc, from: 'service' }
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Problem || error instanceof DOMException)) throw error
    const trust = lastTrust()
    return node && trust ? { trust, rpc: node, from: 'chosen' } : { trust, rpc: null, from: 'nowhere' }
  }
}

function lastTrust(): Trust | null {
  const { contract, chainId } = JSON.parse(readChoice(trustPlace) || '{}') as Partial<Trust>
  return contract && chainId ? { contract, chainId } : null
}

/** A node that may be read: on this machine, or over https. Null when the address is neither. */
export function nodeAddress(typed: string): string | null {
  if (!URL.canParse(typed.trim())) return null
  const url = new URL(typed.trim())
  const near = url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname)
  return near || url.protocol === 'https:' ? url.href : null
}

export const isContract = (typed: string) => /^0x[0-9a-fA-F]{40}$/.test(typed.trim())

/** Reads the ledger at this node from now on. `contract` is needed only when none was known before. */
export async function chooseNode(node: string, contract: string | null): Promise<LedgerPlace> {
  const trust = contract ? { contract, chainId: await networkOf(node) } : lastTrust()
  keepChoice(nodePlace, node)
  if (trust) keepChoice(trustPlace, JSON.stringify(trust))
  return { trust, rpc: node, from: 'chosen' }
}

/** Goes back to the service's own ledger. */
export function forgetNode(): Promise<LedgerPlace> {
  keepChoice(nodePlace, '')
  return findLedger()
}

async function networkOf(node: string): Promise<number> {
  const answer = await fetch(node, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }),
    signal: AbortSignal.timeout(8_000),
  }).catch((cause: unknown) => { throw new Unreachable(cause) })
  const { result } = await answer.json() as { result?: string }
  return Number(result)
}
