// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { changeStatus, deriveCredential, issueCredential, provePresentation, readManifest, readSandboxList, verifyCredential, verifyPresentation } from '../use-cases/vc-api/index.ts'
import type { VcApiNeeds } from '../use-cases/vc-api/index.ts'
import { ServiceError } from '../use-cases/errors.ts'
import { answerVerdict } from './vc-api-answers.ts'
import { ByIssuer, ByList, Derive, Issue, Prove, StatusChange, Verify, VerifyPresentation } from './vc-api-schemas.ts'

// Canonicalising costs more than answering from a table: narrower than the limit of the rest, wide enough for a suite.
const PUBLIC = { access: 'public', rateLimit: { max: 1_200, timeWindow: '1 minute' } } as const
const tags = ['vc-api']

/** The W3C CCG VC API (VCALM): verifying for anyone; signing, by the sandbox alone (VC_API_SANDBOX=1). */
export const vcApiRoutes = (needs: VcApiNeeds): FastifyPluginAsyncTypebox => async (app) => {
  // Suites send JSON-LD as what it is. No form of another site can: a browser asks first for this type too.
  app.addContentTypeParser('application/ld+json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  const [issue, derive, prove] = [issueCredential(needs), deriveCredential(needs), provePresentation(needs)]
  const [verify, verifyAll] = [verifyCredential(needs), verifyPresentation(needs)]

  app.post('/vc-api/credentials/issue', { config: PUBLIC, schema: { tags, body: Issue } }, async ({ body }, reply) =>
    reply.code(201).send({ verifiableCredential: await issue(null, body.credential, body.options ?? {}) }))

  app.post('/vc-api/issuers/:issuer/credentials/issue', { config: PUBLIC, schema: { tags, params: ByIssuer, body: Issue } }, async ({ params, body }, reply) =>
    reply.code(201).send({ verifiableCredential: await issue(params.issuer, body.credential, body.options ?? {}) }))

  app.post('/vc-api/credentials/derive', { config: PUBLIC, schema: { tags, body: Derive } }, async ({ body }, reply) =>
    reply.code(201).send({ verifiableCredential: await derive(body.verifiableCredential, body.options?.selectivePointers ?? []) }))

  app.post('/vc-api/credentials/verify', { config: PUBLIC, schema: { tags, body: Verify } }, async (request, reply) => {
    const { verifiableCredential, options } = request.body
    return answerVerdict(request, reply, await verify(verifiableCredential, options))
  })

  app.post('/vc-api/presentations/verify', { config: PUBLIC, schema: { tags, body: VerifyPresentation } }, async (request, reply) => {
    const { verifiablePresentation, presentation, options } = request.body
    const signed = verifiablePresentation !== undefined
    if (!signed && presentation === undefined) throw new ServiceError('ERR_REQUEST_INVALID', { at: 'body/verifiablePresentation' })
    return answerVerdict(request, reply, await verifyAll(signed ? verifiablePresentation : presentation, signed, options))
  })

  for (const path of ['/vc-api/presentations', '/vc-api/presentations/prove']) {
    app.post(path, { config: PUBLIC, schema: { tags, body: Prove } }, async ({ body }, reply) =>
      reply.code(201).send({ verifiablePresentation: await prove(body.presentation, body.options ?? {}) }))
  }
  await app.register(statusRoutes(needs))
}

/** The sandbox's status lists, and what an outside suite is told of all this. */
const statusRoutes = (needs: VcApiNeeds): FastifyPluginAsyncTypebox => async (app) => {
  const [change, read, manifest] = [changeStatus(needs), readSandboxList(needs), readManifest(needs)]

  app.post('/vc-api/credentials/status', { config: PUBLIC, schema: { tags, body: StatusChange } }, async ({ body }) => {
    await change(body)
    return {}
  })

  app.get('/vc-api/status-lists/:list', { config: PUBLIC, schema: { tags, params: ByList } }, async ({ params, headers }, reply) => {
    const list = await read(params.list)
    // A reader that knows plain JSON-LD only is given the same text under that name.
    const type = /json/.test(headers.accept ?? '') && !/application\/vc\b|\*\/\*/.test(headers.accept ?? '') ? 'application/ld+json' : 'application/vc'
    return reply.type(type).header('vary', 'accept').header('access-control-allow-origin', '*').send(JSON.stringify(list))
  })

  // Lists are made when they are read: publishing one again changes nothing.
  app.post('/vc-api/status-lists/:list/publish', { config: PUBLIC, schema: { tags, params: ByList, body: Type.Optional(Type.Unknown()) } }, async ({ params }, reply) => {
    await read(params.list)
    return reply.code(204).send()
  })

  app.get('/vc-api/manifest', { config: PUBLIC, schema: { tags } }, manifest)
}
