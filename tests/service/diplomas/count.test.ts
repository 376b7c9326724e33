// SPDX-License-Identifier: EUPL-1.2
// Both sides of a session are counted anew, and each way in which they may differ is told by its name.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { digestOf } from '#domain/canonical.ts'
import { kinds } from '#domain/credential/index.ts'
import { migrate, readMigrations } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { diplomaCounts } from '#service/adapters/diploma-store/index.ts'
import type { DiplomaTables } from '#service/adapters/diploma-store/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { academyOf } from '#service/issuing/run.ts'
import { diplomaNeeds } from '#service/rooms/diplomas.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { countSession, countSessions, decideIssuing, issueSession, openIssuing, readProgress } from '#service/use-cases/diplomas/index.ts'
import type { CountNeeds, DiplomaNeeds, SessionCount } from '#service/use-cases/diplomas/index.ts'
import { registerIssuer } from '#service/use-cases/issuing/index.ts'
import { school } from '#tests/service/issuing/school.ts'
import { sharedOn } from '#tests/service/issuing/shared.ts'
import { openTestDatabase } from '#tests/support/memory.ts'
import { decide } from './jury.ts'
import { madeUpLines } from './lines.ts'

// A real node, real threads and a real database: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

const SIZES = { part: 16, batch: 64, block: 16 }
const LINES = 100
const SESSION = 'counted'
const academy = academyOf('25', 'Versailles')
const closers: (() => Promise<void> | void)[] = []
let database: Database
let needs: DiplomaNeeds
let counting: CountNeeds
let count: () => Promise<SessionCount>
let anchorElsewhere: (root: Bytes32) => Promise<void>
let decideOver: (root: Bytes32) => Promise<string>
let account: string

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'compagnon-count-'))
  closers.push(() => rm(folder, { recursive: true, force: true }))
  database = await openTestDatabase()
  closers.push(database.close)
  const ledger = await startEmbeddedLedger(folder)
  closers.push(ledger.close)
  await migrate(database, await readMigrations())
  const shared = sharedOn(database, ledger, folder)
  const issuing = await issuingNeeds(shared)
  closers.push(issuing.close)
  const diplomas = await diplomaNeeds(shared, issuing, 2)
  closers.push(diplomas.close)
  const lines = madeUpLines(LINES)
  needs = { ...diplomas.over(lines), sizes: SIZES }
  counting = { ...needs, counts: diplomaCounts(database.db.withTables<DiplomaTables>()), anchors: issuing.diplomaAnchors }
  count = () => countSession(counting)(SESSION, lines)
  await needs.issuers.keepAcademy(academy)
  await vi.waitFor(async () => {
    await needs.ledger.follow()
    expect((await registerIssuer(issuing.needs)(academy)).registeredAt).not.toBeNull()
  }, { timeout: 120_000, interval: 250 })
  account = (await needs.issuers.issuerOf(academy.id))!.account
  decideOver = async (root) => decide({ ...(await needs.ledger.place())!, rpc: ledger.rpcUrl }, account, root, root)
  anchorElsewhere = (root) => vi.waitFor(async () => {
    await needs.ledger.follow()
    expect(await issuing.needs.ledger.register({ school, did: 'did:web:localhost%3A3999:schools:test', documentDigest: digestOf({}) })).not.toBeNull()
    const asked = { root, kind: kinds.competence, issuer: await issuing.needs.ledger.accountOf(school), turn: 2 }
    expect((await issuing.needs.ledger.anchor(asked)).state).toBe('confirmed')
  }, { timeout: 120_000, interval: 250 })
  await openIssuing(needs)({ results: SESSION, session: '2026-07', academy })
  await issueSession(needs)(SESSION)
})
afterAll(async () => { for (const close of closers.reverse()) await close() })

