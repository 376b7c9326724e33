// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import type { Text } from '../text.ts'

/** Where a credential stands. A revoked one never comes back. */
export const statusStates = ['valid', 'suspended', 'revoked'] as const
export type StatusState = (typeof statusStates)[number]

/** What two authorised persons may do to a credential that was issued. */
export const statusActs = ['revoke', 'suspend', 'restore', 'correct', 'duplicate'] as const
export type StatusAct = (typeof statusActs)[number]

const after: Record<StatusAct, Partial<Record<StatusState, StatusState>>> = {
  revoke: { valid: 'revoked', suspended: 'revoked' },
  suspend: { valid: 'suspended' },
  restore: { suspended: 'valid' },
  // Another takes its place, made anew from the register; this one says no more.
  correct: { valid: 'revoked', suspended: 'revoked' },
  // The same file, handed over again and counted.
  duplicate: { valid: 'valid' },
}

/** Why, from a closed list: a free text would be a place for what should not be written about a person. */
export const statusReasons = {
  'issued-in-error': { acts: ['revoke'], text: { fr: 'Délivrée par erreur', en: 'Issued in error' } },
  'fraud': { acts: ['revoke'], text: { fr: 'Fraude établie', en: 'Fraud established' } },
  'wrong-person': { acts: ['revoke'], text: { fr: 'Délivrée à une autre personne que celle évaluée', en: 'Issued to someone other than the person assessed' } },
  'court-decision': { acts: ['revoke', 'suspend', 'restore'], text: { fr: 'Décision de justice', en: 'Decision of a court' } },
  'holder-asked': { acts: ['revoke', 'suspend', 'restore'], text: { fr: 'À la demande de la personne', en: 'At its holder’s request' } },
  'inquiry': { acts: ['suspend'], text: { fr: 'Vérification en cours', en: 'Under inquiry' } },
  'appeal': { acts: ['suspend', 'restore'], text: { fr: 'Recours', en: 'Appeal' } },
  'name-changed': { acts: ['correct'], text: { fr: 'Nom corrigé dans le registre', en: 'Name corrected in the register' } },
  'words-corrected': { acts: ['correct'], text: { fr: 'Intitulé corrigé dans le registre', en: 'Title corrected in the register' } },
  'file-lost': { acts: ['duplicate'], text: { fr: 'Fichier perdu', en: 'File lost' } },
  'wallet-closed': { acts: ['duplicate'], text: { fr: 'La personne n’a plus accès à son compte', en: 'Its holder can no longer reach their account' } },
  'inquiry-closed': { acts: ['restore'], text: { fr: 'Vérification terminée, rien à reprocher', en: 'Inquiry closed, nothing found' } },
} as const satisfies Record<string, { acts: readonly StatusAct[]; text: Text }>

export type StatusReason = keyof typeof statusReasons

/** The reasons one may give for an act, in the order they are shown. */
export function reasonsFor(act: StatusAct): StatusReason[] {
  return reasonNames.filter(name => mayGive(name, act))
}

const reasonNames = Object.keys(statusReasons) as StatusReason[]
const mayGive = (reason: StatusReason, act: StatusAct) => (statusReasons[reason].acts as readonly StatusAct[]).includes(act)

/**
 * Where a credential stands after an act.
 * @throws ERR_STATUS_CHANGE when it cannot be done from where it stands: what is revoked never comes back, only what is
 *   suspended is restored
 * @throws ERR_STATUS_REASON when the reason is not one for this act
 */
export function stateAfter(state: StatusState, act: StatusAct, reason: StatusReason): StatusState {
  const next = after[act][state]
  if (next === undefined) throw new DomainError('ERR_STATUS_CHANGE', { act, state })
  if (!mayGive(reason, act)) throw new DomainError('ERR_STATUS_REASON', { act, reason })
  return next
}

/** @throws ERR_STATUS_SAME_PERSON: whoever proposed an act never confirms it. */
export function checkTwoPersons(proposedBy: string, confirmedBy: string): void {
  if (proposedBy === confirmedBy) throw new DomainError('ERR_STATUS_SAME_PERSON')
}
