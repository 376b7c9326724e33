// SPDX-License-Identifier: EUPL-1.2
import type { Results } from '#domain/assessment/index.ts'
import { digestOf } from '#domain/canonical.ts'
import { recordingOf } from '../assessment/read-debrief.ts'
import { ServiceError } from '../errors.ts'
import type { Actor, AttemptFile, Clock, Decision, EvidenceStore, RefusalReason } from '../evidence/ports.ts'
import type { IssuingOrder } from '../issuing/ports.ts'

type Needs = { evidence: EvidenceStore; clock: Clock }
type Choice = { decision: Decision['decision']; reason?: RefusalReason }

/**
 * A teacher's decision on a finished assessed attempt of the own school, never on one's own. Validating writes the
 * decision and the issuing order together, once; the same decision again answers the same.
 * Refuses ERR_ATTEMPT_UNKNOWN, ERR_NOT_ALLOWED (own attempt), ERR_ATTEMPT_NOT_ASSESSED (unfinished or guided),
 * ERR_RESULT_NOT_ACQUIRED (nothing to attest), ERR_DECISION_TAKEN (the other decision stands) and, from the store,
 * ERR_ISSUER_CLOSED (the school has closed: nothing is validated any more).
 */
export const decide = ({ evidence, clock }: Needs) =>
  async (actor: Actor, id: string, choice: Choice): Promise<{ status: Decision['decision'] }> => {
    const answer = await evidence.change(id, (file) => decideOn(file, actor, choice, clock.now()))
    if (!answer) throw new ServiceError('ERR_ATTEMPT_UNKNOWN', { attempt: id })
    return answer
  }

function decideOn(file: AttemptFile, actor: Actor, choice: Choice, now: Date) {
  const { attempt, results } = file
  if (attempt.person === actor.id) throw new ServiceError('ERR_NOT_ALLOWED')
  if (attempt.school === null || attempt.school !== actor.school) {
    throw new ServiceError('ERR_ATTEMPT_UNKNOWN', { attempt: attempt.id })
  }
  if (attempt.head.mode !== 'assessed' || !results || !attempt.finishedAt) {
    throw new ServiceError('ERR_ATTEMPT_NOT_ASSESSED', { attempt: attempt.id })
  }
  const answer = { status: choice.decision }
  if (file.decision) {
    if (file.decision.decision === choice.decision) return { answer, writes: [] }
    throw new ServiceError('ERR_DECISION_TAKEN', { decision: file.decision.decision })
  }
  if (choice.decision === 'validated' && !results.acquired) {
    throw new ServiceError('ERR_RESULT_NOT_ACQUIRED', { attempt: attempt.id })
  }
  const decision: Decision = {
    decision: choice.decision, decidedAt: now, decidedBy: actor.id,
    reason: choice.decision === 'refused' ? (choice.reason ?? 'other') : null,
  }
  const order = choice.decision === 'validated' ? orderFor(file, results, decision, attempt.finishedAt) : null
  return { answer, writes: [{ kind: 'decision' as const, decision, order }] }
}

function orderFor(file: AttemptFile, results: Results, decision: Decision, finishedAt: Date): IssuingOrder<Results> {
  const { id, person, school, head } = file.attempt
  return {
    attempt: id,
    learner: person,
    school: school ?? '',
    scenario: head.scenario.id,
    scenarioDigest: head.scenario.digest,
    results,
    evidenceDigest: digestOf(recordingOf(file)),
    assurance: head.assurance,
    finishedAt,
    decidedAt: decision.decidedAt,
    decidedBy: decision.decidedBy,
  }
}
