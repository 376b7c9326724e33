// SPDX-License-Identifier: EUPL-1.2
// `npm run test:ledger`: what the service needs of a network, on whichever one is named by LEDGER_RPC_URL and paid for by
// LEDGER_ACCOUNT_KEY; without them, on two engines that npm brings. It spends a few million gas of that account.
import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { Contract, HDNodeWallet, JsonRpcProvider, Transaction, Wallet, sha256 } from 'ethers'
import { network } from 'hardhat'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import { migrate, openInMemory, readMigrations } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { chainOf } from '#service/adapters/ledger/chain.ts'
import { connectTo } from '#service/adapters/ledger/connection.ts'
import { journalOn } from '#service/adapters/ledger/journal.ts'
import { senderOf } from '#service/adapters/ledger/sender.ts'
import type { LedgerTables } from '#service/adapters/ledger/tables.ts'
import { systemEdge } from '#service/adapters/people/index.ts'
import { readConfig } from '#service/config.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { secretsFrom } from '#service/secrets.ts'
import { issuingRound, listCredentials } from '#service/use-cases/issuing/index.ts'
import { startAnvil } from '#tests/support/anvil.ts'
import { freePort } from '#tests/support/ports.ts'
import { learner, school, settle, validate } from './school.ts'

// A consortium makes a block every few seconds, and some thirty of them are waited for.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 })

type Engine = { name: string; start(): Promise<{ url: string; key: string; stop(): Promise<void> }> }

/** The phrase every development node shares: its first account has money of no value. */
const rich = HDNodeWallet.fromPhrase('test test test test test test test test test test test junk').privateKey
const { LEDGER_RPC_URL, LEDGER_ACCOUNT_KEY, LEDGER_MAX_FEE, LEDGER_CONFIRMATIONS = '1' } = process.env

const named: Engine[] = LEDGER_RPC_URL === undefined ? [] : [{
  name: 'the network of LEDGER_RPC_URL',
  start: async () => ({ url: LEDGER_RPC_URL, key: LEDGER_ACCOUNT_KEY ?? rich, stop: async () => undefined }),
}]
const ours: Engine[] = [
  { name: 'Anvil', start: async () => {
    const { url, stop } = await startAnvil(['--block-time', '1', '--hardfork', 'osaka'])
    return { url, key: rich, stop: () => stop() }
  } },
  { name: 'Hardhat', start: async () => {
    const port = await freePort()
    const server = await network.createServer('sim', '127.0.0.1', port)
    await server.listen()
    return { url: `http://127.0.0.1:${port}`, key: rich, stop: () => server.close() }
  } },
]

