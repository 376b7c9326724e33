// SPDX-License-Identifier: EUPL-1.2
import { migrate, readMigrations } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { databaseKinds } from '#tests/support/postgres.ts'

async function migrated(database: Database): Promise<Database> {
  await migrate(database, await readMigrations())
  return database
}

/** Both databases the service runs on, migrated and empty. */
export const eachDatabase = databaseKinds.map(({ name, open }) => ({ name, open: async () => migrated(await open()) }))
