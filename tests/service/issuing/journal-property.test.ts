// SPDX-License-Identifier: EUPL-1.2
import type { JsonRpcProvider } from 'ethers'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '#service/adapters/database/index.ts'
import { journalOn } from '#service/adapters/ledger/journal.ts'
import type { Journal } from '#service/adapters/ledger/journal.ts'
import { senderOf } from '#service/adapters/ledger/sender.ts'
import type { LedgerTables } from '#service/adapters/ledger/tables.ts'
import { LedgerUnreachable } from '#service/adapters/ledger/unreachable.ts'
import { ServiceError } from '#service/use-cases/errors.ts'
import { memoryJournal } from './memory-journal.ts'
import { ModelChain, modelSign } from './model-chain.ts'
import { eachDatabase } from './support.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 })

const RUNS = Number(process.env.LEDGER_RUNS ?? 1_000)
const DEPTH = 3
const GWEI = 1_000_000_000n
const accounts = ['a', 'b'].map(letter => `0x${letter.repeat(40)}`)

/** Whoever is killed does nothing more. */
class Killed extends Error {}

/** What can happen; `worker` is one of two on one journal, `at` the step of its next round at which something befalls it. */
type Event =
  | { do: 'ask'; worker: number; account: number }
  | { do: 'round'; worker: number }
  | { do: 'both' }
  | { do: 'kill'; worker: number; at: number | string; after: boolean }
  | { do: 'mine' } | { do: 'mineDuring'; worker: number; at: number }
  | { do: 'drop'; which: number }
  | { do: 'reorganise'; depth: number; forgets: boolean }
  | { do: 'outside'; account: number; atOnce: boolean }
  | { do: 'fees'; gwei: number }
  | { do: 'lag'; worker: number; blocks: number }
  | { do: 'wait'; seconds: number }
  | { do: 'stick' }

const worker = fc.nat(1)
const account = fc.nat(1)
const at = fc.integer({ min: 1, max: 30 })
/** Any step, or the ones between which a crash is most awkward. */
const killedAt = fc.oneof(at, fc.constantFrom('reserve', 'keepSigned', 'send', 'keepSending', 'keepSeen', 'keepRival', 'renew', 'fill'))
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ask' as const), worker, account }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('round' as const), worker }) },
  { weight: 2, arbitrary: fc.constant({ do: 'both' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), worker, at: killedAt, after: fc.boolean() }) },
  { weight: 4, arbitrary: fc.constant({ do: 'mine' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mineDuring' as const), worker, at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reorganise' as const), depth: fc.integer({ min: 1, max: DEPTH - 1 }), forgets: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('outside' as const), account, atOnce: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fees' as const), gwei: fc.constantFrom(1, 5, 30, 80) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lag' as const), worker, blocks: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'stick' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(5, 70) }) },
)

/** A crash between journalling a dearer form and sending it; then the cheaper one lands after all. */
const cheaperOneLands: Event[] = [
  { do: 'ask', worker: 0, account: 0 }, { do: 'stick' }, { do: 'kill', worker: 0, at: 'keepSigned', after: true },
  { do: 'round', worker: 0 }, { do: 'fees', gwei: 1 }, { do: 'mine' },
]

/** Every step of `target` is a call; `step` is told before and after each. */
function watched<T extends object>(target: T, step: (name: string, after: boolean) => void): T {
  return new Proxy(target, {
    get: (of, name, self) => {
      const value: unknown = Reflect.get(of, name, self)
      if (typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        step(String(name), false)
        const done: unknown = await (value as (...all: unknown[]) => unknown)(...given)
        step(String(name), true)
        return done
      }
    },
  })
}

