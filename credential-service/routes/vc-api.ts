// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { deriveCredential, issueCredential, provePresentation, verifyCredential, verifyPresentation } from '../use-cases/vc-api/index.ts'
import type { VcApiNeeds } from '../use-cases/vc-api/index.ts'
import { ServiceError } from '../use-cases/errors.ts'
import { answerVerdict } from './vc-api-answers.ts'
import { examples } from './vc-api-examples.ts'
import { responses } from './vc-api-responses.ts'
import {
  ByIssuer, Derive, DeriveOptions, Issue, IssueOptions, onlyKnown, Prove, ProveOptions, Verify, VerifyOptions, VerifyPresentation, VerifyPresentationOptions,
} from './vc-api-schemas.ts'
import { PUBLIC, vcApiStatusRoutes } from './vc-api-status.ts'

const tags = ['vc-api']

/** The W3C CCG VC API (VCALM): verifying for anyone; signing, by the sandbox alone (VC_API_SANDBOX=1). */
export const vcApiRoutes = (needs: VcApiNeeds): FastifyPluginAsyncTypebox => async (app) => {
  // Suites send JSON-LD as what it is. No form of another site can: a browser asks first for this type too.
  app.addContentTypeParser('application/ld+json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  asItIs(app)
  // Each address has its own share of the readers' time.
  const of = ({ ip }: FastifyRequest): VcApiNeeds => ({ ...needs, reading: () => needs.reading(ip) })
  await app.register(verifyingRoutes(of))
  await app.register(signingRoutes(of))
  await app.register(vcApiStatusRoutes(needs))
}

/** The schemas of answers describe; they do not choose what is sent, as Fastify would have them. */
const asItIs = (app: FastifyInstance) => app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))

type NeedsOf = (request: FastifyRequest) => VcApiNeeds

const verifyingRoutes = (of: NeedsOf): FastifyPluginAsyncTypebox => async (app) => {
  app.post('/vc-api/credentials/verify', {
    config: PUBLIC, preValidation: onlyKnown(VerifyOptions),
    schema: { tags, summary: 'Verify Credential', body: { ...Verify, examples: [examples.verify] }, response: responses.verify },
  }, async (request, reply) => {
    const { verifiableCredential, options } = request.body
    return answerVerdict(request, reply, await verifyCredential(of(request))(verifiableCredential, options), { document: verifiableCredential, as: 'credential', ...options })
  })

  app.post('/vc-api/presentations/verify', {
    config: PUBLIC, preValidation: onlyKnown(VerifyPresentationOptions),
    schema: { tags, summary: 'Verify Presentation', body: { ...VerifyPresentation, examples: [examples.verifyPresentation] }, response: responses.verify },
  }, async (request, reply) => {
    const { verifiablePresentation, presentation, options } = request.body
    const signed = verifiablePresentation !== undefined
    const document = signed ? verifiablePresentation : presentation
    if (document === undefined) throw new ServiceError('ERR_REQUEST_INVALID', { at: 'body/verifiablePresentation' })
    return answerVerdict(request, reply, await verifyPresentation(of(request))(document, signed, options), { document, as: 'verifiablePresentation', ...options })
  })

  app.post('/vc-api/credentials/derive', {
    config: PUBLIC, preValidation: onlyKnown(DeriveOptions),
    schema: { tags, summary: 'Derive Credential', body: { ...Derive, examples: [examples.derive] }, response: responses.derive },
  }, async (request, reply) => {
    const { verifiableCredential, options } = request.body
    return reply.code(201).send({ verifiableCredential: await deriveCredential(of(request))(verifiableCredential, options?.selectivePointers ?? []) })
  })
}

const signingRoutes = (of: NeedsOf): FastifyPluginAsyncTypebox => async (app) => {
  const issuing = { tags, summary: 'Issue Credential', body: { ...Issue, examples: [examples.issue] }, response: responses.issue }

  app.post('/vc-api/credentials/issue', { config: PUBLIC, preValidation: onlyKnown(IssueOptions), schema: issuing }, async (request, reply) =>
    reply.code(201).send({ verifiableCredential: await issueCredential(of(request))(null, request.body.credential, request.body.options ?? {}) }))

  app.post('/vc-api/issuers/:issuer/credentials/issue', {
    config: PUBLIC, preValidation: onlyKnown(IssueOptions), schema: { ...issuing, params: ByIssuer },
  }, async (request, reply) => {
    const { credential, options } = request.body
    return reply.code(201).send({ verifiableCredential: await issueCredential(of(request))(request.params.issuer, credential, options ?? {}) })
  })

  for (const path of ['/vc-api/presentations', '/vc-api/presentations/prove']) {
    app.post(path, {
      config: PUBLIC, preValidation: onlyKnown(ProveOptions),
      schema: { tags, summary: 'Create Presentation', body: { ...Prove, examples: [examples.prove] }, response: responses.prove },
    }, async (request, reply) =>
      reply.code(201).send({ verifiablePresentation: await provePresentation(of(request))(request.body.presentation, request.body.options ?? {}) }))
  }
}
