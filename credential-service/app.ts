// SPDX-License-Identifier: EUPL-1.2
import Fastify, {
  LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync, type FastifySchemaCompiler,
} from 'fastify'
import { TypeBoxValidatorCompiler, type TSchema } from '@fastify/type-provider-typebox'
import { logAnswers } from './logging.ts'
import { checkAccess } from './plugins/access.ts'
import { protect } from './plugins/protection.ts'
import { readSessions } from './plugins/session.ts'
import { limitBodyTime, uploadMs } from './plugins/slow-body.ts'
import { answerProblem } from './problems.ts'
import { describeApi, docsRoutes } from './routes/docs.ts'
import { healthRoutes, type Readiness } from './routes/health.ts'
import { meRoutes } from './routes/me.ts'
import { pageRoutes } from './routes/pages.ts'
import { providerRoutes, type DemonstrationProvider } from './routes/provider.ts'
import { signInRoutes } from './routes/sign-in.ts'
import type { PeopleUseCases } from './use-cases/people/index.ts'

/** Everything the application is made of; server.ts makes the real ones. */
export type Parts = {
  settings: { publicOrigin: string; alsoOrigins?: string[]; ledgerNodes?: string[]; rateLimit: number; trustProxy: number }
  logger: FastifyBaseLogger
  readiness: Readiness
  people: PeopleUseCases
  /** The embedded provider; none when an outside one is set. */
  provider?: DemonstrationProvider
  /** Folder of the built app. */
  pages: string
  /** The routes of each room, made by `routes/<name>.ts` from its use cases; server.ts lists them. */
  rooms: FastifyPluginAsync[]
}

const BODY_LIMIT = 256 * 1024
const SECONDS = 1000

/** Puts the application together, without listening. Rejects when a route has no access rule. */
export async function buildApp(parts: Parts): Promise<FastifyInstance> {
  const { settings, people } = parts
  const app = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    // Counted by us: given a number alone, Fastify trusts no one.
    trustProxy: (_address, hop) => hop < settings.trustProxy,
    bodyLimit: BODY_LIMIT,
    requestTimeout: uploadMs,
    handlerTimeout: 30 * SECONDS,
    routerOptions: { maxParamLength: 256 },
    return503OnClosing: true,
  })
  app.setValidatorCompiler(compiledWhenUsed)
  app.setErrorHandler(answerProblem)
  // JSON or nothing: a form of another site could send plain text without asking first.
  app.removeContentTypeParser('text/plain')
  logAnswers(app)
  limitBodyTime(app, 30 * SECONDS)
  await protect(app, settings)
  await readSessions(app, people)
  checkAccess(app)
  await describeApi(app)

  await app.register(healthRoutes(parts.readiness))
  await app.register(meRoutes)
  await app.register(signInRoutes(people, settings.publicOrigin))
  if (parts.provider) await app.register(providerRoutes(parts.provider, people))
  for (const room of parts.rooms) await app.register(room)
  await docsRoutes(app)
  await pageRoutes(app, parts.pages)
  await app.ready()
  return app
}

/** Compiling every schema takes a second of the start; each is compiled at its first request instead. */
const compiledWhenUsed: FastifySchemaCompiler<TSchema> = (route) => {
  let check: ReturnType<typeof TypeBoxValidatorCompiler> | undefined
  return (value) => (check ??= TypeBoxValidatorCompiler(route))(value)
}
