// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Wallet } from 'ethers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { migrate, openPostgres, readMigrations } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import type { LedgerTables } from '#service/adapters/ledger/tables.ts'
import { startAnvil } from '#tests/support/anvil.ts'
import type { AnvilNode } from '#tests/support/anvil.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { ledgerWorld } from './ledger-world.ts'
import type { LedgerWorld } from './ledger-world.ts'
import { eachDatabase } from './support.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const WORKER = fileURLToPath(new URL('./ledger-worker.ts', import.meta.url))

for (const { name, open } of eachDatabase) {
  describe(`nonces and reorganisations, journalled in ${name}`, () => {
    let database: Database
    let node: AnvilNode
    let world: LedgerWorld

    beforeAll(async () => { database = await open() })
    afterAll(async () => database.close())
    beforeEach(async () => {
      node = await startAnvil()
      await node.ask('evm_setAutomine', false)
      world = await ledgerWorld(database, node)
      // The money given must be older than what is undone.
      await node.mine(5)
    })
    afterEach(async () => {
      world.close()
      await node.stop()
    })

    const find = async (n: number) => (await world.journal.find(world.thing(n).key)) ?? Promise.reject(new Error(`not asked: ${n}`))
    const settleAll = async () => {
      for (let n = 0; n < 14 && (await world.worker().follow()) > 0; n++) {
        world.clock.now += 61_000
        await node.mine()
      }
      expect(await world.worker().follow()).toBe(0)
    }

    it('gives another nonce to what an outside transaction displaced, once that is settled, and loses and doubles nothing', async () => {
      for (const n of [1, 2, 3]) await world.worker().submit(world.thing(n))
      await world.outside(0)
      await node.mine()
      await world.worker().follow()
      expect((await find(1)).nonce).toBe(0)
      expect((await find(1)).rival).not.toBeNull()
      await settleAll()
      expect((await find(1)).nonce).toBe(3)
      expect(await world.done()).toEqual(['outside', ...[2, 3, 1].map(n => world.thing(n).data)])
      expect(world.happened).toEqual([{ what: 'displaced', account: world.account, nonce: 0, purpose: 'pay' }])
    })

    it('keeps its nonce when the outside transaction is undone before it is settled', async () => {
      await world.worker().submit(world.thing(1))
      await world.outside(0)
      await node.mine()
      await world.worker().follow()
      await node.ask('anvil_reorg', 1, [])
      await node.ask('anvil_dropAllTransactions')
      await node.mine()
      await world.worker().follow()
      expect(await find(1)).toMatchObject({ nonce: 0, rival: null })
      await settleAll()
      expect(await world.done()).toEqual([world.thing(1).data])
    })

    it('fills a nonce below its own that an undone outside transaction left empty', async () => {
      await world.outside(0)
      await node.mine()
      await world.worker().submit(world.thing(1))
      expect((await find(1)).nonce).toBe(1)
      await node.ask('anvil_reorg', 1, [])
      await node.ask('anvil_dropAllTransactions')
      await node.mine()
      await settleAll()
      expect(await world.done()).toEqual(['0x', world.thing(1).data])
      expect(world.happened.map(({ what }) => what)).toContain('filled')
    })

    it('sends again what a reorganisation dropped, and its receipt follows the final block', async () => {
      await world.worker().submit(world.thing(1))
      await node.mine()
      await world.worker().follow()
      const before = (await find(1)).block
      expect(before).not.toBeNull()
      await node.ask('anvil_reorg', 1, [])
      await node.ask('anvil_dropAllTransactions')
      await node.mine(2)
      await world.worker().follow()
      expect(await find(1)).toMatchObject({ state: 'signed', block: null })
      world.clock.now += 5_000
      await settleAll()
      const { state, block, hash } = await find(1)
      const receipt = await node.ask<{ blockHash: string; blockNumber: string }>('eth_getTransactionReceipt', hash)
      const { timestamp } = await node.ask<{ timestamp: string }>('eth_getBlockByNumber', receipt.blockNumber, false)
      expect(state).toBe('confirmed')
      expect(block).toEqual({ number: Number(receipt.blockNumber), hash: receipt.blockHash, timestamp: Number(timestamp) })
      expect(block?.hash).not.toBe(before?.hash)
      expect(await world.done()).toEqual([world.thing(1).data])
    })

    it('moves with its transaction into the other block of a reorganisation that kept it', async () => {
      await world.worker().submit(world.thing(1))
      await node.mine()
      await world.worker().follow()
      const [before, raw] = [(await find(1)).block, (await find(1)).raw]
      await node.ask('anvil_reorg', 2, [[raw, 1]])
      await node.mine()
      await world.worker().follow()
      expect((await find(1)).block?.hash).not.toBe(before?.hash)
      await settleAll()
      expect(await find(1)).toMatchObject({ state: 'confirmed' })
      expect(await world.done()).toEqual([world.thing(1).data])
    })

    it('leaves confirmed what was confirmed at depth when younger blocks are undone', async () => {
      await world.worker().submit(world.thing(1))
      await node.mine(3)
      expect(await world.worker().follow()).toBe(0)
      const confirmed = await find(1)
      expect(confirmed.state).toBe('confirmed')
      await node.ask('anvil_reorg', 2, [])
      await node.mine()
      await world.worker().follow()
      expect(await find(1)).toEqual(confirmed)
    })

    it('asks anew, under another key, what ended reverted in the block that a reorganisation moved it to', async () => {
      const target = world.thing(1).to
      const refusing = '0x60006000fd'
      await world.worker().submitAnew(world.thing(1))
      await node.mine()
      await world.worker().follow()
      const raw = (await find(1)).raw
      await node.ask('anvil_reorg', 2, [])
      await node.ask('anvil_dropAllTransactions')
      await node.ask('anvil_setCode', target, refusing)
      await node.ask('eth_sendRawTransaction', raw)
      await settleAll()
      expect((await find(1)).state).toBe('reverted')
      await node.ask('anvil_setCode', target, '0x')
      const anew = await world.worker().submitAnew(world.thing(1))
      expect(anew).toMatchObject({ key: `${world.thing(1).key}:again-2`, nonce: 1 })
      await settleAll()
      expect(await world.worker().submitAnew(world.thing(1))).toMatchObject({ key: anew.key, state: 'confirmed' })
    })

    it('is not confirmed before its depth, however often it is asked', async () => {
      await world.worker().submit(world.thing(1))
      await node.mine(2)
      for (let n = 0; n < 3; n++) expect(await world.worker().follow()).toBe(1)
      await node.mine()
      expect(await world.worker().follow()).toBe(0)
    })
  })
}

