// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { personOf } from '../plugins/access.ts'
import { limitPerPerson } from '../plugins/person-rate.ts'
import { forOfficers } from '../use-cases/diplomas/index.ts'
import type { OfficerNeeds } from '../use-cases/diplomas/index.ts'

const tags = ['issuing']
const BySession = Type.Object({ session: Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$' }) })
const Count = Type.Integer({ minimum: 0 })
const ProgressBody = Type.Object({
  session: Type.String(),
  state: Type.Enum(['running', 'paused', 'cancelled', 'issued', 'anchored']),
  issued: Count,
  expected: Type.Union([Count, Type.Null()]),
  perSecond: Type.Union([Type.Number(), Type.Null()]),
  secondsLeft: Type.Union([Count, Type.Null()]),
  batches: Type.Object({ closed: Count, confirmed: Count }),
  root: Type.Union([Type.String(), Type.Null()]),
  problem: Type.Union([Type.String(), Type.Null()]),
})

/** An officer at work: a page that asks how far it is, not a machine. */
const MOST_PER_MINUTE = 120

/** How far the issuing of a session is, its pause, resumption and end, and the file of each diploma: each academy has its own. */
export const diplomaRoutes = (needs: OfficerNeeds): FastifyPluginAsyncTypebox => async app => {
  const officers = forOfficers(needs)
  limitPerPerson(app, MOST_PER_MINUTE)

  app.get('/api/issuing/:session', {
    config: { access: 'issue-diplomas' },
    schema: { tags, summary: 'How far the issuing of a session is', params: BySession, response: { 200: ProgressBody } },
  }, request => officers.progress(personOf(request), request.params.session))

  for (const [name, summary, move] of [
    ['pause', 'Stop after the part under way', officers.pause],
    ['resume', 'Go on where it stopped', officers.resume],
    ['cancel', 'End it and erase its diplomas, while nothing is on the ledger', officers.cancel],
  ] as const) {
    app.post(`/api/issuing/:session/${name}`, {
      config: { access: 'issue-diplomas' },
      schema: { tags, summary, params: BySession, response: { 200: ProgressBody } },
    }, async request => {
      await move(personOf(request), request.params.session)
      return officers.progress(personOf(request), request.params.session)
    })
  }

  app.get('/api/diplomas/:id/bundle', {
    config: { access: 'issue-diplomas' },
    schema: { tags, summary: 'The file a diploma’s holder keeps', params: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
  }, async (request, reply) => {
    const text = await officers.diploma(personOf(request), request.params.id)
    // The name tells the file from others and says nothing of its holder.
    return reply.type('application/json')
      .header('content-disposition', `attachment; filename="diplome-${request.params.id.slice(0, 8)}.compagnon.json"`).send(text)
  })
}
