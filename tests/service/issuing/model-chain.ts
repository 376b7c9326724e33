// SPDX-License-Identifier: EUPL-1.2
import { Transaction, keccak256, toUtf8Bytes } from 'ethers'
import type { Chain } from '#service/adapters/ledger/chain.ts'

export type ModelTransaction = { hash: string; account: string; nonce: number; content: string; maxFee: bigint; tip: bigint }
type Block = { number: number; hash: string; timestamp: number; transactions: ModelTransaction[] }

const GWEI = 1_000_000_000n

/**
 * A chain in memory with one pool of waiting transactions, whose every accident a test can cause. A raw transaction is
 * its account followed by its unsigned form: signatures are not what is tested here.
 */
export class ModelChain {
  blocks: Block[] = []
  pool: ModelTransaction[] = []
  base = GWEI
  #made = 0

  constructor() {
    this.#extend([])
  }

  /** The chain as a node sees it that lies `behind` blocks behind. */
  node(behind: () => number): Chain {
    const seen = () => this.blocks.slice(0, Math.max(1, this.blocks.length - behind()))
    const last = () => seen().at(-1) ?? missing()
    return {
      identity: async () => ({ chainId: 1, genesis: (this.blocks[0] ?? missing()).hash }),
      head: async () => ({ number: last().number, hash: last().hash }),
      used: async account => usedIn(seen(), account),
      receipt: async hash => {
        const block = seen().find(({ transactions }) => transactions.some(transaction => transaction.hash === hash))
        return block ? { hash, block: { number: block.number, hash: block.hash }, ok: true } : null
      },
      block: async number => seen()[number] ?? null,
      fees: async () => ({ base: this.base, tip: GWEI }),
      send: async raw => this.#take(parse(raw)),
    }
  }

  used = (account: string) => usedIn(this.blocks, account)

  /** What is next in its account and pays enough goes into the block. */
  mine(): void {
    const into: ModelTransaction[] = []
    for (const transaction of [...this.pool].sort((a, b) => a.nonce - b.nonce)) {
      const used = this.used(transaction.account) + into.filter(({ account }) => account === transaction.account).length
      if (transaction.nonce === used && transaction.maxFee >= this.base) into.push(transaction)
    }
    this.#extend(into)
  }

  drop(which: number): void {
    if (this.pool.length) this.pool.splice(which % this.pool.length, 1)
  }

  /** The last blocks are undone and others, empty, take their place; what they held waits again, or is forgotten. */
  reorganise(depth: number, forgets: boolean): void {
    const undone = this.blocks.splice(Math.max(1, this.blocks.length - depth))
    if (!forgets) this.pool.push(...undone.flatMap(({ transactions }) => transactions))
    for (let n = 0; n <= undone.length; n++) this.#extend([])
  }

  /** Somebody else uses the account's key: it waits in front of ours, or is in a block at once. */
  outside(account: string, atOnce: boolean): void {
    const nonce = this.used(account)
    const hash = this.#hash('outside')
    const theirs = { hash, account, nonce, content: 'outside', maxFee: 900n * GWEI, tip: 90n * GWEI }
    this.pool = this.pool.filter(other => other.account !== account || other.nonce !== nonce)
    if (atOnce) this.#extend([theirs])
    else this.pool.push(theirs)
  }

  contents = () => this.blocks.flatMap(({ transactions }) => transactions.map(({ content }) => content))

  #take(transaction: ModelTransaction): string | null {
    const { account, nonce, maxFee, tip, hash } = transaction
    if (nonce < this.used(account)) return 'nonce too low'
    if (maxFee < this.base) return 'max fee per gas less than block base fee'
    const other = this.pool.find(one => one.account === account && one.nonce === nonce)
    if (other?.hash === hash) return 'already known'
    const enough = (fee: bigint, before: bigint) => fee * 100n >= before * 110n
    if (other && !(enough(maxFee, other.maxFee) && enough(tip, other.tip))) return 'replacement transaction underpriced'
    this.pool = [...this.pool.filter(one => one !== other), transaction]
    return null
  }

  #extend(transactions: ModelTransaction[]): void {
    const number = this.blocks.length
    this.blocks.push({ number, hash: this.#hash('block'), timestamp: 1_700_000_000 + number, transactions })
    this.pool = this.pool.filter(({ account, nonce }) => nonce >= this.used(account))
  }

  #hash = (kind: string) => keccak256(toUtf8Bytes(`${kind} ${this.#made++}`))
}

const usedIn = (blocks: Block[], of: string) =>
  blocks.flatMap(({ transactions }) => transactions).filter(({ account }) => account === of).length

export const modelSign = async (kid: string, unsigned: string) => kid + unsigned.slice(2)

function parse(raw: string): ModelTransaction {
  const account = raw.slice(0, 42)
  const { nonce, to, data, maxFeePerGas, maxPriorityFeePerGas } = Transaction.from(`0x${raw.slice(42)}`)
  return {
    hash: keccak256(raw), account, nonce, content: `${to ?? ''}:${data}`,
    maxFee: maxFeePerGas ?? 0n, tip: maxPriorityFeePerGas ?? 0n,
  }
}

function missing(): never {
  throw new Error('A chain has a first block')
}
