// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JsonRpcProvider, Transaction, Wallet } from 'ethers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { fundOnEmbedded } from '#service/adapters/ledger/accounts.ts'
import { chainOf } from '#service/adapters/ledger/chain.ts'
import { connectTo, LedgerUnreachable } from '#service/adapters/ledger/connection.ts'
import { journalOn } from '#service/adapters/ledger/journal.ts'
import { senderOf } from '#service/adapters/ledger/sender.ts'
import type { LedgerTables } from '#service/adapters/ledger/tables.ts'
import { eachDatabase } from './support.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const wallets = [0, 1].map(() => new Wallet(`0x${randomBytes(32).toString('hex')}`))
const signWith = async (kid: string, unsigned: string) => {
  const wallet = wallets.find(({ address }) => address === kid)
  if (!wallet) throw new Error(kid)
  return wallet.signTransaction(Transaction.from(unsigned))
}

for (const { name, open } of eachDatabase) {
  describe(`ledger transactions journalled in ${name}`, () => {
    let database: Database
    let folder: string
    let node: EmbeddedLedger
    const closers: (() => void)[] = []
    const db = () => database.db.withTables<LedgerTables>()

    const sender = (depth = 1) => {
      const connection = connectTo(node.rpcUrl)
      closers.push(connection.close)
      return senderOf({
        connection, chain: chainOf(connection), journal: journalOn(db()), sign: signWith, settling: { depth, ms: 0 },
        patience: { ms: 60_000 }, cap: 500_000_000_000n, ownNode: true, now: () => new Date(),
        fund: addresses => fundOnEmbedded(connection, addresses),
      })
    }
    const pay = (n: number, wallet = wallets[0]) => ({
      key: `pay:${wallet?.address}:${n}`, account: wallet?.address ?? '', purpose: 'pay',
      to: `0x${String(n + 1).padStart(40, 'f')}`, data: '0x', value: 1n,
    })
    const onLedger = async () => {
      const provider = new JsonRpcProvider(node.rpcUrl, 31337, { staticNetwork: true })
      const counts = await Promise.all(wallets.map(({ address }) => provider.getTransactionCount(address)))
      provider.destroy()
      return counts.reduce((sum, count) => sum + count, 0)
    }
    const states = async () => (await db().selectFrom('ledger_transactions').select('state').execute()).map(row => row.state)

    beforeAll(async () => { database = await open() })
    afterAll(async () => database.close())
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'compagnon-ledger-'))
      node = await startEmbeddedLedger(folder)
      await db().deleteFrom('ledger_transactions').execute()
      await db().deleteFrom('ledger_accounts').execute()
      await db().insertInto('ledger_accounts').values(wallets.map(({ address }) => ({ address, name: address, kid: address }))).execute()
    })
    afterEach(async () => {
      closers.splice(0).forEach(close => close())
      await node.close()
      await rm(folder, { recursive: true, force: true })
    })

    it('sends one transaction for one key, however often it is asked', async () => {
      const asked = await Promise.all([1, 2, 3].map(() => sender().submit(pay(1))))
      const { hash } = await sender().submit(pay(1))
      expect(new Set(asked.map(({ nonce }) => nonce)).size).toBe(1)
      // Whoever asks between its reservation and its signature is told of it before it has a hash.
      expect(asked.filter((entry) => entry.hash !== hash && entry.hash !== null)).toEqual([])
      expect(hash).toMatch(/^0x/)
      expect(await onLedger()).toBe(1)
    })

    it('gives every transaction of an account its own nonce when many ask at once', async () => {
      await Promise.all([...Array(8).keys()].map(n => sender().submit(pay(n))))
      while (await sender().follow());
      expect(await onLedger()).toBe(8)
      expect(await states()).toEqual(Array(8).fill('confirmed'))
    })

    it('waits until a block is deep enough', async () => {
      await sender(3).submit(pay(1))
      expect(await sender(3).follow()).toBe(1)
      await sender(1).submit(pay(2))
      await sender(1).submit(pay(3))
      await sender(3).follow()
      expect(await states()).toContain('confirmed')
      expect((await journalOn(db()).find(pay(1).key))?.state).toBe('confirmed')
    })

    it('sends again, with the same bytes and in order, what a killed node forgot', async () => {
      for (const n of [1, 2, 3]) await sender().submit(pay(n, wallets[n % 2]))
      await sender().follow()
      const before = await db().selectFrom('ledger_transactions').select(['raw', 'hash']).orderBy('sequence').execute()
      await node.close()
      await rm(folder, { recursive: true })
      node = await startEmbeddedLedger(folder)
      expect(await onLedger()).toBe(0)
      while (await sender().follow());
      expect(await onLedger()).toBe(3)
      expect(await db().selectFrom('ledger_transactions').select(['raw', 'hash']).orderBy('sequence').execute()).toEqual(before)
    })

    it('follows a reorganisation that dropped its block', async () => {
      const provider = new JsonRpcProvider(node.rpcUrl, 31337, { staticNetwork: true })
      const snapshot = await provider.send('evm_snapshot', [])
      await sender().submit(pay(1))
      while (await sender().follow());
      const dropped = (await journalOn(db()).find(pay(1).key))?.block?.hash
      await provider.send('evm_revert', [snapshot])
      await provider.send('anvil_mine', ['0x3'])
      provider.destroy()
      // The node mines what it was sent in its own time.
      while (await sender().follow());
      const entry = await journalOn(db()).find(pay(1).key)
      expect(entry).toMatchObject({ state: 'confirmed' })
      expect(entry?.block?.hash).not.toBe(dropped)
      expect(await onLedger()).toBe(1)
    })

    it('signs and sends what a crash left reserved', async () => {
      const ready = await sender().submit(pay(1))
      await journalOn(db()).reserve({ key: 'half', account: ready.account, purpose: 'pay', request: ready.request }, 0)
      while (await sender().follow());
      expect((await journalOn(db()).find('half'))?.state).toBe('confirmed')
      expect(await onLedger()).toBe(2)
    })

    it('passes over the nonces that a key used before it was given to the journal', async () => {
      const provider = new JsonRpcProvider(node.rpcUrl, 31337, { staticNetwork: true })
      const [used, other] = wallets
      if (!used) throw new Error('no wallet')
      await provider.send('anvil_setBalance', [used.address, '0xde0b6b3a7640000'])
      await (await used.connect(provider).sendTransaction({ to: used.address, value: 2n })).wait()
      provider.destroy()
      expect(await sender().submit(pay(1))).toMatchObject({ nonce: 1 })
      await sender().submit(pay(2, other))
      while (await sender().follow());
      expect(await states()).toEqual(['confirmed', 'confirmed'])
      expect(await onLedger()).toBe(3)
    })

    it('says the ledger is unreachable, journals nothing new, and catches up later', async () => {
      await sender().submit(pay(1))
      await node.close()
      const down = sender()
      await expect(down.submit(pay(2))).rejects.toBeInstanceOf(LedgerUnreachable)
      await expect(down.follow()).rejects.toBeInstanceOf(LedgerUnreachable)
      node = await startEmbeddedLedger(folder)
      await sender().submit(pay(2))
      while (await sender().follow());
      expect(await onLedger()).toBe(2)
    })
  })
}
