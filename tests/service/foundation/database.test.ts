// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { isDatabaseAway, isMigrated, migrate, openPostgres, readMigrations, type Database } from '#service/adapters/database/index.ts'
import { databasePeople, demonstrationSchool, loadDemonstration } from '#service/adapters/people/index.ts'
import { databaseKinds, startPostgres } from '#tests/support/postgres.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const ines = {
  issuer: 'http://localhost/oidc', subject: 'demo-ines', displayName: 'Inès Moreau', roles: ['student' as const],
  uai: demonstrationSchool.uai,
}

for (const { name, open } of databaseKinds) {
  describe(`the database on ${name}`, () => {
    let database: Database
    beforeAll(async () => { database = await open() })
    afterAll(() => database?.close())

    it('applies every migration once', async () => {
      const migrations = await readMigrations()
      expect(await migrate(database, migrations)).toEqual(migrations.map((one) => one.name))
      expect(await migrate(database, migrations)).toEqual([])
      expect(await isMigrated(database, migrations)).toBe(true)
      expect(await isMigrated(database, [...migrations, { name: '9999_more.sql', script: '' }])).toBe(false)
    })

    it('lets two replicas migrate at once', async () => {
      const more = [{ name: '9000_once.sql', script: 'create table once (a int); insert into once values (1)' }]
      const [one, other] = await Promise.all([migrate(database, more), migrate(database, more)])
      expect([...one, ...other]).toEqual(['9000_once.sql'])
      const { rows } = await sql<{ count: number }>`select count(*) from once`.execute(database.db)
      expect(rows[0]?.count).toBe(1)
    })

    it('leaves nothing of a migration that does not pass', async () => {
      const bad = { name: '9001_bad.sql', script: 'create table half (a int); create tabel other (a int)' }
      await expect(migrate(database, [bad])).rejects.toThrow('9001_bad.sql did not pass')
      const { rows } = await sql`select 1 from information_schema.tables where table_name = 'half'`.execute(database.db)
      expect(rows).toHaveLength(0)
    })

    it('refuses to go on when an applied migration has changed', async () => {
      await expect(migrate(database, [{ name: '9000_once.sql', script: 'select 1' }])).rejects.toThrow('has changed')
    })

    it('keeps one caller\'s query out of another\'s transaction', async () => {
      await loadDemonstration(database)
      const failed = database.db.transaction().execute(async (change) => {
        await change.deleteFrom('schools').execute()
        await new Promise((resolve) => setTimeout(resolve, 50))
        throw new Error('changed my mind')
      })
      const seen = database.db.selectFrom('schools').select('id').execute()
      await expect(failed).rejects.toThrow('changed my mind')
      expect(await seen).toEqual([{ id: demonstrationSchool.id }])
    })

    it('never reports as kept what an aborted transaction lost', async () => {
      const pretending = database.db.transaction().execute(async (change) => {
        await change.updateTable('schools').set({ name: 'lost' }).execute()
        await sql`select 1 / 0`.execute(change).catch(() => undefined)
      })
      await expect(pretending).rejects.toThrow()
    })

    it('gives back roles, dates and whole numbers as they were', async () => {
      const { rows } = await sql`select array['a', 'é'] as texts, 9007199254740991::int8 as big, ${NOW}::timestamptz as at`
        .execute(database.db)
      expect(rows[0]).toEqual({ texts: ['a', 'é'], big: 9007199254740991, at: NOW })
    })

    it('knows a person again, with what the provider says today', async () => {
      const people = databasePeople(database)
      const id = await people.remember(ines, 'person-1')
      expect(await people.remember({ ...ines, roles: ['teacher'], displayName: 'I. Moreau' }, 'person-2')).toBe(id)
      await people.openSession('digest-1', id, later(10))
      expect(await people.personOfSession('digest-1', NOW)).toEqual({
        id: 'person-1', displayName: 'I. Moreau', roles: ['teacher'],
        school: { id: demonstrationSchool.id, name: demonstrationSchool.name },
      })
    })

    it('knows nobody behind an expired or closed session', async () => {
      const people = databasePeople(database)
      expect(await people.personOfSession('digest-1', later(11))).toBeNull()
      await people.closeSession('digest-1')
      expect(await people.personOfSession('digest-1', NOW)).toBeNull()
    })

    it('gives a sign-in once, and never after its time', async () => {
      const people = databasePeople(database)
      const signIn = { browserDigest: 'b', nonce: 'n', codeVerifier: 'c', returnTo: '/', expiresAt: later(15) }
      await people.keepSignIn('state-1', signIn)
      expect(await people.takeSignIn('state-1', NOW)).toEqual(signIn)
      expect(await people.takeSignIn('state-1', NOW)).toBeNull()
      await people.keepSignIn('state-2', signIn)
      expect(await people.takeSignIn('state-2', later(16))).toBeNull()
    })
  })
}

it('outlives a PostgreSQL that is restarted inside a transaction: it is undone, the caller is told, and the next one passes', async () => {
  const server = await startPostgres()
  const database = await openPostgres(server.url)
  try {
    await database.runScript('create table once (a int)')
    const cut = database.db.transaction().execute(async (change) => {
      await sql`insert into once values (1)`.execute(change)
      await server.restart()
      await sql`insert into once values (2)`.execute(change)
    })
    const error = await cut.catch((cause: unknown) => cause)
    expect(isDatabaseAway(error), String(error)).toBe(true)
    expect((await sql`select a from once`.execute(database.db)).rows).toEqual([])
    expect(isDatabaseAway(new Error('column "a" does not exist'))).toBe(false)
  } finally {
    await database.close()
    await server.stop()
  }
})
