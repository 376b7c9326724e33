// SPDX-License-Identifier: EUPL-1.2
import { migrate, openInMemory, readMigrations } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'

async function migrated(database: Database): Promise<Database> {
  await migrate(database, await readMigrations())
  return database
}

/** Both databases the service runs on, migrated and empty. */
export const eachDatabase: { name: string; open: () => Promise<Database> }[] = [
  { name: 'PGlite', open: async () => migrated(await openInMemory()) },
]
