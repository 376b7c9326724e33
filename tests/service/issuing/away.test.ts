// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '#service/adapters/database/index.ts'
import { LedgerUnreachable } from '#service/adapters/ledger/connection.ts'
import { startAnvil } from '#tests/support/anvil.ts'
import type { AnvilNode } from '#tests/support/anvil.ts'
import { ledgerWorld } from './ledger-world.ts'
import type { LedgerWorld } from './ledger-world.ts'
import { poorLine } from './poor-line.ts'
import type { Trouble } from './poor-line.ts'
import { eachDatabase } from './support.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const HOUR = 3_600_000

for (const { name, open } of eachDatabase) {
  describe(`a node in trouble, journalled in ${name}`, () => {
    let database: Database
    let folder: string
    let node: AnvilNode
    let line: Awaited<ReturnType<typeof poorLine>>
    let world: LedgerWorld

    beforeAll(async () => { database = await open() })
    afterAll(async () => database.close())
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'compagnon-away-'))
      node = await startAnvil(['--state', join(folder, 'state.json')])
      world = await ledgerWorld(database, node)
      line = await poorLine(node.url)
    })
    afterEach(async () => {
      world.close()
      await line.close()
      await node.stop()
      await rm(folder, { recursive: true, force: true })
    })

    const rows = async () => world.db.selectFrom('ledger_transactions').selectAll().orderBy('sequence').execute()
    const sends = () => line.heard.filter(method => method === 'eth_sendRawTransaction').length
    const portOf = ({ url }: AnvilNode) => Number(new URL(url).port)

    it('is waited for while it answers an older block than was seen: nothing is undone, nothing is sent', async () => {
      const worker = world.worker({ settling: { depth: 2, ms: 0 } }, line.url)
      await worker.submit(world.thing(1))
      await worker.submit(world.thing(2))
      await node.mine(2)
      expect(await worker.follow()).toBe(0)
      await worker.submit(world.thing(3))
      const [before, sent] = [await rows(), sends()]
      line.makes({ kind: 'behind', blocks: 3 })
      for (const one of [worker, world.worker({}, line.url)]) await expect(one.follow()).rejects.toBeInstanceOf(LedgerUnreachable)
      expect(await rows()).toEqual(before)
      expect(sends()).toBe(sent)
      line.makes({ kind: 'none' })
      world.clock.now += 1_000
      await node.mine()
      expect(await worker.follow()).toBe(0)
      expect(await world.done()).toEqual([1, 2, 3].map(n => world.thing(n).data))
      expect(world.happened).toEqual([])
    })

    it('is believed after an hour, as when the network was put back from a copy', async () => {
      const worker = world.worker({ settling: { depth: 1, ms: 0 } }, line.url)
      await worker.submit(world.thing(1))
      await node.mine(3)
      await worker.follow()
      line.makes({ kind: 'behind', blocks: 2 })
      await expect(worker.follow()).rejects.toBeInstanceOf(LedgerUnreachable)
      world.clock.now += HOUR
      expect(await worker.follow()).toBe(0)
    })

    const troubles: [string, Trouble][] = [
      ['answers a page instead of JSON', { kind: 'says', status: 200, text: '<html>Please sign in</html>' }],
      ['answers through a gateway that finds nothing', { kind: 'says', status: 502, text: 'Bad gateway' }],
      ['answers JSON that is no answer', { kind: 'says', status: 200, text: '{"jsonrpc":"2.0","id":1}' }],
      ['answers something else than was asked', { kind: 'says', status: 200, text: '{"jsonrpc":"2.0","id":1,"result":"banana"}' }],
      ['answers an object for everything', { kind: 'says', status: 200, text: '{"jsonrpc":"2.0","id":1,"result":{}}' }],
      ['answers nothing for everything', { kind: 'says', status: 200, text: '{"jsonrpc":"2.0","id":1,"result":null}' }],
      ['takes the question and hangs', { kind: 'hangs' }],
      ['cuts the line', { kind: 'cuts' }],
    ]
    for (const [words, trouble] of troubles) {
      it(`only delays when it ${words}`, async () => {
        const worker = world.worker({ settling: { depth: 2, ms: 0 } }, line.url)
        await worker.submit(world.thing(1))
        const before = await rows()
        line.makes(trouble)
        await expect(worker.follow()).rejects.toBeInstanceOf(LedgerUnreachable)
        await expect(world.worker({}, line.url).submit(world.thing(2))).rejects.toBeInstanceOf(LedgerUnreachable)
        expect(await rows()).toEqual(before)
        line.makes({ kind: 'none' })
        world.clock.now += 1_000
        await worker.submit(world.thing(2))
        await node.mine()
        expect(await worker.follow()).toBe(0)
        expect(await world.done()).toEqual([1, 2].map(n => world.thing(n).data))
      })
    }

    it('is asked less and less often while it is away for an hour, and takes up what waits within half a minute', async () => {
      const worker = world.worker({ settling: { depth: 1, ms: 0 } }, line.url)
      await worker.submit(world.thing(1))
      line.makes({ kind: 'cuts' })
      const before = line.heard.length
      for (const end = world.clock.now + HOUR; world.clock.now < end; world.clock.now += 1_000) {
        await expect(worker.follow()).rejects.toBeInstanceOf(LedgerUnreachable)
      }
      const asked = line.heard.length - before
      expect(asked).toBeGreaterThan(100)
      expect(asked).toBeLessThan(140)
      line.makes({ kind: 'none' })
      world.clock.now += 30_000
      await worker.submit(world.thing(2))
      expect(await worker.follow()).toBe(0)
      expect(await world.done()).toEqual([1, 2].map(n => world.thing(n).data))
    })

    it('is refused by a code, and sent nothing, when it is another network at the same address', async () => {
      await world.worker().submit(world.thing(1))
      const port = portOf(node)
      await node.stop()
      for (const other of [['--chain-id', '4242'], ['--timestamp', '1700000000']]) {
        node = await startAnvil(other, port)
        const failure = await world.worker().follow().catch((error: unknown) => error)
        expect(failure).toMatchObject({ name: 'ServiceError', code: 'ERR_LEDGER_OTHER_NETWORK' })
        await expect(world.worker().submit(world.thing(2))).rejects.toThrow()
        expect(await world.done()).toEqual([])
        await node.stop()
      }
      node = await startAnvil(['--state', join(folder, 'state.json')], port)
      await world.worker().submit(world.thing(2))
      await node.mine(3)
      expect(await world.worker().follow()).toBe(0)
      expect(await world.done()).toEqual([1, 2].map(n => world.thing(n).data))
    })
  })
}
