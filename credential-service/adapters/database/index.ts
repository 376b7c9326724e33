// SPDX-License-Identifier: EUPL-1.2
export { isDatabaseAway } from './away.ts'
export { checkSecret } from './check-secret.ts'
export { openEmbedded, openInMemory } from './embedded.ts'
export { openPostgres } from './postgres.ts'
export { isMigrated, migrate, readMigrations, type Migration } from './migrate.ts'
export type { Database, Tables } from './database.ts'
