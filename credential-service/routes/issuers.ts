// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { readIssuerDocument } from '../use-cases/issuing/index.ts'
import type { IssuingNeeds } from '../use-cases/issuing/index.ts'

const BySlug = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]{1,64}$' }) })

/** DID documents of the schools and the academies, where did:web looks for them. */
export const issuerRoutes = (needs: Pick<IssuingNeeds, 'issuers'>): FastifyPluginAsyncTypebox => async app => {
  const read = readIssuerDocument(needs)
  for (const [folder, kind] of [['schools', 'school'], ['academies', 'academy']] as const) {
    app.get(`/${folder}/:slug/did.json`, {
      config: { access: 'public' },
      schema: { tags: ['credentials'], params: BySlug },
    }, async (request, reply) => {
      const document = await read(request.params.slug, kind)
      return reply.type('application/did+json').header('cache-control', 'public, max-age=60')
        .header('access-control-allow-origin', '*').send(JSON.stringify(document))
    })
  }
}
