// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { personOf } from '../plugins/access.ts'
import type { Debrief } from '../use-cases/assessment/read-debrief.ts'
import type { MyAttempt } from '../use-cases/evidence/my-attempts.ts'
import type { Actor } from '../use-cases/evidence/ports.ts'
import type { DebriefBody, Line } from './attempt-schemas.ts'

/** Who calls, as far as evidence is concerned. */
export function actorOf(request: FastifyRequest): Actor {
  const person = personOf(request)
  return { id: person.id, school: person.school?.id ?? null }
}

const written = (moment: Date | null) => moment?.toISOString() ?? null

/** A line of a list, as JSON says it. */
export function lineBody(line: MyAttempt): Static<typeof Line> {
  const { id, scenario, mode, assurance, status, acquired } = line
  const [startedAt, finishedAt] = [line.startedAt.toISOString(), written(line.finishedAt)]
  return { id, scenario, mode, assurance, status, startedAt, finishedAt, acquired }
}

/** A debrief, as JSON says it. */
export function debriefBody({ attempt, decision, ...rest }: Debrief): Static<typeof DebriefBody> {
  return {
    ...rest,
    attempt: { ...attempt, startedAt: attempt.startedAt.toISOString(), finishedAt: written(attempt.finishedAt) },
    decision: decision && { ...decision, decidedAt: decision.decidedAt.toISOString() },
  }
}
