// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { personOf } from '../plugins/access.ts'
import { limitPerPerson } from '../plugins/person-rate.ts'
import type { DeliberationUseCases } from '../use-cases/deliberation/index.ts'
import { DeliberationBody, deliberationBody, Hex32, JurorBody, jurorBody, PersonId, SeatBody, seatBody } from './deliberation-schemas.ts'
import { IdPath } from './results-schemas.ts'

const tags = ['juries']
const access = 'hold-deliberations'
const One = Type.Object({ deliberation: DeliberationBody })
const Seats = Type.Object({ seats: Type.Array(SeatBody) })

/** An academy's deliberations: opened over confirmed results, watched, the absent replaced; and the seats it gave. */
export const deliberationRoutes = (juries: DeliberationUseCases): FastifyPluginAsyncTypebox => async (app) => {
  limitPerPerson(app, 120)

  app.get('/api/juries/people', {
    config: { access },
    schema: { tags, summary: 'Who may be named to a jury', response: { 200: Type.Object({ people: Type.Array(JurorBody) }) } },
  }, async () => ({ people: (await juries.jurors()).map(jurorBody) }))

  app.get('/api/juries/seats', {
    config: { access },
    schema: { tags, summary: 'The seats that my academy gave and that are not over', response: { 200: Seats } },
  }, async (request) => ({ seats: (await juries.listSeats(personOf(request))).map(seatBody) }))

  app.post('/api/juries/seats/end', {
    config: { access },
    schema: { tags, summary: 'End a member’s seat before its time', body: Type.Object({ member: Hex32 }), response: { 200: Seats } },
  }, async (request) => ({ seats: (await juries.endSeat(personOf(request), request.body.member as `0x${string}`)).map(seatBody) }))

  app.get('/api/deliberations', {
    config: { access },
    schema: { tags, summary: 'The deliberations of my academy, newest first', response: { 200: Type.Object({ deliberations: Type.Array(DeliberationBody) }) } },
  }, async (request) => ({ deliberations: (await juries.listDeliberations(personOf(request))).map(deliberationBody) }))

  app.post('/api/deliberations', {
    config: { access },
    schema: { tags, summary: 'Open a deliberation over a session’s confirmed results, or the next round after a refusal',
      body: Type.Object({
        results: Type.String({ format: 'uuid' }), people: Type.Array(PersonId, { minItems: 1, maxItems: 64 }), quorum: Type.Integer({ minimum: 1, maximum: 64 }),
      }), response: { 201: One } },
  }, async (request, reply) => reply.code(201).send({ deliberation: deliberationBody(await juries.openDeliberation(personOf(request), request.body)) }))

  app.get('/api/deliberations/:id', {
    config: { access },
    schema: { tags, summary: 'A deliberation: who has signed what', params: IdPath, response: { 200: One } },
  }, async (request) => ({ deliberation: deliberationBody(await juries.readOwn(personOf(request), request.params.id)) }))

  app.post('/api/deliberations/:id/replace', {
    config: { access },
    schema: { tags, summary: 'Give the place of someone absent to someone else', params: IdPath,
      body: Type.Object({ absent: PersonId, substitute: PersonId }), response: { 200: One } },
  }, async (request) => ({ deliberation: deliberationBody(await juries.replaceMember(personOf(request), request.params.id, request.body)) }))

  app.get('/api/deliberations/:id/minutes.pdf', {
    config: { access },
    schema: { tags, summary: 'The minutes of a closed deliberation, signed by the academy, their data attached', params: IdPath },
  }, async (request, reply) => {
    const document = await juries.readSignedMinutes(personOf(request), request.params.id)
    return reply.type('application/pdf')
      .header('content-disposition', `attachment; filename="proces-verbal-${request.params.id.slice(0, 8)}.pdf"`).send(Buffer.from(document))
  })

  app.get('/api/deliberations/:id/minutes', {
    config: { access },
    schema: { tags, summary: 'The minutes of a closed deliberation as data, with the signatures', params: IdPath },
  }, async (request, reply) => {
    const text = await juries.readMinutes(personOf(request), request.params.id)
    return reply.type('application/json')
      .header('content-disposition', `attachment; filename="proces-verbal-${request.params.id.slice(0, 8)}.json"`).send(text)
  })
}
