// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../../text.ts'

/** Error types of the W3C (VC Data Model 2.0 §7.2), by their last word. */
export type FaultKind = 'PARSING_ERROR' | 'MALFORMED_VALUE_ERROR' | 'RANGE_ERROR'

type Rule = { kind: FaultKind; section: string; says: Text }

const rule = (section: string, fr: string, en: string, kind: FaultKind = 'MALFORMED_VALUE_ERROR'): Rule =>
  ({ kind, section, says: { fr, en } })

/**
 * The closed list of what a credential or a presentation may break, with the section of the W3C document that says so
 * (VCDM: Verifiable Credentials Data Model 2.0, or 1.1 where told; DI: Data Integrity 1.0; BSL: Bitstring Status List 1.0).
 */
export const dataModelRules = {
  'object': rule('VCDM §6.1', 'Le document doit être un objet JSON.', 'The document must be a JSON object.', 'PARSING_ERROR'),
  'size': rule('–', 'Ce document est trop grand pour être traité ici (objets, niveaux, listes ou contextes : voir docs/vc-api.md).', 'This document is too large to be worked on here (objects, levels, lists or contexts: see docs/vc-api.md).', 'RANGE_ERROR'),
  'json-ld': rule('VCDM §6.1', 'Un terme n’est défini par aucun contexte, ou est redéfini.', 'A term is defined by no context, or is redefined.', 'PARSING_ERROR'),
  'context-first': rule('VCDM §4.3', 'Le premier contexte doit être celui du modèle de données.', 'The first context must be that of the data model.'),
  'context-item': rule('VCDM §4.3', 'Chaque contexte doit être une adresse ou un objet.', 'Each context must be a URL or an object.'),
  'context-known': rule('VCDM §4.3', 'Ce contexte n’est pas livré avec Compagnon ; rien n’est téléchargé.', 'This context is not shipped with Compagnon; nothing is downloaded.'),
  'id-url': rule('VCDM §4.4', 'Un identifiant doit être une seule adresse (URL).', 'An id must be one single URL.'),
  'type-value': rule('VCDM §4.5', 'Le type doit être un terme ou une adresse, ou plusieurs.', 'The type must be one or more terms or URLs.'),
  'type-required': rule('VCDM §4.5', 'Le type attendu manque.', 'The type that is required is missing.'),
  'language-value': rule('VCDM §11.1', 'Un texte est une chaîne, ou un objet de @value, @language et @direction.', 'A text is a string, or an object of @value, @language and @direction.'),
  'issuer': rule('VCDM §4.7', 'L’émetteur doit être une adresse, ou un objet dont l’id en est une.', 'The issuer must be a URL, or an object whose id is one.'),
  'subject': rule('VCDM §4.8', 'Il faut un ou plusieurs sujets, chacun avec au moins une affirmation.', 'One or more subjects are required, each with at least one claim.'),
  'date-time': rule('VCDM §4.9', 'Une date doit être un dateTimeStamp XML Schema, avec son décalage.', 'A date must be an XML Schema dateTimeStamp, with its offset.'),
  'date-order': rule('VCDM §4.9', 'La fin de validité précède le début.', 'The end of validity comes before its beginning.'),
  'issuance-date': rule('VCDM 1.1 §4.6', 'En version 1.1, issuanceDate est obligatoire.', 'In version 1.1, issuanceDate is required.'),
  'extension-object': rule('VCDM §4.10–5.6', 'Cette propriété contient un ou plusieurs objets.', 'This property holds one or more objects.'),
  'extension-type': rule('VCDM §4.5', 'Cet objet doit dire son type.', 'This object must state its type.'),
  'extension-id': rule('VCDM §4.11', 'Cet objet doit avoir un id.', 'This object must have an id.'),
  'related-resource': rule('VCDM §5.3', 'Une ressource liée est un objet avec un id, et une empreinte.', 'A related resource is an object with an id, and a digest.'),
  'related-unique': rule('VCDM §5.3', 'Deux ressources liées ont le même id.', 'Two related resources have the same id.'),
  'related-digest': rule('VCDM §5.3', 'L’empreinte n’est pas celle de cette ressource, ou ne se lit pas.', 'The digest is not that of this resource, or cannot be read.'),
  'media-type': rule('VCDM §5.3', 'Ce n’est pas un type de média (RFC 6838).', 'This is not a media type (RFC 6838).'),
  'holder': rule('VCDM §4.13', 'Le porteur doit être une adresse, ou un objet dont l’id en est une.', 'The holder must be a URL, or an object whose id is one.'),
  'presented-object': rule('VCDM §4.13', 'Une présentation contient des attestations, en objets.', 'A presentation holds credentials, as objects.'),
  'presented-unsecured': rule('VCDM §4.13.4', 'Une attestation sans preuve n’est permise que si son émetteur est le porteur.', 'A credential without a proof is allowed only when its issuer is the holder.'),
  'envelope': rule('VCDM §4.13.1', 'Une enveloppe a un contexte du modèle, un id en data: et son seul type.', 'An envelope has a context of the model, a data: id and its one type.'),
  'proof-missing': rule('VCDM §4.12', 'Le document n’est pas sécurisé : il n’a pas de preuve.', 'The document is not secured: it has no proof.'),
  'proof-object': rule('DI §2.1', 'Une preuve est un objet.', 'A proof is an object.'),
  'proof-type': rule('DI §2.1', 'Le type de preuve n’est pas DataIntegrityProof.', 'The type of the proof is not DataIntegrityProof.'),
  'proof-suite': rule('DI §2.2', 'Cette suite cryptographique n’est pas connue ici.', 'This cryptosuite is not known here.'),
  'proof-method': rule('DI §2.1', 'verificationMethod doit être une adresse.', 'verificationMethod must be a URL.'),
  'proof-purpose': rule('DI §2.1', 'proofPurpose manque, ou n’est pas celui attendu.', 'proofPurpose is missing, or is not the one expected.'),
  'proof-value': rule('DI §2.1', 'proofValue ne se lit pas (multibase attendu).', 'proofValue cannot be read (multibase expected).'),
  'proof-date': rule('DI §2.1', 'created ou expires n’est pas un dateTimeStamp.', 'created or expires is not a dateTimeStamp.'),
  'proof-word': rule('DI §2.1', 'domain, challenge et nonce sont des chaînes.', 'domain, challenge and nonce are strings.'),
  'proof-previous': rule('DI §2.1.2', 'previousProof ne désigne aucune preuve de ce document.', 'previousProof names no proof of this document.'),
  'status-entry': rule('BSL §2.1', 'Une entrée d’état a un statusPurpose, un statusListIndex en chiffres et l’adresse d’une liste.', 'A status entry has a statusPurpose, a statusListIndex in digits and the URL of a list.'),
  'status-list': rule('BSL §2.2', 'Une liste d’état a un statusPurpose et un encodedList en multibase u.', 'A status list has a statusPurpose and an encodedList in multibase u.'),
  'pointer': rule('DI ECDSA §3.4', 'Ce pointeur JSON ne désigne rien dans le document.', 'This JSON pointer names nothing in the document.', 'RANGE_ERROR'),
} as const satisfies Record<string, Rule>

export type DataModelRule = keyof typeof dataModelRules