function worldOn(journal: Journal) {
  const chain = new ModelChain()
  const happened = new Set<string>()
  let clock = 0
  const asked: { key: string; content: string }[] = []

  function newWorker() {
    const fate = { steps: 0, kill: undefined as { at: number | string; after: boolean } | undefined, mineAt: 0, behind: 0 }
    const step = (name: string, after: boolean) => {
      if (!after) fate.steps++
      const { kill } = fate
      const reached = kill && (typeof kill.at === 'string' ? name === kill.at : fate.steps >= kill.at)
      if (reached && after === kill.after) throw new Killed()
      if (!after && fate.mineAt === fate.steps) chain.mine()
    }
    const wire = () => {
      const node = watched(chain.node(() => fate.behind), step)
      const provider = { estimateGas: async () => 21_000n } as unknown as JsonRpcProvider
      const connection = {
        rpcUrl: '', chainId: async () => 1, answers: async () => true, close: () => undefined,
        use: async <T>(work: (one: JsonRpcProvider) => Promise<T>) => work(provider), ask: async () => null,
      }
      return senderOf({
        connection, chain: node, journal: watched(journal, step), sign: modelSign, settling: { depth: DEPTH, ms: 0 },
        patience: { ms: 60_000 }, cap: 500n * GWEI, ownNode: false, now: () => new Date(clock), fund: async () => undefined,
        tell: ({ what }) => void happened.add(what),
      })
    }
    return { fate, wire, sender: wire() }
  }
  const workers = [newWorker(), newWorker()]
  const at = (n: number) => workers[n] ?? workers[0]

  /** Whatever ends a round, the next one starts anew; a killed worker has also forgotten everything. */
  async function run(n: number, work: (sender: ReturnType<typeof senderOf>) => Promise<unknown>): Promise<void> {
    const one = at(n)
    if (!one) return
    one.fate.steps = 0
    await work(one.sender).catch((error: unknown) => {
      if (error instanceof Killed) one.sender = one.wire()
      else if (!(error instanceof LedgerUnreachable) && !(error instanceof ServiceError)) throw error
    })
    Object.assign(one.fate, { kill: undefined, mineAt: 0, behind: 0 })
  }
  const ask = (n: number, which: number) => {
    const number = asked.length + 1
    const [to, data] = [`0x${'f'.repeat(40)}`, `0x${number.toString(16).padStart(8, '0')}`]
    const call = { key: `ask:${number}`, account: accounts[which] ?? '', purpose: 'ask', to, data }
    asked.push({ key: call.key, content: `0xFFfFfFffFFfffFFfFFfFFFFFffFFFffffFfFFFfF:${data}` })
    return { call, first: run(n, sender => sender.submit(call)) }
  }
  /** A caller whose question failed asks it again, as the use cases do. */
  const again: Parameters<ReturnType<typeof senderOf>['submit']>[0][] = []

  async function befall(one: Event): Promise<void> {
    const fate = 'worker' in one ? at(one.worker)?.fate : undefined
    if (one.do === 'ask') { const { call, first } = ask(one.worker, one.account); again.push(call); await first }
    if (one.do === 'round') await run(one.worker, sender => sender.follow())
    if (one.do === 'both') await Promise.all([0, 1].map(n => run(n, sender => sender.follow())))
    if (one.do === 'kill' && fate) fate.kill = one
    if (one.do === 'mine') chain.mine()
    if (one.do === 'mineDuring' && fate) fate.mineAt = one.at
    if (one.do === 'drop') chain.drop(one.which)
    if (one.do === 'reorganise') chain.reorganise(one.depth, one.forgets)
    if (one.do === 'outside') chain.outside(accounts[one.account] ?? '', one.atOnce)
    if (one.do === 'fees') chain.base = BigInt(one.gwei) * GWEI
    if (one.do === 'lag' && fate) fate.behind = one.blocks
    if (one.do === 'stick') {
      chain.base = 40n * GWEI
      for (let n = 0; n < 3; n++) chain.mine()
      clock += 70_000
    }
    if (one.do === 'wait') clock += one.seconds * 1_000
  }

  /** Nothing befalls anybody any more: what was asked must come to its end. */
  async function settle(): Promise<number> {
    for (const { fate } of workers) Object.assign(fate, { kill: undefined, mineAt: 0, behind: 0 })
    let left = 1
    for (let n = 0; n < 200 && left > 0; n++) {
      clock += 61_000
      let heard = 0
      for (const call of again) await run(n % 2, async sender => { await sender.submit(call); heard++ })
      await run(n % 2, async sender => { left = await sender.follow() })
      if (heard < again.length) left++
      chain.mine()
    }
    return left
  }
  return { chain, asked, happened, befall, settle }
}

async function holds(journal: Journal, events: Event[]) {
  const world = worldOn(journal)
  for (const one of events) await world.befall(one)
  expect(await world.settle()).toBe(0)
  const contents = world.chain.contents()
  for (const { key, content } of world.asked) {
    expect(contents.filter(other => other === content), key).toHaveLength(1)
    const entry = await journal.find(key)
    expect(entry?.state, key).toBe('confirmed')
    const block = world.chain.blocks[entry?.block?.number ?? -1]
    expect(block?.hash, key).toBe(entry?.block?.hash)
    expect(block?.timestamp, key).toBe(entry?.block?.timestamp)
    expect(block?.transactions.map(({ hash }) => hash), key).toContain(entry?.hash)
  }
  return world
}

describe('whatever befalls the chain and two workers', () => {
  it(`puts each thing asked into the chain exactly once, and never two contents at one nonce (${RUNS} random lives)`, async () => {
    const happened = new Set<string>()
    await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 40 }), async events => {
      const journal = memoryJournal(accounts)
      const world = await holds(journal, events)
      for (const what of world.happened) happened.add(what)
      const contents = new Map<string, string>()
      for (const { account: of, nonce, of: key } of journal.variants()) {
        expect(contents.get(`${of}:${nonce}`) ?? key).toBe(key)
        contents.set(`${of}:${nonce}`, key)
      }
    }), { numRuns: RUNS, examples: [[cheaperOneLands]] })
    expect([...happened].sort()).toEqual(['displaced', 'filled', 'outbid', 'undone'])
  })
})

for (const { name, open } of eachDatabase) {
  describe(`the same in ${name}`, () => {
    let database: Database
    beforeAll(async () => { database = await open() })
    afterAll(async () => database.close())

    it('puts each thing asked into the chain exactly once', async () => {
      const db = database.db.withTables<LedgerTables>()
      await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 30 }), async events => {
        for (const table of ['ledger_variants', 'ledger_transactions', 'ledger_network', 'ledger_accounts'] as const) {
          await db.deleteFrom(table).execute()
        }
        await db.insertInto('ledger_accounts').values(accounts.map(address => ({ address, name: address, kid: address }))).execute()
        await holds(journalOn(db), events)
      }), { numRuns: 8 })
    })
  })
}
