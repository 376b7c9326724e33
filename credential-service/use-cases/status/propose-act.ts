// SPDX-License-Identifier: EUPL-1.2
import { stateAfter } from '#domain/credential/index.ts'
import type { StatusAct, StatusReason } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import type { Officer, StatusNeeds } from './ports.ts'

type Proposal = { credential: string; act: StatusAct; reason: StatusReason }

/**
 * The first of two persons: proposes an act. Nothing changes until another confirms it.
 * Refuses ERR_CREDENTIAL_UNKNOWN, ERR_STATUS_CHANGE, ERR_STATUS_REASON, ERR_STATUS_NOT_SUSPENDABLE,
 * ERR_DIPLOMA_NOT_CORRECTED, ERR_STATUS_ACT_WAITING.
 */
export const proposeAct = ({ acts, edge }: StatusNeeds) => async (officer: Officer, proposal: Proposal): Promise<string> => {
  const { credential: id, act, reason } = proposal
  const credential = await acts.find(officer, id)
  if (!credential) throw new ServiceError('ERR_CREDENTIAL_UNKNOWN', { credential: id })
  stateAfter(credential.state, act, reason)
  if (act === 'suspend' && !credential.suspendable) throw new ServiceError('ERR_STATUS_NOT_SUSPENDABLE', { credential: id })
  // A diploma is only ever made from a line that a jury decided on: the corrected line comes first.
  if (act === 'correct' && credential.kind === 'diploma' && !credential.corrected) throw new ServiceError('ERR_DIPLOMA_NOT_CORRECTED', { credential: id })
  const made = { id: edge.uuid(), act, reason, proposedBy: officer.id, proposedAt: edge.now() }
  if (!(await acts.propose(credential.recordKey, made))) throw new ServiceError('ERR_STATUS_ACT_WAITING', { credential: id })
  return made.id
}