describe('several processes on one PostgreSQL and one account', () => {
  it('give every thing its own nonce, without a gap or a double, although one of them is killed', async () => {
    const server = await startPostgres()
    const node = await startAnvil(['--block-time', '1'])
    const database = await openPostgres(server.url)
    try {
      await migrate(database, await readMigrations())
      const wallet = Wallet.createRandom()
      await database.db.withTables<LedgerTables>().insertInto('ledger_accounts').values({ address: wallet.address, name: 'shared', kid: 'shared' }).execute()
      await node.ask('anvil_setBalance', wallet.address, '0x56bc75e2d63100000')
      const thing = (n: number) => ({ key: `thing:${n}`, account: wallet.address, purpose: 'pay', to: `0x${'f'.repeat(40)}`, data: `0x${n.toString(16).padStart(4, '0')}`, value: 1 })
      // Each asks some things of its own and some that the others ask too.
      const start = (numbers: number[]) => spawn(process.execPath, [WORKER, JSON.stringify({
        databaseUrl: server.url, ledgerUrl: node.url, key: wallet.privateKey, calls: numbers.map(thing),
      })], { stdio: 'inherit' })
      const ended = (process: ReturnType<typeof start>) => new Promise<number | null>(resolve => process.once('exit', resolve))
      const doomed = start([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      const others = [start([1, 3, 5, 7, 9, 11, 12]), start([2, 4, 6, 8, 10, 12, 13])].map(ended)
      const killed = ended(doomed)
      setTimeout(() => doomed.kill('SIGKILL'), 1_500)
      expect(await Promise.all(others)).toEqual([0, 0])
      await killed
      const rows = await database.db.withTables<LedgerTables>().selectFrom('ledger_transactions').select(['nonce', 'state']).orderBy('nonce').execute()
      expect(rows).toEqual(Array.from({ length: 13 }, (_, nonce) => ({ nonce, state: 'confirmed' })))
      expect(Number(await node.ask('eth_getTransactionCount', wallet.address, 'latest'))).toBe(13)
    } finally {
      await database.close()
      await node.stop()
      await server.stop()
    }
  })
})
