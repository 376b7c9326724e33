// SPDX-License-Identifier: EUPL-1.2
import { Transaction, keccak256 } from 'ethers'
import type { JsonRpcProvider, TransactionReceipt } from 'ethers'
import { LedgerUnreachable } from './connection.ts'
import type { Connection } from './connection.ts'
import type { Entry, Journal } from './journal.ts'

/** Signs an unsigned serialised transaction (0x…) with the key of this kid; gives the raw transaction (0x…). */
export type SignTransaction = (kid: string, unsigned: string) => Promise<string>

/** When a transaction counts as settled: so many blocks deep, and seen in its block since so many milliseconds. */
export type Settling = { depth: number; ms: number }

export type FollowNeeds = {
  connection: Connection
  journal: Journal
  sign: SignTransaction
  settling: Settling
  now: () => Date
  /** Sees to it that these accounts can pay; asked before anything is sent. */
  fund: (addresses: string[]) => Promise<void>
}

/** The database belongs to one network: what was signed for it can be sent to no other. */
export class OtherLedger extends Error {
  constructor(journalled: number, reached: number) {
    super(`The journal holds transactions of network ${journalled}; the ledger reached is network ${reached}`)
    this.name = 'OtherLedger'
  }
}

/** The ledger holds some other transaction in the place of a journalled one, which can then never be in a block. */
export class NonceTaken extends Error {
  constructor({ account, nonce }: Entry) {
    super(`Transaction ${nonce} of account ${account} on the ledger is not the journalled one: its key is used elsewhere`)
    this.name = 'NonceTaken'
  }
}

/** The last block at which everything was settled; a reorganisation, a restart or a new block gives another. */
export type Quiet = { head: string | null | undefined }

/** A reorganisation deeper than this many transactions is not looked for in what is settled. */
const RECENT = 32

/** One round: signs what is reserved, sends what the ledger has not, writes what it has. Gives how many are open. */
export async function follow(needs: FollowNeeds, quiet: Quiet): Promise<number> {
  const { journal, connection } = needs
  const open = await journal.toFollow(0)
  const head = await connection.use(provider => provider.getBlock('latest'))
  // Nothing of ours is open and the ledger is where it was: nothing can have been undone.
  if (open.length === 0 && head !== null && head.hash === quiet.head) return 0
  const kids = new Map((await journal.accounts()).map(account => [account.address, account.kid]))
  for (const entry of open) if (entry.state === 'reserved') await signEntry(needs, entry, kids.get(entry.account))
  const left = await connection.use(provider => sendAndLook(needs, provider, [...kids.keys()]))
  quiet.head = left === 0 ? head?.hash : undefined
  return left
}

async function sendAndLook(needs: FollowNeeds, provider: JsonRpcProvider, accounts: string[]): Promise<number> {
  const { journal } = needs
  const lost = await lostEntries(journal, provider, accounts)
  if (lost.length) await needs.fund([...new Set(lost.map(entry => entry.account))])
  await sendInOrder(needs, provider, lost)
  const head = await provider.getBlockNumber()
  const missing = new Set((lost.length ? await lostEntries(journal, provider, accounts) : []).map(entry => entry.sequence))
  const entries = (await journal.toFollow(RECENT)).filter(entry => !missing.has(entry.sequence))
  const taken: Entry[] = []
  for (const entry of entries) {
    if (!(await look(needs, provider, entry, head)) && (await isTaken(provider, entry))) taken.push(entry)
  }
  if (taken[0]) throw new NonceTaken(taken[0])
  return (await journal.toFollow(0)).length
}

async function signEntry({ journal, sign }: FollowNeeds, entry: Entry, kid: string | undefined): Promise<void> {
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

async function sendInOrder({ journal }: FollowNeeds, provider: JsonRpcProvider, entries: Entry[]): Promise<void> {
  const { chainId } = await provider.getNetwork()
  for (const entry of entries) {
    if (BigInt(entry.request.chainId) !== chainId) throw new OtherLedger(entry.request.chainId, Number(chainId))
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

/** Writes what the ledger says of an entry; false when it has no block for an open one. */
async function look(needs: FollowNeeds, provider: JsonRpcProvider, entry: Entry, head: number): Promise<boolean> {
  if (entry.hash === null) return true
  const receipt = await provider.getTransactionReceipt(entry.hash)
  if (!receipt) return entry.state !== 'signed'
  const moved = entry.block?.hash !== receipt.blockHash
  if (!moved && entry.state !== 'signed') return true
  const block = moved || !entry.block ? await blockOf(provider, receipt) : entry.block
  const since = moved || !entry.includedAt ? needs.now() : entry.includedAt
  const state = settledState(needs, receipt, since, head)
  if (moved || state !== entry.state) await needs.journal.keepSeen(entry.sequence, state, block, since)
  return true
}

/** Asked in this order: whatever was put into a block meanwhile has its receipt. */
async function isTaken(provider: JsonRpcProvider, { account, nonce, hash }: Entry): Promise<boolean> {
  if (hash === null || (await provider.getTransactionCount(account, 'latest')) <= nonce) return false
  return (await provider.getTransactionReceipt(hash)) === null
}

async function blockOf(provider: JsonRpcProvider, receipt: TransactionReceipt): Promise<NonNullable<Entry['block']>> {
  const block = await provider.getBlock(receipt.blockHash)
  if (!block) throw new LedgerUnreachable(`block ${receipt.blockHash} is gone`)
  return { number: receipt.blockNumber, hash: receipt.blockHash, timestamp: block.timestamp }
}

function settledState({ settling, now }: FollowNeeds, receipt: TransactionReceipt, since: Date, head: number): Entry['state'] {
  const deep = head - receipt.blockNumber + 1 >= settling.depth
  const old = now().getTime() - since.getTime() >= settling.ms
  if (!deep || !old) return 'signed'
  return receipt.status === 1 ? 'confirmed' : 'reverted'
}
