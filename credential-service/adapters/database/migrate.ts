// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { digestOfText } from '#domain/canonical.ts'
import { StartError } from '../../words.ts'
import type { Database } from './database.ts'

export type Migration = { name: string; script: string }

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url))
const NAME = /^\d{4}_[a-z_]+\.sql$/
// Any number of our own: replicas that start together take turns on it.
const TURN = 7_316_001

/** The SQL files of credential-service/migrations, in the order of their numbers. */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const stray = names.find((name) => !NAME.test(name))
  if (stray) throw new Error(`A migration is named 0000_words.sql; this one is not: ${stray}`)
  return Promise.all(names.map(async (name) => ({ name, script: await readFile(`${folder}${name}`, 'utf8') })))
}

/**
 * Applies the migrations that this database has not seen, each in one transaction with the record of it.
 * @returns the names of those applied now
 * @throws StartError when an applied migration is no longer the file it was, or one does not pass
 */
export async function migrate(database: Database, migrations: Migration[]): Promise<string[]> {
  await database.runScript(`create table if not exists schema_migrations (
    name text primary key, digest text not null, applied_at timestamptz not null default now())`)
  const applied = await appliedMigrations(database)
  const fresh: string[] = []
  for (const migration of migrations) {
    const digest = digestOfText(migration.script)
    const known = applied.get(migration.name)
    if (known === digest) continue
    if (known) throw changed(migration.name)
    if (await apply(database, migration, digest)) fresh.push(migration.name)
  }
  return fresh
}

/** Whether every migration is in the database. */
export async function isMigrated(database: Database, migrations: Migration[]): Promise<boolean> {
  const applied = await appliedMigrations(database)
  return migrations.every(({ name }) => applied.has(name))
}

async function appliedMigrations(database: Database): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; digest: string }>`select name, digest from schema_migrations`
    .execute(database.db)
  return new Map(rows.map(({ name, digest }) => [name, digest]))
}

/** False when another replica applied it while this one waited for its turn. */
async function apply(database: Database, { name, script }: Migration, digest: string): Promise<boolean> {
  const record = `insert into schema_migrations (name, digest) values ('${name}', '${digest}');`
  try {
    await database.runScript(`begin; select pg_advisory_xact_lock(${TURN});\n${record}\n${script}\n;commit;`)
    return true
  } catch (cause) {
    if ((await appliedMigrations(database)).get(name) === digest) return false
    throw new StartError({
      fr: `La migration ${name} n'est pas passée ; la base est restée comme avant elle.`,
      en: `Migration ${name} did not pass; the database stays as it was before it.`,
    }, cause)
  }
}

const changed = (name: string) => new StartError({
  fr: `La migration ${name} a changé depuis qu'elle a été appliquée à cette base : revenez à la version qui l'a créée.`,
  en: `Migration ${name} has changed since it was applied to this database: go back to the version that made it.`,
})
