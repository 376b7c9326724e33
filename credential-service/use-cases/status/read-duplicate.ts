// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '#domain/errors.ts'
import { ServiceError } from '../errors.ts'
import type { GovernedCredential, Officer, StatusNeeds } from './ports.ts'

/**
 * The file of a credential, to be handed over again: for one of the two persons of a confirmed duplicate, and nobody else.
 * Refuses ERR_STATUS_ACT_UNKNOWN (none, not a confirmed duplicate, or of two other persons), ERR_STATUS_CHANGE when the
 * credential no longer stands.
 */
export const readDuplicate = ({ acts, fileOf }: StatusNeeds) => async (officer: Officer, id: string): Promise<{ credential: GovernedCredential; text: string }> => {
  const act = await acts.act(officer, id)
  const persons = [act?.proposedBy.id, act?.decision?.by.id]
  if (act?.act !== 'duplicate' || act.decision?.taken !== 'confirmed' || !persons.includes(officer.id)) {
    throw new ServiceError('ERR_STATUS_ACT_UNKNOWN', { act: id })
  }
  if (act.credential.state !== 'valid') throw new DomainError('ERR_STATUS_CHANGE', { act: 'duplicate', state: act.credential.state })
  return { credential: act.credential, text: await fileOf(act.credential) }
}
