// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { changeStatus, readManifest, readSandboxList } from '../use-cases/vc-api/index.ts'
import type { VcApiNeeds } from '../use-cases/vc-api/index.ts'
import { examples } from './vc-api-examples.ts'
import { responses } from './vc-api-responses.ts'
import { ByList, StatusChange } from './vc-api-schemas.ts'

// Canonicalising costs more than answering from a table: narrower than the limit of the rest, wide enough for a suite.
export const PUBLIC = { access: 'public', rateLimit: { max: 1_200, timeWindow: '1 minute' } } as const
const tags = ['vc-api']

/** The sandbox's status lists, and what an outside suite is told of all this. */
export const vcApiStatusRoutes = (needs: VcApiNeeds): FastifyPluginAsyncTypebox => async (app) => {
  const [change, read, manifest] = [changeStatus(needs), readSandboxList(needs), readManifest(needs)]

  app.post('/vc-api/credentials/status', {
    config: PUBLIC, schema: { tags, summary: 'Update Status', body: { ...StatusChange, examples: [examples.status] }, response: responses.status },
  }, async ({ body }) => {
    await change(body)
    return {}
  })

  app.get('/vc-api/status-lists/:list', { config: PUBLIC, schema: { tags, summary: 'Get Status List', params: ByList, response: responses.list } }, async ({ params, headers }, reply) => {
    const list = await read(params.list)
    // A reader that knows plain JSON-LD only is given the same text under that name.
    const type = /json/.test(headers.accept ?? '') && !/application\/vc\b|\*\/\*/.test(headers.accept ?? '') ? 'application/ld+json' : 'application/vc'
    return reply.type(type).header('vary', 'accept').header('access-control-allow-origin', '*').send(JSON.stringify(list))
  })

  // Lists are made when they are read: publishing one again changes nothing.
  app.post('/vc-api/status-lists/:list/publish', {
    config: PUBLIC, schema: { tags, summary: 'Publish Status List', params: ByList, body: Type.Optional(Type.Unknown()), response: responses.publish },
  }, async ({ params }, reply) => {
    await read(params.list)
    return reply.code(204).send()
  })

  app.get('/vc-api/manifest', { config: PUBLIC, schema: { tags, summary: 'For the manifests of test suites', response: responses.manifest } }, manifest)
}
