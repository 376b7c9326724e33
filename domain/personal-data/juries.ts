// SPDX-License-Identifier: EUPL-1.2
import { field, signIn } from './field.ts'
import type { PersonalFields } from './field.ts'

const jury = (purpose: string) => field(purpose, '10 years after the session (the decision may be contested)')

/** Who sits on a jury, and what they signed. */
export const ofJuries: PersonalFields = {
  'passkeys.person': jury('whose passkey it is'),
  'passkeys.member': jury('the name of the passkey on the ledger; says nothing of the person without this table'),
  'passkeys.credential': jury('asks the right passkey to sign'),
  'passkeys.x': jury('checks what the passkey signed'),
  'passkeys.y': jury('checks what the passkey signed'),
  'passkeys.sign_count': jury('sees a copied passkey'),
  'passkeys.registered_at': jury('since when it may sign'),
  'passkeys.retired_at': jury('since when another is used'),
  'passkey_challenges.person': signIn('whose registration is under way', '5 minutes'),
  'deliberations.opened_by': jury('the officer who answers for it'),
  'deliberations.minutes_sealed': jury('the minutes: who sat, who signed what, sealed'),
  'deliberation_minutes.document_sealed': jury('the minutes as the academy signed and files them: names, votes and signatures, sealed'),
  'deliberation_members.person': jury('who sits'),
  'deliberation_members.member': jury('with which passkey'),
  'deliberation_members.seat_until': jury('until when the person may sit'),
  'deliberation_members.replaced_by': jury('who was absent'),
  'deliberation_members.replaced_at': jury('since when the ledger knows of the absence'),
  'seat_endings.member': jury('whose seat is ended'),
  'seat_endings.asked_by': jury('the officer who answers for it'),
  'seat_endings.asked_at': jury('when it was asked for'),
  'deliberation_signatures.member': jury('who signed'),
  'deliberation_signatures.root': jury('what was signed: the decision or the refusal'),
  'deliberation_signatures.authenticator_data': jury('part of what was signed'),
  'deliberation_signatures.client_data': jury('part of what was signed'),
  'deliberation_signatures.signature': jury('proves what was signed'),
  'deliberation_signatures.signed_at': jury('when it was signed'),
}
