// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { Transaction, Wallet } from 'ethers'
import type { TransactionLike } from 'ethers'
import type { Database } from '#service/adapters/database/index.ts'
import { chainOf } from '#service/adapters/ledger/chain.ts'
import { connectTo } from '#service/adapters/ledger/connection.ts'
import type { FollowNeeds, Happening } from '#service/adapters/ledger/follow.ts'
import { journalOn } from '#service/adapters/ledger/journal.ts'
import { senderOf } from '#service/adapters/ledger/sender.ts'
import type { LedgerTables } from '#service/adapters/ledger/tables.ts'

export const GWEI = 1_000_000_000n
const RICH = `0x${(10n ** 20n).toString(16)}`

export type LedgerWorld = Awaited<ReturnType<typeof ledgerWorld>>

/** Two accounts with money on an outside node, an empty journal, and a clock that a test moves. */
export async function ledgerWorld(database: Database, node: { url: string; ask(method: string, ...params: unknown[]): Promise<unknown> }) {
  const db = database.db.withTables<LedgerTables>()
  for (const table of ['ledger_transactions', 'ledger_network', 'ledger_accounts'] as const) await db.deleteFrom(table).execute()
  const wallets = [0, 1].map(() => new Wallet(`0x${randomBytes(32).toString('hex')}`))
  await db.insertInto('ledger_accounts').values(wallets.map(({ address }) => ({ address, name: address, kid: address }))).execute()
  for (const { address } of wallets) await node.ask('anvil_setBalance', address, RICH)
  const journal = journalOn(db)
  const closers: (() => void)[] = []
  const happened: Happening[] = []
  const clock = { now: Date.parse('2026-07-01T08:00:00Z') }
  const walletOf = (address: string) => wallets.find(wallet => wallet.address === address) ?? missing(address)

  /** One worker, as another process would be. */
  const worker = (over: Partial<FollowNeeds> = {}, url = node.url) => {
    const connection = connectTo(url, undefined, () => clock.now)
    closers.push(connection.close)
    return senderOf({
      connection, chain: chainOf(connection), journal, settling: { depth: 3, ms: 0 }, patience: { ms: 60_000 }, cap: 500n * GWEI,
      ownNode: false, now: () => new Date(clock.now), fund: async () => undefined, tell: one => void happened.push(one),
      sign: async (kid, unsigned) => walletOf(kid).signTransaction(Transaction.from(unsigned)), ...over,
    })
  }
  const first = wallets[0] ?? missing('first')
  return {
    db, journal, worker, happened, clock, account: first.address, other: wallets[1]?.address ?? '',
    /** A thing to ask, told from the others by its data. */
    thing: (n: number, account = first.address) => ({
      key: `thing:${account}:${n}`, account, purpose: 'pay', to: `0x${'f'.repeat(40)}`, data: `0x${n.toString(16).padStart(8, '0')}`, value: 1n,
    }),
    /** Somebody uses the account's key elsewhere. */
    outside: async (nonce: number, over: TransactionLike = {}) => node.ask('eth_sendRawTransaction', await first.signTransaction({
      type: 2, chainId: Number(await node.ask('eth_chainId')), nonce, to: first.address, value: 7n, gasLimit: 21_000n,
      maxFeePerGas: 90n * GWEI, maxPriorityFeePerGas: 9n * GWEI, ...over,
    })),
    /** The data of every transaction in the chain, in order: what was really done, and how often. */
    done: async (): Promise<string[]> => {
      const last = Number(await node.ask('eth_blockNumber'))
      const blocks = await Promise.all(Array.from({ length: last + 1 }, (_, n) => node.ask('eth_getBlockByNumber', `0x${n.toString(16)}`, true)))
      return (blocks as { transactions: { input: string; value: string }[] }[]).flatMap(({ transactions }) =>
        transactions.map(({ input, value }) => (value === '0x7' ? 'outside' : input)))
    },
    close: () => closers.splice(0).forEach(close => close()),
  }
}

function missing(what: string): never {
  throw new Error(`No wallet: ${what}`)
}
