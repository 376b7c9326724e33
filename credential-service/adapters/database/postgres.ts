// SPDX-License-Identifier: EUPL-1.2
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { StartError } from '../../words.ts'
import type { Database, Tables } from './database.ts'

const INT8 = 20

/**
 * Opens PostgreSQL at `url`.
 * @throws StartError when it cannot be reached; the address is not repeated, it may hold a password
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, types })
  // A connection lost while idle: the next query opens another; an unheard event would end the process.
  pool.on('error', () => undefined)
  // One lost inside a transaction, between two statements: the next one fails, and says so to whoever asked for it.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await pool.query('select 1').catch(async (cause: unknown) => {
    await pool.end()
    throw unreachable(cause)
  })
  return { kind: 'postgres', db, runScript: scriptRunner(pool), close: () => db.destroy() }
}

const scriptRunner = (pool: pg.Pool) => async (script: string): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query(script)
  } catch (cause) {
    // The script may have opened a transaction: this connection must not go back to the pool inside it.
    await client.query('rollback')
    throw cause
  } finally {
    client.release()
  }
}

/** Whole numbers of 64 bits come as numbers, as PGlite gives them, and not as texts. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

const unreachable = (cause: unknown) => new StartError({
  fr: "La base PostgreSQL de DATABASE_URL ne répond pas ou refuse l'accès.",
  en: 'The PostgreSQL database of DATABASE_URL does not answer or refuses access.',
}, cause)