const faultsOf = async () => Object.fromEntries((await count()).faults.map(({ code, count: times, example }) => [code, example ? `${times} ${example}` : `${times}`]))
/** Does something to the database, looks, and puts it back. */
async function spoilt(statement: string) {
  await database.runScript(`create table kept_diplomas as select * from diplomas; create table kept_blocks as select * from diploma_blocks; ${statement}`)
  const faults = await faultsOf()
  await database.runScript(`delete from diplomas; insert into diplomas select * from kept_diplomas; drop table kept_diplomas;
    delete from diploma_blocks; insert into diploma_blocks select * from kept_blocks; drop table kept_blocks`)
  return faults
}

it('says of a session that no jury decided that the ledger has none of its roots', async () => {
  const found = await count()
  expect(found).toMatchObject({ state: 'issued', lines: LINES, diplomas: LINES, batches: 2, confirmed: 0, anchored: 0 })
  expect(found.faults.map(({ code }) => code)).toEqual(['batch-unconfirmed', 'root-not-on-ledger', 'batch-unconfirmed', 'root-not-on-ledger'])
})

it('finds one diploma and one confirmed leaf for each line once it is anchored', async () => {
  const { root } = await readProgress(needs)(SESSION)
  await decideIssuing(needs)(SESSION, await decideOver(root as Bytes32))
  while (await issueSession(needs)(SESSION)) {
    await needs.ledger.follow()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(await count()).toEqual({ session: SESSION, state: 'anchored', lines: LINES, diplomas: LINES, batches: 2, confirmed: 2, anchored: LINES, faults: [] })
})

it('finds the same once a school anchored the same root among its own credentials', async () => {
  const [batch] = await needs.store.batches(SESSION)
  await anchorElsewhere(batch!.root as Bytes32)
  expect(await count()).toMatchObject({ anchored: LINES, faults: [] })
})

it('reads the ledger once for all sessions, and again for one that it had not wholly', async () => {
  const anchors = vi.fn(counting.anchors)
  const all = async () => {
    const found: SessionCount[] = []
    for await (const one of countSessions({ ...counting, anchors }, [SESSION, SESSION, SESSION], async () => madeUpLines(LINES))) found.push(one)
    return found
  }
  expect((await all()).map(({ anchored, faults }) => [anchored, faults])).toEqual([[LINES, []], [LINES, []], [LINES, []]])
  expect(anchors).toHaveBeenCalledTimes(1)
  anchors.mockResolvedValueOnce([])
  expect((await all()).map(({ anchored }) => anchored)).toEqual([0, LINES, LINES])
  expect(anchors).toHaveBeenCalledTimes(3)
})

it('tells which line has no diploma, and of a diploma that no line asked for', async () => {
  expect(await spoilt(`delete from diplomas where place = 7`)).toEqual({ 'line-without-diploma': '1 000000008' })
  expect(await spoilt(`update diplomas set record_key = 'nobody' where place = 7`)).toEqual({ 'line-without-diploma': '1 000000008', 'diploma-without-line': '1' })
  expect(await spoilt(`insert into diplomas select session, 500, 'nobody', gen_random_uuid(), form, texts, signature, digest, leaf, salt from diplomas where place = 7`))
    .toEqual({ 'diploma-without-line': '1', double: '1', 'diploma-in-no-batch': '1' })
})

it('tells of leaves that are not those of the root', async () => {
  const faults = await spoilt(`update diploma_blocks set leaves = overlay(leaves placing decode('00', 'hex') from 17) where batch = 0 and block = 1`)
  expect(Object.keys(faults)).toContain('batch-broken')
  expect(await spoilt(`update diplomas set leaf = sha256(leaf) where place = 70`)).toEqual({ 'leaf-not-in-batch': '1 70' })
})

it('tells of a root that the same academy anchored and that no batch knows', async () => {
  const root: Bytes32 = `0x${'ab'.repeat(32)}`
  const asked = { root, deliberation: await decideOver(root), path: [], issuer: account, turn: 1 }
  await vi.waitFor(async () => {
    await needs.ledger.follow()
    expect((await needs.ledger.anchorDecided(asked)).state).toBe('confirmed')
  }, { timeout: 30_000, interval: 250 })
  expect(await faultsOf()).toEqual({ 'anchor-of-nothing': `1 ${root}` })
  await sql`delete from ledger_transactions where idempotency_key like ${`anchor:${root}%`}`.execute(database.db)
})
