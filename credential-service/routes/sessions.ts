// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { EvidenceUseCases } from '../use-cases/evidence/index.ts'
import type { Session } from '../use-cases/sessions/ports.ts'
import { actorOf } from './attempt-bodies.ts'
import { MaybeMoment, Moment, ScenarioId } from './attempt-schemas.ts'

const tags = ['sessions']
const SessionBody = Type.Object({
  id: Type.String(), code: Type.String(), scenario: Type.String(), openedAt: Moment, closedAt: MaybeMoment,
})
const One = Type.Object({ session: SessionBody })

/** Assessed sessions: a teacher opens one, says its code aloud, watches, and closes it. */
export const sessionRoutes = (evidence: EvidenceUseCases): FastifyPluginAsyncTypebox => async (app) => {
  app.post('/api/sessions', {
    config: { access: 'run-sessions' },
    schema: { tags, summary: 'Open a session', body: Type.Object({ scenario: ScenarioId }), response: { 201: One } },
  }, async (request, reply) =>
    reply.code(201).send({ session: sessionBody(await evidence.openSession(actorOf(request), request.body.scenario)) }))

  app.get('/api/sessions', {
    config: { access: 'run-sessions' },
    schema: { tags, summary: 'My sessions', response: { 200: Type.Object({ sessions: Type.Array(SessionBody) }) } },
  }, async (request) => ({ sessions: (await evidence.listSessions(actorOf(request))).map(sessionBody) }))

  app.post('/api/sessions/:id/close', {
    config: { access: 'run-sessions' },
    schema: {
      tags, summary: 'Close a session: nothing can begin in it any more, and what was done must come soon',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }), response: { 200: One },
    },
  }, async (request) => ({ session: sessionBody(await evidence.closeSession(actorOf(request), request.params.id)) }))
}

const sessionBody = ({ id, code, scenario, openedAt, closedAt }: Session) =>
  ({ id, code, scenario, openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null })
