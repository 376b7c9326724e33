// SPDX-License-Identifier: EUPL-1.2
import { checkTwoPersons, stateAfter } from '#domain/credential/index.ts'
import type { StatusState } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import type { ActDecision, Officer, StatusNeeds, WaitingAct } from './ports.ts'

/**
 * The second person: confirms an act, which is done in the same transaction, or sets it aside. Whoever proposed it may
 * set it aside, never confirm it. The same decision again by the same person answers the same.
 * Refuses ERR_STATUS_ACT_UNKNOWN, ERR_STATUS_ACT_DECIDED, ERR_STATUS_SAME_PERSON, ERR_STATUS_ACADEMY_CONFIRMS,
 * ERR_STATUS_CHANGE.
 */
export const decideAct = ({ acts, edge }: StatusNeeds) =>
  async (officer: Officer, act: string, taken: ActDecision): Promise<{ decision: ActDecision }> => {
    const found = await acts.decide(officer, act, { taken, at: edge.now() }, waiting => stateOf(waiting, officer, taken))
    if (!found) throw new ServiceError('ERR_STATUS_ACT_UNKNOWN', { act })
    return { decision: taken }
  }

function stateOf({ id, act, reason, proposedBy, decision, credential }: WaitingAct, officer: Officer, taken: ActDecision): StatusState | null {
  if (decision) {
    if (decision.taken === taken && decision.by.id === officer.id) return null
    throw new ServiceError('ERR_STATUS_ACT_DECIDED', { act: id, decision: decision.taken })
  }
  if (taken === 'set-aside') return null
  checkTwoPersons(proposedBy.id, officer.id)
  if (!credential.mayConfirm) throw new ServiceError('ERR_STATUS_ACADEMY_CONFIRMS', { act: id })
  return stateAfter(credential.state, act, reason)
}
