// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../../text.ts'

/** Where each kind of error has its address (VC Data Model 2.0 §7.2, Data Integrity 1.0 §4.7, Bitstring Status List 1.0 §3.5). */
const MODEL = 'https://www.w3.org/TR/vc-data-model#'
const SECURITY = 'https://w3id.org/security#'
const STATUS = 'https://www.w3.org/ns/credentials/status-list#'

type Rule = { type: string; says: Text }
const rule = (type: string, fr: string, en: string): Rule => ({ type, says: { fr, en } })

/** The closed list of what can be found of a well-written document when its proofs, dates and status are checked. */
export const verificationRules = {
  'signature': rule(`${SECURITY}PROOF_VERIFICATION_ERROR`, 'La signature n’est pas celle de ce document par cette clé.', 'The signature is not that of this document by this key.'),
  'context-changed': rule(`${SECURITY}PROOF_VERIFICATION_ERROR`, 'Les contextes ont changé depuis la signature, et avec eux le sens du document.', 'The contexts have changed since it was signed, and with them what the document means.'),
  'method-unknown': rule(`${SECURITY}INVALID_VERIFICATION_METHOD`, 'La clé ne se trouve pas : ici se lisent did:key et les établissements de ce service.', 'The key cannot be found: did:key and the schools of this service are read here.'),
  'method-purpose': rule(`${SECURITY}INVALID_PROOF_PURPOSE_FOR_VERIFICATION_METHOD`, 'Cette clé ne sert pas à cela.', 'This key does not serve that purpose.'),
  'purpose': rule(`${SECURITY}PROOF_VERIFICATION_ERROR`, 'La preuve n’a pas été faite pour cela.', 'The proof was not made for this purpose.'),
  'domain': rule(`${SECURITY}INVALID_DOMAIN_ERROR`, 'La preuve n’est pas pour ce domaine.', 'The proof is not for this domain.'),
  'challenge': rule(`${SECURITY}INVALID_CHALLENGE_ERROR`, 'La preuve ne répond pas à ce défi.', 'The proof does not answer this challenge.'),
  'proof-expired': rule(`${SECURITY}PROOF_VERIFICATION_ERROR`, 'La preuve a expiré.', 'The proof has expired.'),
  'previous-proof': rule(`${SECURITY}PROOF_VERIFICATION_ERROR`, 'La preuve en suit une qui n’est pas là.', 'The proof follows one that is not there.'),
  'issuer-key': rule(`${MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'Aucune preuve n’est de la main de l’émetteur nommé.', 'No proof is by the issuer it names.'),
  'holder-key': rule(`${MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'Aucune preuve n’est de la main du porteur nommé.', 'No proof is by the holder it names.'),
  'not-yet-valid': rule(`${MODEL}RANGE_ERROR`, 'La validité n’a pas commencé.', 'It is not valid yet.'),
  'expired': rule(`${MODEL}RANGE_ERROR`, 'La validité est passée.', 'It is valid no more.'),
  'envelope-unread': rule(`${MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'Cette sorte d’enveloppe ne se vérifie pas ici : application/vc+jwt, vc+sd-jwt et vp+jwt se lisent.', 'This kind of envelope is not verified here: application/vc+jwt, vc+sd-jwt and vp+jwt are read.'),
  'envelope-token': rule(`${MODEL}PARSING_ERROR`, 'L’enveloppe ne contient pas de jeton signé que l’on sache lire (ES256, ES384, EdDSA), ou il ne contient pas ce qu’il faut.', 'The envelope holds no signed token that can be read here (ES256, ES384, EdDSA), or the token does not hold what it must.'),
  'status-retrieval': rule(`${STATUS}STATUS_RETRIEVAL_ERROR`, 'La liste d’état n’est pas de ce service : elle n’est pas cherchée ailleurs.', 'The status list is not of this service: it is not fetched from elsewhere.'),
  'status-kind': rule(`${STATUS}STATUS_VERIFICATION_ERROR`, 'Ce type d’état n’est pas connu ici.', 'This kind of status is not known here.'),
  'status-purpose': rule(`${STATUS}STATUS_VERIFICATION_ERROR`, 'La liste ne sert pas à ce que dit l’attestation.', 'The list does not serve the purpose that the credential states.'),
  'status-range': rule(`${STATUS}RANGE_ERROR`, 'La liste n’a pas cette place, ou est trop courte.', 'The list has no such place, or is too short.'),
  'status-set': rule(`${STATUS}STATUS_VERIFICATION_ERROR`, 'L’attestation a été révoquée ou suspendue.', 'The credential was revoked or suspended.'),
} as const satisfies Record<string, Rule>

export type VerificationRule = keyof typeof verificationRules
/** What was found, and where in the document. */
export type Finding = { rule: VerificationRule; at: string }
