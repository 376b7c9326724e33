// SPDX-License-Identifier: EUPL-1.2
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { keccak } from '../anchoring/bytes32.ts'
import type { Bytes32 } from '../anchoring/bytes32.ts'
import type { BlockRecord, DeliberationRecord, LedgerReader } from './ledger.ts'

const NONE: Bytes32 = `0x${'0'.repeat(64)}`

/** One Ethereum JSON-RPC request: gives its `result`, rejects on any error. */
export type Rpc = (method: string, params: unknown[]) => Promise<unknown>

/**
 * Reads the one contract (ICredentialAnchor, IIssuerRegistry) over plain JSON-RPC: eth_chainId, eth_call,
 * eth_getBlockByNumber and eth_blockNumber. The same code serves the command line, the service and the page, and needs
 * no library: every value the contract gives is a row of 32-byte words (Solidity ABI §Formal Specification).
 */
export function ledgerReader(rpc: Rpc, contract: string): LedgerReader {
  const call = async (signature: string, ...words: string[]) => {
    const data = keccak(utf8ToBytes(signature)).slice(0, 10) + words.join('')
    return wordsOf(await rpc('eth_call', [{ to: contract, data }, 'latest']))
  }
  return {
    contract,
    chainId: async () => quantity(await rpc('eth_chainId', [])),
    rootAuthority: async () => account((await call('rootAuthority()'))[0]),
    anchorOf: async (root, kind) => {
      // A contract of before diplomas had a place of their own knows one anchor of a root, and only this question.
      const found = anchor(await call('anchorOf(bytes32)', root.slice(2)))
      if (found === null || found.kind === kind) return found
      return anchor(await call('anchorOfKind(bytes32,uint8)', root.slice(2), kind.toString(16).padStart(64, '0')))
    },
    deliberationUnder: async root => {
      const name = word((await call('deliberationUnder(bytes32)', root.slice(2)))[0])
      return name === NONE ? null : deliberation(name, await call('deliberationOf(bytes32)', name.slice(2)))
    },
    accreditationsOf: async issuer => rows(await call('accreditationsOf(address)', addressWord(issuer)), 7)
      .map(([by, from, until, recordedAt, withdrawnAt, kind, mayAccredit]) => ({
        issuer: issuer.toLowerCase(), by: account(by), from: number(from), until: number(until), recordedAt: number(recordedAt),
        withdrawnAt: number(withdrawnAt), kind: number(kind), mayAccredit: number(mayAccredit) === 1,
      })),
    documentsOf: async issuer => rows(await call('documentsOf(address)', addressWord(issuer)), 3)
      .map(([did, document, at]) => ({ didDigest: word(did), documentDigest: word(document), recordedAt: number(at) })),
    statusListsOf: async (issuer, list) => rows(await call('statusListsOf(address,bytes32)', addressWord(issuer), list.slice(2)), 2)
      .map(([digest, at]) => ({ digest: word(digest), recordedAt: number(at) })),
    successorOf: async issuer => {
      const [successor, at] = await call('successorOf(address)', addressWord(issuer))
      return number(at) === 0 ? null : { successor: account(successor), recordedAt: number(at) }
    },
    blockAt: block => blockAt(rpc, block),
  }
}

const anchor = ([issuer, anchoredAt, kind]: string[]) =>
  number(anchoredAt) === 0 ? null : { issuer: account(issuer), anchoredAt: number(anchoredAt), kind: number(kind) }

/** In the order of the contract's `Outcome`; the first is a deliberation never opened. */
const OUTCOMES = [null, 'open', 'decided', 'refused'] as const

// One structure of varying length: where it begins, then its members, of which the tenth says where its list of names begins.
function deliberation(name: Bytes32, [, ...words]: string[]): DeliberationRecord | null {
  const [issuer, outcome, quorum, round, , , results, , root, , closedAt, replaced, signed, named] = words
  const state = OUTCOMES[number(outcome)]
  if (!state) return null
  return {
    name, issuer: account(issuer), outcome: state, round: number(round), results: word(results), root: word(root),
    members: number(named) - bits(replaced), quorum: number(quorum), signatures: bits(signed), closedAt: number(closedAt),
  }
}

/** How many bits of a word are set. */
const bits = (text: string | undefined) => BigInt(word(text)).toString(2).replaceAll('0', '').length

async function blockAt(rpc: Rpc, block: number): Promise<BlockRecord> {
  const found = await rpc('eth_getBlockByNumber', [`0x${block.toString(16)}`, false])
  if (found === null) return block > quantity(await rpc('eth_blockNumber', [])) ? 'future' : 'pruned'
  const { hash, timestamp, transactions } = found as { hash: string; timestamp: string; transactions: string[] }
  return { hash, timestamp: quantity(timestamp), transactions }
}

function wordsOf(result: unknown): string[] {
  if (typeof result !== 'string' || !/^0x([0-9a-f]{64})+$/.test(result)) throw new TypeError('The ledger gave no such answer: is this the right contract?')
  return result.slice(2).match(/.{64}/g) ?? []
}

// A list of flat structures: where it begins, how many there are, then their words one after another.
function rows(words: string[], width: number): string[][] {
  const start = number(words[0]) / 32
  const count = number(words[start])
  if (words.length < start + 1 + count * width) throw new TypeError('The ledger gave a list cut short')
  return Array.from({ length: count }, (_, i) => words.slice(start + 1 + i * width, start + 1 + (i + 1) * width))
}

function word(text: string | undefined): Bytes32 {
  if (text === undefined) throw new TypeError('The ledger gave too few words')
  return `0x${text}`
}

function number(text: string | undefined): number {
  const value = Number(word(text))
  if (!Number.isSafeInteger(value)) throw new TypeError('The ledger gave a number that is too large')
  return value
}

function quantity(value: unknown): number {
  const read = typeof value === 'string' ? Number(value) : NaN
  if (!Number.isSafeInteger(read)) throw new TypeError('The ledger gave no number')
  return read
}

const account = (text: string | undefined) => `0x${word(text).slice(26)}`
const addressWord = (address: string) => address.slice(2).toLowerCase().padStart(64, '0')
