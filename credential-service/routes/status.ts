// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { readStatusList } from '../use-cases/issuing/index.ts'
import type { IssuingNeeds } from '../use-cases/issuing/index.ts'

const ByList = Type.Object({ list: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }) })

/** Status lists, for any verifier (W3C Bitstring Status List v1.0). Asking for a list tells nobody which place matters. */
export const statusRoutes = (needs: Pick<IssuingNeeds, 'statuses'>): FastifyPluginAsyncTypebox => async app => {
  const read = readStatusList(needs)
  app.get('/status/:list', {
    config: { access: 'public' },
    schema: { tags: ['credentials'], params: ByList },
  }, async (request, reply) => {
    const text = await read(request.params.list)
    return reply.type('application/vc').header('cache-control', 'public, max-age=60')
      .header('access-control-allow-origin', '*').send(text)
  })
}
