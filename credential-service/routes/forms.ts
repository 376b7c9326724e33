// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { credentialForms, formedTypes } from '#domain/credential/forms/index.ts'
import type { CredentialForm } from '#domain/credential/forms/index.ts'
import { personOf } from '../plugins/access.ts'
import { readForm, readTypeMetadata, showChosen } from '../use-cases/issuing/index.ts'
import type { FormsNeeds } from '../use-cases/issuing/index.ts'

const id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })
const ByForm = Type.Object({ id, form: Type.Enum([...credentialForms]) })
const Chosen = Type.Object({
  name: Type.Boolean(),
  competences: Type.Array(Type.String({ pattern: '^[A-Za-z0-9._-]{1,32}$' }), { maxItems: 64, uniqueItems: true }),
  evidence: Type.Boolean(),
}, { additionalProperties: false })

export const files: Record<CredentialForm, { type: string; ending: string }> = {
  'sd-jwt-vc': { type: 'application/dc+sd-jwt', ending: 'sd-jwt' },
  'ecdsa-sd-2023': { type: 'application/vc', ending: 'ecdsa-sd.json' },
  'elm': { type: 'application/ld+json', ending: 'elm-export.jsonld' },
}
// The name tells the file from others and says nothing of its holder.
const named = (credential: string, ending: string) => `attachment; filename="attestation-${credential.slice(0, 8)}.${ending}"`

/** My credentials in other forms, made when I ask (docs/formats.md). */
export const formRoutes = (needs: FormsNeeds): FastifyPluginAsyncTypebox => async app => {
  const [read, show, metadata] = [readForm(needs), showChosen(needs), readTypeMetadata(needs)]

  app.get('/api/credentials/:id/forms/:form', {
    config: { access: 'hold-credentials' },
    schema: { tags: ['credentials'], params: ByForm },
  }, async (request, reply) => {
    const { id: credential, form } = request.params
    const text = await read(personOf(request).id, credential, form)
    const { type, ending } = files[form]
    return reply.type(type).header('content-disposition', named(credential, ending)).send(text)
  })

  app.post('/api/credentials/:id/shown', {
    config: { access: 'hold-credentials' },
    schema: { tags: ['credentials'], params: Type.Object({ id }), body: Chosen },
  }, async (request, reply) => {
    const shown = await show(personOf(request).id, request.params.id, request.body)
    return reply.type('application/vc')
      .header('content-disposition', named(request.params.id, 'shown.json')).send(JSON.stringify(shown))
  })

  app.get('/api/credential-types/:type', {
    config: { access: 'public' },
    schema: { tags: ['credentials'], params: Type.Object({ type: Type.Enum([...formedTypes]) }) },
  }, async (request, reply) => reply.type('application/json').header('cache-control', 'public, max-age=3600')
    .header('access-control-allow-origin', '*').send(JSON.stringify(metadata(request.params.type))))
}
