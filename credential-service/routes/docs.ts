// SPDX-License-Identifier: EUPL-1.2
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { openToAll } from '../plugins/access.ts'
import { problemTable } from '../problems/table.ts'

const TextSchema = Type.Object({ fr: Type.String(), en: Type.String() })
const Errors = Type.Object({
  errors: Type.Array(Type.Object({
    code: Type.String(), status: Type.Integer(), title: TextSchema, remedy: TextSchema,
  })),
})

/** Collects the routes that are added after it into one OpenAPI description. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Compagnon', version: '0.1.0', description: 'Errors are RFC 9457 problem documents: see /api/errors.' },
    },
  })
}

/** The API's pages: /api/docs (OpenAPI) and /api/errors (the closed list of problems). */
export async function docsRoutes(app: FastifyInstance): Promise<void> {
  app.get('/api/errors', {
    config: { access: 'public' },
    schema: { tags: ['service'], response: { 200: Errors } },
  }, async () => ({ errors: Object.entries(problemTable).map(([code, kind]) => ({ code, ...kind })) }))

  await app.register(async (scope) => {
    openToAll(scope)
    scope.addHook('onRequest', async (_request, reply) => { reply.header('content-security-policy', PAGE_POLICY) })
    await scope.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { validatorUrl: null } as object })
  })
}

// The page writes styles into its own elements and shows drawings as data; it calls only this service.
const PAGE_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; "
  + "object-src 'none'; frame-ancestors 'none'; form-action 'self'"
