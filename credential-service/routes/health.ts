// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

/** One question per part that the service needs, each answering within a second. */
export type Readiness = Record<'database' | 'ledger' | 'migrations', () => Promise<boolean>>

const Health = Type.Object({
  alive: Type.Boolean(),
  ready: Type.Object({ database: Type.Boolean(), ledger: Type.Boolean(), migrations: Type.Boolean() }),
})

/** 200 when every part answers, 503 with the same body when one does not. */
export const healthRoutes = (parts: Readiness): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/health', {
    config: { access: 'public' },
    schema: { tags: ['service'], response: { 200: Health, 503: Health } },
  }, async (_request, reply) => {
    const [database, ledger, migrations] = await Promise.all([parts.database, parts.ledger, parts.migrations].map(within))
    const ready = { database: database ?? false, ledger: ledger ?? false, migrations: migrations ?? false }
    const all = Object.values(ready).every(Boolean)
    return reply.code(all ? 200 : 503).header('cache-control', 'no-store').send({ alive: true, ready })
  })
}

const LIMIT_MS = 1000

/** False when the part fails or does not answer in time. */
function within(ask: () => Promise<boolean>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), LIMIT_MS)
  ask().then(resolve, () => resolve(false)).finally(() => clearTimeout(timer))
  return promise
}
