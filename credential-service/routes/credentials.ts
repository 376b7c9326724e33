// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { personOf } from '../plugins/access.ts'
import { listCredentials, readBundle } from '../use-cases/issuing/index.ts'
import type { IssuingNeeds } from '../use-cases/issuing/index.ts'

const Credential = Type.Object({
  id: Type.String(),
  title: Type.Object({ fr: Type.String(), en: Type.String() }),
  school: Type.String(),
  issuedAt: Type.String({ format: 'date-time' }),
  status: Type.Enum(['preparing', 'anchoring', 'ready', 'failed']),
})
const ById = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }) })

/** The wallet's first form: my credentials, and the file of each. */
export const credentialRoutes = (needs: IssuingNeeds): FastifyPluginAsyncTypebox => async app => {
  const [list, read] = [listCredentials(needs), readBundle(needs)]

  app.get('/api/credentials', {
    config: { access: 'hold-credentials' },
    schema: { tags: ['credentials'], response: { 200: Type.Object({ credentials: Type.Array(Credential) }) } },
  }, async request => {
    const credentials = await list(personOf(request).id)
    return { credentials: credentials.map(held => ({ ...held, issuedAt: held.issuedAt.toISOString() })) }
  })

  app.get('/api/credentials/:id/bundle', {
    config: { access: 'hold-credentials' },
    schema: { tags: ['credentials'], params: ById },
  }, async (request, reply) => {
    const text = await read(personOf(request).id, request.params.id)
    // The name tells the file from others and says nothing of its holder.
    const name = `attestation-${request.params.id.slice(0, 8)}.compagnon.json`
    return reply.type('application/json')
      .header('content-disposition', `attachment; filename="${name}"`).send(text)
  })
}
