// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { notPersonal, personalData } from '#domain/personal-data.ts'
import { migrate, readMigrations, type Database } from '#service/adapters/database/index.ts'
import { openTestDatabase } from '#tests/support/memory.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await migrate(database, await readMigrations())
})
afterAll(() => database?.close())

async function fieldsOfTheDatabase(): Promise<string[]> {
  const { rows } = await sql<{ field: string }>`select table_name || '.' || column_name as field
    from information_schema.columns where table_schema = 'public'`.execute(database.db)
  return rows.map(({ field }) => field).sort()
}

const declared = () => [
  ...Object.keys(personalData),
  ...Object.entries(notPersonal).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
].sort()

describe('the register of personal data', () => {
  it('declares every stored field, and no field that is not there', async () => {
    expect(declared()).toEqual(await fieldsOfTheDatabase())
  })

  it('sees a field that nobody declared', async () => {
    await database.runScript('alter table people add column birth_date date')
    const fields = await fieldsOfTheDatabase()
    await database.runScript('alter table people drop column birth_date')
    expect(fields.filter((field) => !declared().includes(field))).toEqual(['people.birth_date'])
  })

  it('gives each personal field a purpose, a legal basis and a retention', () => {
    for (const [name, { purpose, legalBasis, retention }] of Object.entries(personalData)) {
      expect([purpose, legalBasis, retention].every((text) => text.length > 5), name).toBe(true)
    }
  })
})
