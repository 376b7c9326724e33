// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { personOf } from '../plugins/access.ts'
import { limitPerPerson } from '../plugins/person-rate.ts'
import type { DeliberationUseCases } from '../use-cases/deliberation/index.ts'
import { BrowserOptions, PasskeyBody, PasskeyJsonBody, passkeyBody } from './deliberation-schemas.ts'

const tags = ['juries']
const access = 'sit-on-juries'

/** A jury member's own passkey. */
export const passkeyRoutes = (juries: DeliberationUseCases): FastifyPluginAsyncTypebox => async (app) => {
  limitPerPerson(app, 60)

  app.get('/api/juries/passkey', {
    config: { access },
    schema: { tags, summary: 'My passkey', response: { 200: Type.Object({ passkey: Type.Union([PasskeyBody, Type.Null()]) }) } },
  }, async (request) => {
    const passkey = await juries.passkeyOf(personOf(request))
    return { passkey: passkey && passkeyBody(passkey) }
  })

  app.post('/api/juries/passkey/begin', {
    config: { access },
    schema: { tags, summary: 'What a browser needs to make my passkey (WebAuthn)', response: { 200: Type.Object({ options: BrowserOptions }) } },
  }, async (request) => ({ options: await juries.beginPasskey(personOf(request)) }))

  app.post('/api/juries/passkey', {
    config: { access },
    schema: { tags, summary: 'Register the passkey that was made', body: PasskeyJsonBody, response: { 201: Type.Object({ passkey: PasskeyBody }) } },
  }, async (request, reply) => reply.code(201).send({ passkey: passkeyBody(await juries.registerPasskey(personOf(request), request.body)) }))
}
