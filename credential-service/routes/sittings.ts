// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { personOf } from '../plugins/access.ts'
import { limitPerPerson } from '../plugins/person-rate.ts'
import type { DeliberationUseCases } from '../use-cases/deliberation/index.ts'
import { BrowserOptions, DeliberationBody, deliberationBody, PasskeyJsonBody, VoteText } from './deliberation-schemas.ts'
import { IdPath } from './results-schemas.ts'

const tags = ['juries']
const access = 'sit-on-juries'
const MaybeOptions = Type.Union([BrowserOptions, Type.Null()])
const Sitting = Type.Object({ deliberation: DeliberationBody, ask: Type.Object({ decided: MaybeOptions, refused: MaybeOptions }) })

/** What waits for a member: read, then signed or refused with their passkey. */
export const sittingRoutes = (juries: DeliberationUseCases): FastifyPluginAsyncTypebox => async (app) => {
  limitPerPerson(app, 120)
  const read = async (person: { id: string }, id: string) => {
    const deliberation = await juries.readForMember(person, id)
    const gone = deliberation.places.find((place) => place.person === person.id)?.replacedBy !== null
    return { deliberation: deliberationBody(deliberation), ask: gone ? { decided: null, refused: null } : await juries.askSignature(person, id) }
  }

  app.get('/api/sittings', {
    config: { access },
    schema: { tags, summary: 'The deliberations in which I have a place', response: { 200: Type.Object({ deliberations: Type.Array(DeliberationBody) }) } },
  }, async (request) => ({ deliberations: (await juries.of(personOf(request))).map(deliberationBody) }))

  app.get('/api/sittings/:id', {
    config: { access },
    schema: { tags, summary: 'What I am asked to sign, and what my browser needs for it', params: IdPath, response: { 200: Sitting } },
  }, async (request) => read(personOf(request), request.params.id))

  app.post('/api/sittings/:id/sign', {
    config: { access },
    schema: { tags, summary: 'My signature of the decision, or of the refusal', params: IdPath,
      body: Type.Object({ vote: VoteText, answer: PasskeyJsonBody }), response: { 200: Sitting } },
  }, async (request) => {
    const { vote, answer } = request.body
    await juries.signStatement(personOf(request), request.params.id, vote, answer)
    return read(personOf(request), request.params.id)
  })
}
