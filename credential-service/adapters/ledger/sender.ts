// SPDX-License-Identifier: EUPL-1.2
import { Transaction, keccak256 } from 'ethers'
import type { JsonRpcProvider, TransactionReceipt } from 'ethers'
import { LedgerUnreachable } from './connection.ts'
import type { Connection } from './connection.ts'
import type { Entry, Journal } from './journal.ts'
import type { TransactionRequest } from './tables.ts'

/** Signs an unsigned serialised transaction (0x…) with the key of this kid; gives the raw transaction (0x…). */
export type SignTransaction = (kid: string, unsigned: string) => Promise<string>

/** When a transaction counts as settled: so many blocks deep, and seen in its block since so many milliseconds. */
export type Settling = { depth: number; ms: number }

export type Call = { key: string; account: string; purpose: string; to?: string; data: string; value?: bigint }

type Needs = {
  connection: Connection
  journal: Journal
  sign: SignTransaction
  settling: Settling
  now: () => Date
  /** Sees to it that these accounts can pay; asked before anything is sent. */
  fund: (addresses: string[]) => Promise<void>
  /** Sees to it that an account can pay, before its transaction is priced and journalled. */
  provision?: (address: string) => Promise<void>
}

/** A reorganisation deeper than this many transactions is not looked for in what is settled. */
const RECENT = 32
const GWEI = 1_000_000_000n
const MARGIN_PERCENT = 125n

/**
 * Sends the journal's transactions and follows them until they are settled.
 *
 * Whatever the ledger does not have (its account nonce is not past the entry's) is sent again, in the order of the
 * journal and with the same bytes: a restart, a node that lost its last second and a reorganisation are one case.
 */
export const senderOf = (needs: Needs) => {
  const { journal, connection } = needs
  return {
    /**
     * Journals a call once per key, then tries to send it.
     * @throws LedgerUnreachable before anything is journalled, when the node cannot price it
     * @throws what ethers says when the call would revert
     */
    async submit(call: Call): Promise<Entry> {
      const known = await journal.find(call.key)
      if (known) return known
      await needs.provision?.(call.account)
      const request = await connection.use(provider => priced(provider, call))
      const entry = await journal.reserve({ key: call.key, account: call.account, purpose: call.purpose, request })
      await this.follow()
      return (await journal.find(call.key)) ?? entry
    },

    /** One round: signs what is reserved, sends what the ledger has not, writes what it has. Gives how many are open. */
    follow: (): Promise<number> => follow(needs),
    find: journal.find,
  }
}

export type Sender = ReturnType<typeof senderOf>

async function priced(provider: JsonRpcProvider, call: Call): Promise<TransactionRequest> {
  const { to, data, value = 0n } = call
  const gas = await provider.estimateGas({ from: call.account, to, data, value })
  const fees = await provider.getFeeData()
  const tip = fees.maxPriorityFeePerGas ?? GWEI
  const most = fees.maxFeePerGas ?? GWEI
  return {
    ...(to === undefined ? {} : { to }),
    data,
    value: value.toString(),
    gasLimit: ((gas * MARGIN_PERCENT) / 100n).toString(),
    // Never under 3 gwei: the same bytes must still pass when they are sent again after the base fee has risen.
    maxFeePerGas: (most < 3n * GWEI ? 3n * GWEI : most).toString(),
    maxPriorityFeePerGas: tip.toString(),
    chainId: Number((await provider.getNetwork()).chainId),
  }
}

async function follow(needs: Needs): Promise<number> {
  const { journal, connection } = needs
  const kids = new Map((await journal.accounts()).map(account => [account.address, account.kid]))
  for (const entry of await journal.toFollow(0)) {
    if (entry.state === 'reserved') await signEntry(needs, entry, kids.get(entry.account))
  }
  return connection.use(async provider => {
    const lost = await lostEntries(journal, provider, [...kids.keys()])
    if (lost.length) await needs.fund([...new Set(lost.map(entry => entry.account))])
    await sendInOrder(needs, provider, lost)
    const head = await provider.getBlockNumber()
    const missing = new Set((await lostEntries(journal, provider, [...kids.keys()])).map(entry => entry.sequence))
    const entries = (await journal.toFollow(RECENT)).filter(entry => !missing.has(entry.sequence))
    for (const entry of entries) await look(needs, provider, entry, head)
    return (await journal.toFollow(0)).length
  })
}

async function signEntry({ journal, sign }: Needs, entry: Entry, kid: string | undefined): Promise<void> {
  if (kid === undefined) throw new Error(`No key for the ledger account ${entry.account}`)
  const unsigned = Transaction.from({ type: 2, nonce: entry.nonce, ...entry.request }).unsignedSerialized
  const raw = await sign(kid, unsigned)
  await journal.keepSigned(entry.sequence, raw, keccak256(raw))
}

/** Entries whose nonce the ledger has not used yet, in the order they were journalled, across accounts. */
async function lostEntries(journal: Journal, provider: JsonRpcProvider, accounts: string[]): Promise<Entry[]> {
  const found: Entry[] = []
  for (const account of accounts) {
    found.push(...(await journal.fromNonce(account, await provider.getTransactionCount(account, 'latest'))))
  }
  return found.sort((a, b) => a.sequence - b.sequence)
}

async function sendInOrder({ journal }: Needs, provider: JsonRpcProvider, entries: Entry[]): Promise<void> {
  for (const entry of entries) {
    if (entry.raw === null) return
    if (entry.block) await journal.keepSeen(entry.sequence, 'signed', null, null)
    const refused = await send(provider, entry.raw)
    await journal.keepSending(entry.sequence, refused)
    // Order matters across accounts too: a school cannot anchor before its academy accredited it.
    if (refused !== null) return
  }
}

/** Null when the node has it now. The same bytes sent twice are one transaction, so "already known" is success. */
async function send(provider: JsonRpcProvider, raw: string): Promise<string | null> {
  try {
    await provider.send('eth_sendRawTransaction', [raw])
    return null
  } catch (error) {
    const text = String((error as { message?: unknown }).message ?? error)
    if (/already known|already imported|nonce too low/i.test(text)) return null
    if (!(error instanceof Error) || !('error' in error || 'info' in error)) throw error
    return text.slice(0, 300)
  }
}

async function look(needs: Needs, provider: JsonRpcProvider, entry: Entry, head: number): Promise<void> {
  if (entry.hash === null) return
  const receipt = await provider.getTransactionReceipt(entry.hash)
  if (!receipt) return
  const moved = entry.block?.hash !== receipt.blockHash
  if (!moved && entry.state !== 'signed') return
  const block = moved || !entry.block ? await blockOf(provider, receipt) : entry.block
  const since = moved || !entry.includedAt ? needs.now() : entry.includedAt
  const state = settledState(needs, receipt, since, head)
  if (moved || state !== entry.state) await needs.journal.keepSeen(entry.sequence, state, block, since)
}

async function blockOf(provider: JsonRpcProvider, receipt: TransactionReceipt): Promise<NonNullable<Entry['block']>> {
  const block = await provider.getBlock(receipt.blockHash)
  if (!block) throw new LedgerUnreachable(`block ${receipt.blockHash} is gone`)
  return { number: receipt.blockNumber, hash: receipt.blockHash, timestamp: block.timestamp }
}

function settledState({ settling, now }: Needs, receipt: TransactionReceipt, since: Date, head: number): Entry['state'] {
  const deep = head - receipt.blockNumber + 1 >= settling.depth
  const old = now().getTime() - since.getTime() >= settling.ms
  if (!deep || !old) return 'signed'
  return receipt.status === 1 ? 'confirmed' : 'reverted'
}
