// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import {
  checkSecret, isMigrated, migrate, openEmbedded, openPostgres, readMigrations, type Database,
} from './adapters/database/index.ts'
import { startEmbeddedLedger } from './adapters/embedded-ledger/index.ts'
import { isLedgerAnswering } from './adapters/embedded-ledger/probe.ts'
import { EMBEDDED_CLIENT, embeddedProvider, MOUNT } from './adapters/embedded-provider/index.ts'
import {
  databasePeople, demonstrationPeople, loadDemonstration, openIdRelyingParty, systemEdge,
} from './adapters/people/index.ts'
import { buildApp } from './app.ts'
import { listen } from './listen.ts'
import { isLocal, type Config } from './config.ts'
import { signInFailurePage } from './problems.ts'
import { openRooms, type Shared } from './rooms.ts'
import { keptSecret, secretsFrom } from './secrets.ts'
import { peopleUseCases } from './use-cases/people/index.ts'

export type Service = { app: FastifyInstance; origin: string; close: () => Promise<void> }

/** What a start is doing, for whoever waits. */
export type Step = 'database' | 'migrations' | 'ledger' | 'rooms'
type Options = {
  logger: Logger
  onStep?: (step: Step) => void
  /** A database opened elsewhere (tests); it is closed with the service. */
  database?: Database
  pages?: string
  /** What must be done before anyone may come in. */
  beforeListening?: () => Promise<void>
}

export const APP_FOLDER = fileURLToPath(new URL('../dist/app', import.meta.url))
const CALLBACK = '/api/sign-in/callback'

/**
 * Opens every part, puts them together and listens. When a part cannot be opened, those already open are closed, last
 * first, and the reason is thrown.
 * @throws StartError
 */
export async function openService(config: Config, options: Options): Promise<Service> {
  const opened: (() => Promise<void>)[] = []
  const close = async () => { for (const part of opened.splice(0).reverse()) await part() }
  try {
    const shared = await openShared(config, options, opened)
    opened.push(await forgetExpired(shared))
    options.onStep?.('rooms')
    const rooms = await openRooms(shared)
    for (const room of rooms) if (room.close) opened.push(room.close)
    const app = await assemble(shared, rooms.flatMap((room) => room.routes), options.pages)
    opened.push(() => app.close())
    await options.beforeListening?.()
    await listen(app, config)
    return { app, origin: config.publicOrigin, close }
  } catch (cause) {
    await close()
    throw cause
  }
}

/** Opens what every room may use; how to close each part is added to `opened`, in order. */
export async function openShared(config: Config, options: Options, opened: (() => Promise<void>)[]): Promise<Shared> {
  const { logger, onStep } = options
  const secrets = secretsFrom(config.secretKey ?? await keptSecret(config.dataDir))
  onStep?.('database')
  const database = options.database ?? await openDatabase(config)
  opened.push(database.close)
  onStep?.('migrations')
  await migrate(database, await readMigrations())
  await checkSecret(database, secrets)
  if (!config.oidc) await loadDemonstration(database)
  onStep?.('ledger')
  const ledger = await reachLedger(config, opened)
  return { config, database, secrets, edge: systemEdge, logger, ledger }
}

const openDatabase = ({ databaseUrl, dataDir }: Config) =>
  (databaseUrl ? openPostgres(databaseUrl) : openEmbedded(join(dataDir, 'database')))

async function reachLedger(config: Config, opened: (() => Promise<void>)[]): Promise<Shared['ledger']> {
  if (config.ledger) return { rpcUrl: config.ledger.rpcUrl, embedded: false }
  const { rpcUrl, isKept, close } = await startEmbeddedLedger(join(config.dataDir, 'ledger'), config.publicOrigin)
  opened.push(close)
  return { rpcUrl, embedded: true, isKept }
}

const FORGET_EVERY_MS = 60 * 60 * 1000

async function assemble(shared: Shared, rooms: FastifyPluginAsync[], pages = APP_FOLDER) {
  const { config, database, secrets, edge, logger, ledger } = shared
  const { publicOrigin } = config
  const callback = publicOrigin + CALLBACK
  const store = databasePeople(database)
  const local = { publicOrigin, origin: `http://localhost:${config.port}` }
  const relyingParty = openIdRelyingParty(config.oidc
    ? { ...config.oidc, callback, rolesClaim: config.rolesClaim }
    : { issuer: publicOrigin + MOUNT, clientId: EMBEDDED_CLIENT, callback, rolesClaim: 'compagnon_roles', local })
  const provider = config.oidc
    ? undefined
    : await embeddedProvider(database, secrets, {
        publicOrigin, callback, people: demonstrationPeople, failure: signInFailurePage,
      })
  const migrations = await readMigrations()
  return buildApp({
    // The machine's other names are as good as its public one, but not a page of some other program on a visitor's machine.
    settings: { ...config, alsoOrigins: isLocal(publicOrigin) ? ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${config.port}`) : [] },
    logger,
    readiness: {
      database: () => database.runScript('select 1').then(() => true),
      ledger: () => isLedgerAnswering(ledger.rpcUrl),
      migrations: () => isMigrated(database, migrations),
    },
    people: peopleUseCases({ store, relyingParty, edge }),
    provider,
    pages,
    rooms,
  })
}

/** Expired sessions and sign-ins are erased at the start and every hour. @returns how to stop */
async function forgetExpired({ database, edge, logger }: Shared): Promise<() => Promise<void>> {
  const store = databasePeople(database)
  await store.forgetExpired(edge.now())
  const timer = setInterval(() => {
    store.forgetExpired(edge.now()).catch((cause: unknown) => logger.error({ err: cause }, 'expired rows stay'))
  }, FORGET_EVERY_MS)
  return async () => clearInterval(timer)
}
