// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { EvidenceUseCases } from '../use-cases/evidence/index.ts'
import { refusalReasons } from '../use-cases/evidence/ports.ts'
import type { ToValidate } from '../use-cases/validation/list-to-validate.ts'
import { actorOf } from './attempt-bodies.ts'
import { Assurance, AttemptPath, MaybeMoment, Moment, NamedScenario } from './attempt-schemas.ts'

const tags = ['validation']
const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const Waiting = Type.Object({
  attempt: Type.String(),
  learner: Type.Object({ displayName: Type.String() }),
  scenario: NamedScenario,
  startedAt: Moment,
  finishedAt: MaybeMoment,
  assurance: Assurance,
  acquired: OrNull(Type.Boolean()),
  criteriaMet: OrNull(Type.Integer()),
  criteriaTotal: OrNull(Type.Integer()),
  eliminated: OrNull(Type.Integer()),
  unfinishedOthers: Type.Integer({ description: 'Other assessed attempts at it that the same learner left unfinished' }),
  longestSilenceMs: Type.Integer({ description: 'How long evidence was held back at most' }),
})

/** What waits for a teacher, and the teacher's decision. */
export const validationRoutes = (evidence: EvidenceUseCases): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/api/validations', {
    config: { access: 'validate-attempts' },
    schema: {
      tags, summary: 'Attempts of my school to validate, and those left unfinished',
      response: { 200: Type.Object({ pending: Type.Array(Waiting), unfinished: Type.Array(Waiting) }) },
    },
  }, async (request) => {
    const { pending, unfinished } = await evidence.listToValidate(actorOf(request))
    return { pending: pending.map(waitingBody), unfinished: unfinished.map(waitingBody) }
  })

  app.post('/api/attempts/:id/decision', {
    config: { access: 'validate-attempts' },
    schema: {
      tags, summary: 'Validate a result, or refuse it; the same decision again answers the same',
      params: AttemptPath,
      body: Type.Object({
        decision: Type.Enum(['validated', 'refused']), reason: Type.Optional(Type.Enum([...refusalReasons])),
      }),
      response: { 200: Type.Object({ status: Type.Enum(['validated', 'refused']) }) },
    },
  }, async (request) => evidence.decide(actorOf(request), request.params.id, request.body))
}

function waitingBody(line: ToValidate) {
  const { id, learner, scenario, assurance, acquired, criteriaMet, criteriaTotal, eliminated } = line
  const { unfinishedOthers, longestSilenceMs } = line
  return {
    attempt: id, learner, scenario, assurance, acquired, criteriaMet, criteriaTotal, eliminated,
    unfinishedOthers, longestSilenceMs,
    startedAt: line.startedAt.toISOString(), finishedAt: line.finishedAt?.toISOString() ?? null,
  }
}
