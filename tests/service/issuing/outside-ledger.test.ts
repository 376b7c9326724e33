// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HDNodeWallet, JsonRpcProvider } from 'ethers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { migrate, openInMemory, openPostgres, readMigrations } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { systemEdge } from '#service/adapters/people/index.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { secretsFrom } from '#service/secrets.ts'
import { issuingRound, listCredentials, runIssuing } from '#service/use-cases/issuing/index.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { freePort } from '#tests/support/ports.ts'
import { learner, school, settle, validate } from './school.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const ANVIL = fileURLToPath(new URL('../../../node_modules/.bin/anvil', import.meta.url))
/** The phrase every development node shares: its first account has money of no value. */
const rich = HDNodeWallet.fromPhrase('test test test test test test test test test test test junk')

describe('a network that is not ours', () => {
  let folder: string
  let port: number
  let node: ChildProcess
  let database: Database
  const secret = randomBytes(32).toString('hex')
  const closers: (() => unknown)[] = []

  async function startNode() {
    node = spawn(ANVIL, ['--port', String(port), '--state', join(folder, 'state.json'), '--silent'], { stdio: 'ignore' })
    const alive = () => fetch(`http://127.0.0.1:${port}`, { method: 'POST' }).then(() => true, () => false)
    while (!(await alive())) await new Promise(resolve => setTimeout(resolve, 50))
  }
  async function stopNode() {
    if (node.exitCode !== null) return
    const ended = new Promise(resolve => node.once('exit', resolve))
    node.kill('SIGTERM')
    await ended
  }
  async function needsOn(own: Database) {
    const ledger = { rpcUrl: `http://127.0.0.1:${port}`, accountKey: rich.privateKey, confirmations: 1 }
    const made = await issuingNeeds({
      config: { publicOrigin: 'http://localhost:3998', dataDir: folder, ledger },
      database: own, secrets: secretsFrom(secret), edge: systemEdge, ledger: { rpcUrl: ledger.rpcUrl, embedded: false },
    })
    closers.push(made.close)
    return { needs: made.needs, state: { ledgerAnswers: false, registered: false, lastError: null } }
  }
  const statuses = async (needs: Awaited<ReturnType<typeof needsOn>>['needs']) =>
    (await listCredentials(needs)(learner.id)).map(({ status }) => status)
  const until = async (done: () => Promise<boolean>, work: () => Promise<unknown>, tries = 100) => {
    for (let n = 0; n < tries && !(await done()); n++) {
      await work()
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    expect(await done()).toBe(true)
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'compagnon-outside-'))
    port = await freePort()
    await startNode()
  })
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
    await stopNode()
    await rm(folder, { recursive: true, force: true })
  })

  const opened = async (own: Database) => {
    await migrate(own, await readMigrations())
    await settle(own)
    closers.push(own.close)
    return own
  }

  it('is paid by the account of LEDGER_ACCOUNT_KEY, used before or not, which gives each institution what its gas costs', async () => {
    database = await opened(await openInMemory())
    const before = new JsonRpcProvider(`http://127.0.0.1:${port}`, 31337, { staticNetwork: true })
    await (await rich.connect(before).sendTransaction({ to: rich.address, value: 1n })).wait()
    before.destroy()
    const { needs, state } = await needsOn(database)
    await validate(database)
    await until(async () => (await statuses(needs)).every(status => status === 'ready'), issuingRound(needs, state))
    const provider = new JsonRpcProvider(`http://127.0.0.1:${port}`, 31337, { staticNetwork: true })
    const given = await provider.getTransactionCount(rich.address)
    const balance = await provider.getBalance(await needs.ledger.accountOf(school))
    provider.destroy()
    expect(given).toBe(1 + 3)
    expect(balance).toBeGreaterThan(0n)
  })

  it('delays while it is away and loses nothing; the state says so', async () => {
    database = await opened(await openInMemory())
    const { needs, state } = await needsOn(database)
    const round = issuingRound(needs, state)
    await until(async () => state.registered, round)
    await stopNode()
    await validate(database)
    await until(async () => (await statuses(needs))[0] === 'anchoring', round)
    expect(state).toMatchObject({ ledgerAnswers: false })
    expect(await needs.ledger.answers()).toBe(false)
    await startNode()
    await until(async () => (await statuses(needs))[0] === 'ready', round)
    expect(state).toMatchObject({ ledgerAnswers: true })
  })

  it('gives an account again what its gas costs when it can no longer pay for what is journalled', async () => {
    database = await opened(await openInMemory())
    const { needs, state } = await needsOn(database)
    const round = issuingRound(needs, state)
    await until(async () => state.registered, round)
    const provider = new JsonRpcProvider(`http://127.0.0.1:${port}`, 31337, { staticNetwork: true })
    const account = await needs.ledger.accountOf(school)
    await provider.send('evm_setAutomine', [false])
    await validate(database)
    const waits = async () => (await provider.getTransactionCount(account, 'pending')) > (await provider.getTransactionCount(account, 'latest'))
    await until(waits, round)
    await provider.send('anvil_dropAllTransactions', [])
    await provider.send('anvil_setBalance', [account, '0x0'])
    await provider.send('evm_setAutomine', [true])
    await until(async () => (await statuses(needs)).every(status => status === 'ready'), round)
    expect(await provider.getBalance(account)).toBeGreaterThan(0n)
    provider.destroy()
  })

  it('says once that the ledger is away and once that it is back', async () => {
    database = await opened(await openInMemory())
    const { needs } = await needsOn(database)
    const [said, failed]: [boolean[], unknown[]] = [[], []]
    const issuing = runIssuing(needs, {
      everyMs: { busy: 50, idle: 50 }, onError: error => void failed.push(error), onLedger: answers => void said.push(answers),
      onPlace: async () => undefined,
    })
    closers.push(issuing.stop)
    const idle = async () => undefined
    await until(async () => said.length > 0 && issuing.state().registered, idle, 900)
    await validate(database)
    said.length = 0
    await stopNode()
    await until(async () => said.length > 0, idle, 300)
    await new Promise(resolve => setTimeout(resolve, 1_500))
    await startNode()
    await until(async () => said.length > 1 && (await statuses(needs)).every(status => status === 'ready'), idle, 900)
    expect(said).toEqual([false, true])
    expect(failed).toEqual([])
  })

  it('gives one credential and one anchor to each result when three replicas work at once', async () => {
    const server = await startPostgres()
    closers.push(server.stop)
    const replicas = []
    for (let n = 0; n < 3; n++) replicas.push(await needsOn(await opened(await openPostgres(server.url))))
    const [first] = replicas
    if (!first) throw new Error('no replica')
    const own = await openPostgres(server.url)
    closers.push(own.close)
    for (let n = 0; n < 5; n++) await validate(own)
    const rounds = replicas.map(({ needs, state }) => issuingRound(needs, state))
    await until(async () => (await statuses(first.needs)).every(status => status === 'ready'), () => Promise.all(rounds.map(round => round())))
    const tables = own.db.withTables<{ credentials: { record_key: string; leaf: string }; ledger_transactions: { purpose: string; state: string }; batches: { id: string }; issuers: { did: string }; status_lists: { id: string } }>()
    expect((await tables.selectFrom('credentials').select('leaf').distinct().execute()).length).toBe(5)
    expect((await tables.selectFrom('issuers').selectAll().execute()).length).toBe(1)
    expect((await tables.selectFrom('status_lists').selectAll().execute()).length).toBe(1)
    const sent = await tables.selectFrom('ledger_transactions').select(['purpose', 'state']).execute()
    expect(sent.filter(({ purpose }) => purpose === 'deploy').length).toBe(1)
    expect(sent.filter(({ purpose }) => purpose === 'anchor').length).toBe((await tables.selectFrom('batches').selectAll().execute()).length)
    expect(new Set(sent.map(({ state }) => state))).toEqual(new Set(['confirmed']))
  })
})
