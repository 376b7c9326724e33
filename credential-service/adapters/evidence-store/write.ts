// SPDX-License-Identifier: EUPL-1.2
import type { Results } from '#domain/assessment/index.ts'
import type { Attempt, Decision, Write } from '../../use-cases/evidence/ports.ts'
import type { IssuingOrder } from '../../use-cases/issuing/ports.ts'
import { refuseWhenClosed } from '../issuing-store/closing.ts'
import type { EvidenceDb } from './tables.ts'

/** Writes one thing about an attempt, inside the transaction that looked at it. */
export async function writeTo(db: EvidenceDb, { id }: Attempt, write: Write): Promise<void> {
  if (write.kind === 'assessed') return writeResults(db, id, write.finishedAt, write.results)
  if (write.kind === 'decision') return writeDecision(db, id, write.decision, write.order)
  const { sequence, previous, digest, actions, receivedAt } = write.chunk
  await db.insertInto('chunks').values({
    attempt: id, sequence, previous, digest, actions: JSON.stringify(actions), received_at: receivedAt,
  }).execute()
}

async function writeResults(db: EvidenceDb, id: string, finished_at: Date, results: Results): Promise<void> {
  const { criteria, competences, eliminated, acquired } = results
  await db.updateTable('attempts').set({ status: 'assessed', finished_at, acquired }).where('id', '=', id).execute()
  if (criteria.length > 0) {
    await db.insertInto('criterion_results').values(criteria.map((one, position) => ({
      attempt: id, position, criterion: one.id, result: one.result, eliminatory: one.eliminatory,
      eliminates: eliminated.includes(one.id), detail: JSON.stringify(one),
    }))).execute()
  }
  if (competences.length > 0) {
    await db.insertInto('competence_results').values(competences.map((one, position) => ({
      attempt: id, position, competence: one.code, result: one.result, detail: JSON.stringify(one),
    }))).execute()
  }
}

async function writeDecision(db: EvidenceDb, id: string, said: Decision, order: IssuingOrder<Results> | null) {
  await db.insertInto('decisions').values({
    attempt: id, decision: said.decision, reason: said.reason, decided_at: said.decidedAt, decided_by: said.decidedBy,
  }).execute()
  await db.updateTable('attempts').set({ status: said.decision }).where('id', '=', id).execute()
  if (!order) return
  await refuseWhenClosed(db, order.school)
  await db.insertInto('issuing_orders').values({
    attempt: order.attempt, learner: order.learner, school: order.school,
    scenario: order.scenario, scenario_digest: order.scenarioDigest, results: JSON.stringify(order.results),
    evidence_digest: order.evidenceDigest, assurance: order.assurance,
    finished_at: order.finishedAt, decided_at: order.decidedAt, decided_by: order.decidedBy,
  }).execute()
}
