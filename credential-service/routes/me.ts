// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { roles } from '#domain/access.ts'

const Person = Type.Object({
  id: Type.String(),
  displayName: Type.String(),
  roles: Type.Array(Type.Enum([...roles])),
  school: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
})

/** Who the caller is. */
export const meRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/api/me', {
    config: { access: 'public' },
    schema: { tags: ['people'], response: { 200: Type.Object({ person: Type.Union([Person, Type.Null()]) }) } },
  }, async (request) => ({ person: request.person }))
}