for (const engine of named.length ? named : ours) {
  describe(`the service on ${engine.name}`, () => {
    let database: Database
    let node: Awaited<ReturnType<Engine['start']>>
    let provider: JsonRpcProvider
    const closers: (() => void)[] = []
    const config = () => readConfig({
      LEDGER_RPC_URL: node.url, LEDGER_ACCOUNT_KEY: node.key, LEDGER_CONFIRMATIONS, LEDGER_MAX_FEE, DEMONSTRATION: 'yes',
    })
    const secret = randomBytes(32).toString('hex')
    const replica = async () => {
      const { ledger } = config()
      const made = await issuingNeeds({
        config: { publicOrigin: 'http://localhost:3998', dataDir: '.', ledger }, database,
        secrets: secretsFrom(secret), edge: systemEdge, ledger: { rpcUrl: node.url, embedded: false },
      })
      closers.push(made.close)
      return made.needs
    }
    const pause = () => new Promise(resolve => setTimeout(resolve, 250))

    beforeAll(async () => {
      node = await engine.start()
      database = await openInMemory()
      await migrate(database, await readMigrations())
      await settle(database)
      provider = new JsonRpcProvider(node.url, undefined, { staticNetwork: true, cacheTimeout: -1 })
    })
    afterAll(async () => {
      for (const close of closers) close()
      provider?.destroy()
      await database?.close()
      await node?.stop()
    })

    it('deploys the contract, accredits an academy and a school, and anchors a credential and its status list', async () => {
      for (let n = 0; n < 2; n++) await validate(database)
      const needs = await replica()
      const round = issuingRound(needs, { ledgerAnswers: false, registered: false, lastError: null })
      const ready = async () => (await listCredentials(needs)(learner.id)).every(({ status }) => status === 'ready')
      for (let n = 0; n < 1_000 && !(await ready()); n++) { await round(); await pause() }
      expect(await ready()).toBe(true)
      while ((await needs.ledger.follow()) > 0) await pause()
      const place = await needs.ledger.place()
      const contract = new Contract(place?.contract ?? '', compiled.abi, provider)
      const tables = database.db.withTables<{ batches: { root: string } } & LedgerTables>()
      for (const { root } of await tables.selectFrom('batches').select('root').execute()) {
        expect(await contract.getFunction('anchorOf')(root)).not.toContain(0n)
      }
      const chain = await needs.ledger.accreditation(await needs.ledger.accountOf(school), 1)
      expect(chain.map(({ mayAccredit }) => mayAccredit)).toEqual([false, true])
      const sent = await tables.selectFrom('ledger_transactions').selectAll().execute()
      expect(new Set(sent.map(({ state }) => state))).toEqual(new Set(['confirmed']))
      for (const { hash, block_hash: block } of sent) {
        expect((await provider.getTransactionReceipt(hash ?? ''))?.blockHash).toBe(block)
      }
    })

    it('is refused by name what the contract forbids, and journals nothing for it', async () => {
      const { ledger } = await replica()
      const root = `0x${randomBytes(32).toString('hex')}`
      const journalled = async () => (await database.db.withTables<LedgerTables>().selectFrom('ledger_transactions').select('purpose').execute())
        .filter(({ purpose }) => purpose !== 'fund').length
      const before = await journalled()
      const stranger = await ledger.accountOf({ ...school, slug: 'never-accredited' })
      await expect(ledger.anchor({ root, kind: 1, issuer: stranger, turn: 1 })).rejects.toThrow(/CredentialAnchorNotAccredited/)
      const issuer = await ledger.accountOf(school)
      const [done] = await database.db.withTables<{ batches: { root: string } }>().selectFrom('batches').select('root').execute()
      await expect(ledger.anchor({ root: done?.root ?? '', kind: 1, issuer, turn: 99 })).rejects.toThrow(/CredentialAnchorAlreadyAnchored/)
      await expect(ledger.anchor({ root: `0x${'0'.repeat(64)}`, kind: 1, issuer, turn: 1 })).rejects.toThrow(/CredentialAnchorRootInvalid/)
      expect(await journalled()).toBe(before)
    })

    it('gives each thing that three workers ask its own nonce, and each once', async () => {
      const db = database.db.withTables<LedgerTables>()
      const payer = new Wallet(node.key)
      const { maxFee: cap = 0n } = config().ledger ?? {}
      const worker = () => {
        const connection = connectTo(node.url)
        closers.push(connection.close)
        return senderOf({
          connection, chain: chainOf(connection), journal: journalOn(db), settling: { depth: 1, ms: 0 }, patience: { ms: 120_000 },
          cap, ownNode: false, now: () => new Date(), fund: async () => undefined,
          sign: async (_kid, unsigned) => payer.signTransaction(Transaction.from(unsigned)),
        })
      }
      // What the tests before this one asked of the account is settled first.
      const rested = worker()
      while ((await rested.follow()) > 0) await pause()
      const before = await provider.getTransactionCount(payer.address)
      const things = [...Array(6).keys()].map(n => ({
        key: `three-workers:${n}`, account: payer.address, purpose: 'nothing', to: payer.address, data: `0x0${n}`,
      }))
      await Promise.all([worker(), worker(), worker()].map(async one => { for (const thing of things) await one.submit(thing) }))
      const last = worker()
      while ((await last.follow()) > 0) await pause()
      const rows = await db.selectFrom('ledger_transactions').select(['nonce', 'state']).where('purpose', '=', 'nothing').orderBy('nonce').execute()
      expect(rows).toEqual(things.map((_, n) => ({ nonce: before + n, state: 'confirmed' })))
      expect(await provider.getTransactionCount(payer.address)).toBe(before + things.length)
    })

    it('either checks P-256 signatures at address 0x100 (EIP-7951) or answers nothing there; it is said which', async () => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const message = randomBytes(32)
      const signature = createSign('sha256').update(message).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('hex')
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const point = [x, y].map(part => Buffer.from(part, 'base64url').toString('hex')).join('')
      const to = `0x${'100'.padStart(40, '0')}`
      const good = await provider.call({ to, data: sha256(message) + signature + point })
      const bad = await provider.call({ to, data: sha256(randomBytes(32)) + signature + point })
      console.log(`${engine.name}: ${good === '0x' ? 'no P-256 precompile; the contracts compute it themselves' : 'P-256 precompile present'}`)
      expect(['0x', `0x${'1'.padStart(64, '0')}`]).toContain(good)
      expect(bad).toBe('0x')
    })
  })
}
