// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { personOf } from '../plugins/access.ts'
import { limitPerPerson } from '../plugins/person-rate.ts'
import type { EvidenceUseCases } from '../use-cases/evidence/index.ts'
import { actorOf, debriefBody, lineBody } from './attempt-bodies.ts'
import {
  Acknowledgement, AttemptId, AttemptPath, ChunkBody, DebriefBody, DigestText, Head, Line, Mode, ScenarioId,
} from './attempt-schemas.ts'

const tags = ['evidence']
const mostBytes = 256 * 1024
/** A steady learner sends a chunk with each gesture, one a second at most. */
const mostPerMinute = 300

/** Attempts: begun, received chunk by chunk, finished, looked back at. */
export const attemptRoutes = (evidence: EvidenceUseCases): FastifyPluginAsyncTypebox => async (app) => {
  limitPerPerson(app, mostPerMinute)
  app.post('/api/attempts', {
    config: { access: 'take-attempts' },
    schema: {
      tags,
      summary: 'Begin an attempt: the service chooses the nonce and the seed',
      body: Type.Object({
        scenario: ScenarioId, mode: Mode, sessionCode: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{1,12}$' })),
      }),
      response: { 201: Type.Object({ attempt: AttemptId, head: Head, headDigest: DigestText }) },
    },
  }, async (request, reply) => reply.code(201).send(await evidence.startAttempt(actorOf(request), request.body)))

  app.post('/api/attempts/:id/chunks', {
    bodyLimit: mostBytes,
    config: { access: 'take-attempts' },
    schema: {
      tags,
      summary: 'Send the next chunk; the same chunk again gets the same answer',
      params: AttemptPath, body: ChunkBody, response: { 200: Acknowledgement, 201: Acknowledgement },
    },
  }, async (request, reply) => {
    const { isNew, receivedAt, ...said } = await evidence.receiveChunk(actorOf(request), request.params.id, request.body)
    return reply.code(isNew ? 201 : 200).send({ ...said, receivedAt: receivedAt.toISOString() })
  })

  app.post('/api/attempts/:id/finish', {
    config: { access: 'take-attempts' },
    schema: {
      tags,
      summary: 'End the attempt: what was acknowledged is replayed and assessed',
      params: AttemptPath,
      body: Type.Object({ chunks: Type.Integer({ minimum: 0 }), last: Type.Union([DigestText, Type.Null()]) }),
      response: { 200: Type.Object({ debrief: DebriefBody }) },
    },
  }, async (request) => ({
    debrief: debriefBody(await evidence.finishAttempt(actorOf(request), request.params.id, request.body)),
  }))

  app.get('/api/attempts', {
    config: { access: 'take-attempts' },
    schema: { tags, summary: 'My attempts', response: { 200: Type.Object({ attempts: Type.Array(Line) }) } },
  }, async (request) => ({ attempts: (await evidence.myAttempts(actorOf(request))).map(lineBody) }))

  app.get('/api/attempts/:id', {
    config: { access: 'read-debriefs' },
    schema: {
      tags,
      summary: 'The debrief: what was done, what it showed, which criterion, at which moment',
      params: AttemptPath,
      response: { 200: Type.Object({ debrief: DebriefBody }) },
    },
  }, async (request) => {
    const teaches = personOf(request).roles.includes('teacher')
    return { debrief: debriefBody(await evidence.readDebrief({ ...actorOf(request), teaches }, request.params.id)) }
  })
  app.get('/api/attempts/:id/earlier', {
    config: { access: 'read-debriefs' },
    schema: {
      tags,
      summary: 'The same learner’s earlier finished attempts at it, as far as one may read them: to compare',
      params: AttemptPath,
      response: { 200: Type.Object({ attempts: Type.Array(Line) }) },
    },
  }, async (request) => {
    const teaches = personOf(request).roles.includes('teacher')
    return { attempts: (await evidence.earlierAttempts({ ...actorOf(request), teaches }, request.params.id)).map(lineBody) }
  })
}
