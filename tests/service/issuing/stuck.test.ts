// SPDX-License-Identifier: EUPL-1.2
import { Transaction } from 'ethers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '#service/adapters/database/index.ts'
import { startAnvil } from '#tests/support/anvil.ts'
import type { AnvilNode } from '#tests/support/anvil.ts'
import { GWEI, ledgerWorld } from './ledger-world.ts'
import type { LedgerWorld } from './ledger-world.ts'
import { eachDatabase } from './support.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

for (const { name, open } of eachDatabase) {
  describe(`fees of transactions journalled in ${name}`, () => {
    let database: Database
    let node: AnvilNode
    let world: LedgerWorld

    beforeAll(async () => { database = await open() })
    afterAll(async () => database.close())
    beforeEach(async () => {
      node = await startAnvil()
      await node.ask('evm_setAutomine', false)
      world = await ledgerWorld(database, node)
    })
    afterEach(async () => {
      world.close()
      await node.stop()
    })

    const base = (gwei: number) => node.ask('anvil_setNextBlockBaseFeePerGas', `0x${(BigInt(gwei) * GWEI).toString(16)}`)
    const variants = async (n: number) => world.journal.variantsOf((await world.journal.find(world.thing(n).key))?.sequence ?? 0)
    const settleAll = async () => {
      for (let n = 0; n < 10 && (await world.worker().follow()) > 0; n++) await node.mine()
      expect(await world.worker().follow()).toBe(0)
    }
    /** Blocks go by without a transaction: each asks for more than it offers. */
    const passBy = async (gwei: number) => {
      for (let n = 0; n < 3; n++) { await base(gwei); await node.mine() }
      await base(gwei)
      world.clock.now += 61_000
    }

    it('outbids a transaction that blocks have passed by, by an eighth at least, at the same nonce and with the same content', async () => {
      await world.worker().submit(world.thing(1))
      await passBy(5)
      await world.worker().follow()
      const [cheap, dear, ...more] = await variants(1)
      if (!cheap || !dear) throw new Error('not outbid')
      expect(more).toEqual([])
      expect(dear.price.maxFee * 8n).toBeGreaterThanOrEqual(cheap.price.maxFee * 9n)
      expect(dear.price.tip * 8n).toBeGreaterThanOrEqual(cheap.price.tip * 9n)
      const contentOf = ({ raw }: { raw: string }) => {
        const { nonce, to, data, value, gasLimit, chainId } = Transaction.from(raw)
        return { nonce, to, data, value, gasLimit, chainId }
      }
      expect(contentOf(dear)).toEqual(contentOf(cheap))
      await settleAll()
      expect(await world.done()).toEqual([world.thing(1).data])
      expect(await world.journal.find(world.thing(1).key)).toMatchObject({ state: 'confirmed', hash: dear.hash })
      expect(world.happened).toEqual([{ what: 'outbid', account: world.account, nonce: 0, purpose: 'pay' }])
    })

    it('outbids nothing while no block is made, however long that lasts', async () => {
      await world.worker().submit(world.thing(1))
      world.clock.now += 24 * 3_600_000
      await world.worker().follow()
      expect(await variants(1)).toHaveLength(1)
    })

    it('recognises the cheaper form when it lands after a crash between journalling and sending the dearer one', async () => {
      await world.worker().submit(world.thing(1))
      await passBy(5)
      const dying = world.worker({
        journal: { ...world.journal, keepSigned: async (...given) => {
          await world.journal.keepSigned(...given)
          throw new Error('killed')
        } },
      })
      await expect(dying.follow()).rejects.toThrow('killed')
      const [cheap, dear] = await variants(1)
      expect(dear?.sent).toBeNull()
      await base(1)
      // Anvil drops from its pool what a block could not take; another node of the network still has it.
      await node.ask('eth_sendRawTransaction', cheap?.raw)
      await node.mine()
      await settleAll()
      expect(await world.journal.find(world.thing(1).key)).toMatchObject({ state: 'confirmed', hash: cheap?.hash })
      expect(await world.done()).toEqual([world.thing(1).data])
    })

    it('keeps one dearer form when two workers outbid at once', async () => {
      await world.worker().submit(world.thing(1))
      await passBy(5)
      await Promise.all([world.worker().follow(), world.worker({ cap: 80n * GWEI }).follow()])
      expect(await variants(1)).toHaveLength(2)
      await settleAll()
      expect(await world.done()).toEqual([world.thing(1).data])
    })

    it('stays under the cap: says what the network asks for, waits, and goes on when it is less', async () => {
      const careful = () => world.worker({ cap: 4n * GWEI })
      await careful().submit(world.thing(1))
      await passBy(9)
      await expect(careful().follow()).rejects.toMatchObject({ code: 'ERR_LEDGER_FEES', values: { account: world.account } })
      await node.mine()
      await expect(careful().submit(world.thing(2))).rejects.toMatchObject({ code: 'ERR_LEDGER_FEES' })
      expect(await world.journal.find(world.thing(2).key)).toBeUndefined()
      await base(1)
      await node.mine()
      await careful().submit(world.thing(2))
      for (let n = 0; n < 10 && (await careful().follow()) > 0; n++) await node.mine()
      expect(await world.done()).toEqual([world.thing(1).data, world.thing(2).data])
    })

    it('says by a code which account has no funds, serves the others, and sends what waited once it has', async () => {
      await world.worker().submit(world.thing(1))
      await node.ask('anvil_dropTransaction', (await variants(1))[0]?.hash)
      await node.ask('anvil_setBalance', world.account, '0x0')
      const failure = await world.worker().submit(world.thing(2, world.other)).catch((error: unknown) => error)
      expect(failure).toMatchObject({ name: 'ServiceError', code: 'ERR_LEDGER_FUNDS', values: { account: world.account } })
      await node.mine()
      expect(await world.done()).toEqual([world.thing(2).data])
      await node.ask('anvil_setBalance', world.account, '0x56bc75e2d63100000')
      await settleAll()
      expect((await world.done()).sort()).toEqual([world.thing(1).data, world.thing(2).data])
    })

    it('puts back a transaction that the node dropped from its pool', async () => {
      for (const n of [1, 2]) await world.worker().submit(world.thing(n))
      await node.ask('anvil_dropTransaction', (await variants(1))[0]?.hash)
      await node.mine()
      expect(await world.done()).toEqual([])
      await settleAll()
      expect(await world.done()).toEqual([world.thing(1).data, world.thing(2).data])
    })
  })
}

describe('a network that asks nothing', () => {
  it('takes transactions of accounts that own nothing', async () => {
    const node = await startAnvil(['--block-base-fee-per-gas', '0', '--disable-min-priority-fee'])
    const [kind] = eachDatabase
    if (!kind) throw new Error('no database')
    const database = await kind.open()
    const world = await ledgerWorld(database, node)
    try {
      await node.ask('anvil_setBalance', world.account, '0x0')
      await world.worker({ settling: { depth: 1, ms: 0 }, cap: 0n }).submit({ ...world.thing(1), value: 0n })
      expect(await world.done()).toEqual([world.thing(1).data])
      expect((await world.journal.find(world.thing(1).key))?.request).toMatchObject({ maxFeePerGas: '0', maxPriorityFeePerGas: '0' })
    } finally {
      world.close()
      await database.close()
      await node.stop()
    }
  })
})
