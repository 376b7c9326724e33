// SPDX-License-Identifier: EUPL-1.2
import type { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler,
  type DatabaseConnection, type Dialect, type Driver, type QueryResult,
} from 'kysely'

/**
 * Kysely on one PGlite. Kysely's own PGlite driver hands its single connection to everyone at once, so that a query
 * sent while another caller's transaction is open becomes part of that transaction. Here callers take turns: a
 * transaction keeps the connection until it ends, as with a pool of one.
 */
export const pgliteDialect = (pglite: PGlite): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new TurnsDriver(pglite),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

class TurnsDriver implements Driver {
  readonly #connection: DatabaseConnection
  readonly #pglite: PGlite
  #last: Promise<void> = Promise.resolve()
  #release: () => void = () => undefined

  constructor(pglite: PGlite) {
    this.#pglite = pglite
    this.#connection = connectionTo(pglite)
  }

  async init() {
    await this.#pglite.waitReady
  }

  async acquireConnection() {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    this.#release = resolve
    return this.#connection
  }

  async releaseConnection() {
    this.#release()
  }

  async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection) {
    // In an aborted transaction `commit` rolls back and reports success; any other statement reports the abort.
    await connection.executeQuery(CompiledQuery.raw('select 1'))
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy() {
    if (!this.#pglite.closed) await this.#pglite.close()
  }
}

const connectionTo = (pglite: PGlite): DatabaseConnection => ({
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await pglite.query<R>(query.sql, [...query.parameters])
    return { rows, numAffectedRows: affectedRows === undefined ? undefined : BigInt(affectedRows) }
  },
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('PGlite does not stream rows: page through them by key')
  },
})
