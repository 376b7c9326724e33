// SPDX-License-Identifier: EUPL-1.2
import { validate } from '@readme/openapi-parser'
import Fastify from 'fastify'
import { Check, Errors } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeApi } from '#service/routes/docs.ts'
import { vcApiRoutes } from '#service/routes/vc-api.ts'
import { examples } from '#service/routes/vc-api-examples.ts'
import { vcApi } from './sandbox.ts'

type Media = { schema: object }
type Operation = {
  summary?: string
  requestBody?: { content: Record<string, Media & { example?: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, Media> }>
}

let api: Awaited<ReturnType<typeof vcApi>>
let document: { paths: Record<string, Record<'get' | 'post', Operation>> }
beforeAll(async () => {
  api = await vcApi()
  const app = Fastify()
  await describeApi(app)
  await app.register(vcApiRoutes(api.needs))
  await app.ready()
  document = app.swagger() as unknown as typeof document
  await app.close()
})
afterAll(() => api?.close())

const operations = () => Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, method, operation })))

describe('the OpenAPI description of /vc-api', () => {
  it('is found right by an outside validator', async () => {
    expect(await validate(structuredClone(document) as never)).toEqual({ valid: true, warnings: [], specification: 'OpenAPI' })
  })

  it('tells of every call what it does, what it takes and what it answers', () => {
    expect(operations()).toHaveLength(11)
    for (const { name, method, operation: { summary, requestBody, responses } } of operations()) {
      expect(summary, name).toMatch(/\w/)
      expect(Object.keys(responses).some((status) => status.startsWith('2')), name).toBe(true)
      expect(responses['429'], name).toBeDefined()
      for (const [status, { description, content }] of Object.entries(responses)) {
        expect(description, `${name} ${status}`).toMatch(/\w/)
        if (status !== '204') expect(Object.keys(content ?? {}), `${name} ${status}`).not.toEqual([])
      }
      if (method === 'post' && !name.endsWith('/publish')) expect(requestBody?.content['application/json']?.example, name).toBeDefined()
    }
  })

  it.each([
    ['credentials/issue', examples.issue, 201], ['issuers/ecdsa-sd-2023/credentials/issue', examples.issue, 201],
    ['presentations', { ...examples.prove, presentation: { ...examples.prove.presentation, verifiableCredential: [] } }, 201],
    ['credentials/verify', examples.verify, 400], ['presentations/verify', examples.verifyPresentation, 400],
    ['credentials/derive', examples.derive, 422], ['credentials/status', examples.status, 404],
    ['issuers/nobody/credentials/issue', examples.issue, 404], ['credentials/verify', { verifiableCredential: 7, options: { unknown: 1 } }, 400],
  ])('is true: %s answers what it says', async (path, body, status) => {
    const answer = await api.post(path, body)
    expect(answer.status).toBe(status)
    const described = document.paths[`/vc-api/${path.replace(/^issuers\/[^/]+/, 'issuers/{issuer}')}`]!.post.responses[String(status)]!
    const [[media, { schema }]] = Object.entries(described.content!) as [[string, Media]]
    expect(answer.type).toContain(media)
    expect(Errors(schema as never, answer.body)).toEqual([])
    expect(Check(schema as never, answer.body)).toBe(true)
  })

  it('is true of what is verified', async () => {
    const verified = await api.verify(await api.issue(examples.issue.credential), { returnCredential: true, returnResults: true })
    expect(verified.status).toBe(200)
    const { schema } = document.paths['/vc-api/credentials/verify']!.post.responses['200']!.content!['application/json']!
    expect(Errors(schema as never, verified.body)).toEqual([])
  })
})
