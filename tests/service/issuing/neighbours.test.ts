// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { digestOf } from '#domain/canonical.ts'
import { migrate, openInMemory, readMigrations, type Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger, type EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { IssuingTables } from '#service/adapters/issuing-store/index.ts'
import { systemEdge } from '#service/adapters/people/index.ts'
import type { AgentTables } from '#service/adapters/veramo/index.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { secretsFrom } from '#service/secrets.ts'
import { issuingRound, listCredentials } from '#service/use-cases/issuing/index.ts'
import { learner, school, settle, validateFor } from './school.ts'
import { change, officer } from './two-persons.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const troubled = { id: 'school-a-troubled', slug: 'troubled', name: 'Lycée en peine', uai: '9999997B', academy: 'Test' }
const late = { id: 'school-late', slug: 'late', name: 'Lycée à venir', uai: '9999996C', academy: 'Test' }

describe('a school whose records cannot go on', () => {
  let database: Database
  let ledger: EmbeddedLedger
  let folder: string
  let made: Awaited<ReturnType<typeof issuingNeeds>>
  let round: () => Promise<boolean>
  const refusals = new Set<string>()
  const db = () => database.db.withTables<IssuingTables>()
  const validateIn = (school: string) => validateFor(database, { learner: learner.id, school })
  const credential = (attempt: string) => db().selectFrom('credentials').leftJoin('batches', 'batches.id', 'credentials.batch')
    .select(['signed', 'batch', 'confirmed_at', 'credentials.issuer'])
    .where('record_key', '=', attempt).executeTakeFirst()
  const until = async (done: () => Promise<unknown>) => {
    for (let n = 0; n < 120 && !(await done()); n++) {
      await round().catch((error: unknown) => void refusals.add(String(error)))
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    expect(Boolean(await done())).toBe(true)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'compagnon-neighbours-'))
    ;[database, ledger] = await Promise.all([openInMemory(), startEmbeddedLedger(folder)])
    await migrate(database, await readMigrations())
    await settle(database)
    await database.db.insertInto('schools').values(troubled).execute()
    made = await issuingNeeds({
      config: { publicOrigin: 'http://localhost:3997', dataDir: folder },
      database, secrets: secretsFrom(randomBytes(32).toString('hex')), edge: systemEdge,
      ledger: { rpcUrl: ledger.rpcUrl, embedded: true as const, isKept: ledger.isKept },
    })
    round = issuingRound(made.needs, { ledgerAnswers: false, registered: false, lastError: null })
  })
  afterAll(async () => {
    made.close()
    await ledger.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  const officerOf = async (attempt: string) => {
    const { academy } = await db().selectFrom('issuing_orders').innerJoin('schools', 'schools.id', 'issuing_orders.school')
      .select('academy').where('attempt', '=', attempt).executeTakeFirstOrThrow()
    return { ...officer, academy }
  }

  it('is accredited for competences alone', async () => {
    await validateIn('school-test')
    await until(async () => (await db().selectFrom('issuers').select('did').where('registered_at', 'is not', null).execute()).length === 2)
    const account = await made.needs.ledger.accountOf(school)
    expect(await made.needs.ledger.accreditation(account, 1)).toHaveLength(2)
    for (const kind of [2, 3]) expect(await made.needs.ledger.accreditation(account, kind)).toEqual([])
  })

  it('holds up no other school when the contract refuses its batch', async () => {
    const bad = await validateIn(troubled.id)
    await until(async () => (await credential(bad))?.signed)
    // A kind that nobody accredited it for.
    await db().updateTable('credentials').set({ kind: 9 }).where('record_key', '=', bad).execute()
    await until(async () => (await credential(bad))?.batch)
    const good = await validateIn('school-test')
    await until(async () => (await credential(good))?.confirmed_at)
    expect((await credential(bad))?.confirmed_at).toBeNull()
    expect([...refusals].join()).toContain('CredentialAnchorNotAccredited')
  })

  it('holds up no other school when its status list cannot be signed', async () => {
    const [bad, good] = [await validateIn(troubled.id), await validateIn('school-test')]
    await until(async () => (await credential(bad))?.signed && (await credential(good))?.signed)
    const issuer = (await credential(bad))?.issuer ?? ''
    const { signing_kid } = await db().selectFrom('issuers').select('signing_kid').where('did', '=', issuer).executeTakeFirstOrThrow()
    await database.db.withTables<AgentTables>().updateTable('agent_private_keys').set({ sealed: 'lost' }).where('alias', '=', signing_kid).execute()
    for (const attempt of [bad, good]) await change(database, attempt, 'revoke', 'issued-in-error', await officerOf(attempt))
    const own = await made.needs.statuses.currentList((await credential(good))?.issuer ?? '')
    await until(async () => (await made.needs.statuses.edition(own.id))?.version === 1)
    const other = await made.needs.statuses.currentList(issuer)
    expect((await made.needs.statuses.edition(other.id))?.version).toBe(0)
  })

  it('finds in its wallet that a record cannot become a credential', async () => {
    const bad = await validateIn('school-test')
    await db().updateTable('issuing_orders').set({ results: JSON.stringify({ competences: [] }) }).where('attempt', '=', bad).execute()
    const statuses = async () => (await listCredentials(made.needs)(learner.id)).map(({ status }) => status)
    await until(async () => (await statuses()).includes('failed'))
    expect(await statuses()).toContain('ready')
  })

  it('keeps one signed text for one state of a list, whichever replica signed it first', async () => {
    const list = await made.needs.statuses.currentList((await db().selectFrom('issuers').select('did').executeTakeFirstOrThrow()).did)
    const [edition, first] = [await made.needs.statuses.edition(list.id), await made.needs.statuses.latest(list.id, 'token')]
    if (!edition || !first) throw new Error('never published')
    const second = { ...first, digest: digestOf('another'), publishedAt: new Date(0) }
    await made.needs.statuses.keep(edition, [second])
    expect(await made.needs.statuses.latest(list.id, 'token')).toEqual(first)
    expect((await made.needs.statuses.unanchored()).map(({ digest }) => digest)).not.toContain(second.digest)
  })

  it('leaves its place in a round to others while the ledger does not know it', async () => {
    await database.db.insertInto('schools').values(late).execute()
    await validateIn(late.id)
    const good = await validateIn('school-test')
    expect((await made.needs.store.ordersWaiting(1)).map(({ attempt }) => attempt)).toEqual([good])
  })
})
