// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { STATUS_TTL, statusForms } from '#domain/credential/index.ts'
import { readStatusList } from '../use-cases/issuing/index.ts'
import type { IssuingNeeds } from '../use-cases/issuing/index.ts'

const ByList = Type.Object({ list: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }) })

const addresses = { revocation: '/status/:list', suspension: '/status/:list/suspension', token: '/status/:list/token' } as const
const types = { revocation: 'application/vc', suspension: 'application/vc', token: 'application/statuslist+jwt' } as const

/**
 * Status lists, for any verifier: W3C Bitstring Status List v1.0, and IETF Token Status List (draft-ietf-oauth-status-list
 * §8.1). Asking for a list tells nobody which place matters.
 */
export const statusRoutes = (needs: Pick<IssuingNeeds, 'statuses'>): FastifyPluginAsyncTypebox => async app => {
  const read = readStatusList(needs)
  for (const form of statusForms) {
    app.get(addresses[form], {
      config: { access: 'public' },
      schema: { tags: ['credentials'], params: ByList },
    }, async (request, reply) => {
      const text = await read(request.params.list, form)
      return reply.type(types[form]).header('cache-control', `public, max-age=${STATUS_TTL}`)
        .header('access-control-allow-origin', '*').send(text)
    })
  }
}
