// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#service/adapters/database/index.ts'
import { tableDiplomas, type DiplomaTables } from '#service/adapters/diploma-store/index.ts'
import { sealWith } from '#service/adapters/seal/seal.ts'
import { secretsFrom } from '#service/secrets.ts'
import { openTestDatabase } from '#tests/support/memory.ts'
import { startService, type RunningService, type Visitor } from '#tests/support/service.ts'

const secret = randomBytes(32).toString('hex')
const NOW = new Date('2026-07-01T08:00:00Z')

describe('the routes of issuing diplomas', () => {
  let database: Database
  let service: RunningService
  let officer: Visitor
  /** A diploma of each session: of the officer's own academy, and of another. */
  const diplomas = { lyon: randomUUID(), paris: randomUUID() }
  beforeAll(async () => {
    database = await openTestDatabase()
    service = await startService({ database, env: { SECRET_KEY: secret } })
    officer = await service.signIn('demo-academy')
    await sql`insert into agent_keys (kid, kms, type, public_key_hex) values ('kid', 'local', 'Ed25519', '00')`.execute(database.db)
    await sql`insert into ledger_accounts (address, name, kid) values ('0x1', 'academies', 'kid')`.execute(database.db)
    await sql`insert into issuers (did, school, slug, origin, account, signing_kid, verification_method, document, document_digest)
      values ('did:web:test', 'academies', 'test', 'http://test.example', '0x1', 'kid', 'did:web:test#key', '{}', 'none')`.execute(database.db)
    const store = tableDiplomas(database.db.withTables<DiplomaTables>(), service.origin, sealWith(secretsFrom(secret).keyFor('learner-records'), 'diplomas'))
    for (const [id, academy] of [['lyon', '10'], ['paris', '01']] as const) {
      const own = { id, issuer: 'did:web:test', session: '2026-06', academy, key: randomBytes(32), validFrom: NOW, expected: 1, resumedAt: NOW }
      await store.open(own)
      await store.keepPart(id, 0, 'line', {
        count: 1, keys: 'line', texts: '"{}"', forms: '', ids: Buffer.from(diplomas[id].replaceAll('-', ''), 'hex'), signatures: randomBytes(64),
        digests: randomBytes(32), leaves: randomBytes(32), salts: randomBytes(32), templates: new Map(),
      }, NOW)
    }
  })
  afterAll(() => service?.close())

  const said = async (answer: Promise<Response>) => {
    const response = await answer
    const { code, state } = await response.json() as { code?: string; state?: string }
    return `${response.status} ${code ?? state}`
  }

  it('know a session of the officer’s own academy, and let it be paused and resumed', async () => {
    expect(await said(officer.get('/api/issuing/lyon'))).toBe('200 running')
    expect(await said(officer.post('/api/issuing/lyon/pause'))).toBe('200 paused')
    expect(await said(officer.post('/api/issuing/lyon/resume'))).toBe('200 running')
  })

  it('know none of another academy, and change nothing of it', async () => {
    expect(await said(officer.get('/api/issuing/paris'))).toBe('404 ERR_ISSUING_UNKNOWN')
    for (const move of ['pause', 'resume', 'cancel']) expect(await said(officer.post(`/api/issuing/paris/${move}`))).toBe('404 ERR_ISSUING_UNKNOWN')
    const { rows } = await sql<{ state: string; kept: number }>`select state, (select count(*)::int from diplomas where session = 'paris') as kept
      from issuing_sessions where id = 'paris'`.execute(database.db)
    expect(rows).toEqual([{ state: 'running', kept: 1 }])
  })

  it('give no diploma of another academy, and say of one’s own that it is not on the ledger yet', async () => {
    expect(await said(officer.get(`/api/diplomas/${diplomas.lyon}/bundle`))).toBe('409 ERR_CREDENTIAL_NOT_READY')
    expect(await said(officer.get(`/api/diplomas/${diplomas.paris}/bundle`))).toBe('404 ERR_CREDENTIAL_UNKNOWN')
    expect(await said(officer.get(`/api/diplomas/${randomUUID()}/bundle`))).toBe('404 ERR_CREDENTIAL_UNKNOWN')
  })

  it('answer one person so many times a minute, and others still', async () => {
    const answers: string[] = []
    for (let asked = 0; asked < 130; asked++) answers.push(await said(officer.get('/api/issuing/lyon')))
    expect(answers.at(-1)).toBe('429 ERR_TOO_MANY_REQUESTS')
    const teacher = await service.signIn('demo-teacher')
    expect(await said(teacher.get('/api/issuing/lyon'))).toBe('403 ERR_NOT_ALLOWED')
  })
})
