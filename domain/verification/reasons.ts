// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../text.ts'

/**
 * Why a check passed, failed or could not be made: one code, one sentence in each language. The page and the command
 * line say the same words. {date} and the like are filled from the check's values.
 */
export const reasons = {
  // integrity
  'file-intact': { fr: 'Le fichier est complet et rien n’y a été changé depuis sa remise.', en: 'The file is complete and nothing in it has changed since it was handed over.' },
  'file-altered': { fr: 'Le fichier a été modifié après sa remise.', en: 'The file was changed after it was handed over.' },
  'context-altered': { fr: 'Le vocabulaire joint au fichier n’est pas celui que les normes publient.', en: 'The vocabulary in the file is not the one the standards publish.' },
  'file-too-large': { fr: 'Le fichier dépasse 5 Mo : ce n’est pas une attestation Compagnon.', en: 'The file is over 5 MB: it is not a Compagnon credential.' },
  'file-not-text': { fr: 'Le fichier n’est pas lisible : ce n’est pas une attestation Compagnon, ou il est endommagé.', en: 'The file cannot be read: it is not a Compagnon credential, or it is damaged.' },
  'file-too-deep': { fr: 'Le fichier n’est pas une attestation Compagnon : il est construit pour gêner sa lecture.', en: 'The file is not a Compagnon credential: it is built to hinder its reading.' },
  'file-not-a-bundle': { fr: 'Le fichier n’est pas une attestation Compagnon, ou il est endommagé.', en: 'The file is not a Compagnon credential, or it is damaged.' },
  'file-of-another-version': { fr: 'Le fichier suit une version plus récente : il faut un vérificateur plus récent.', en: 'The file follows a newer version: a newer verifier is needed.' },
  'file-unread': { fr: 'Non vérifié : le fichier n’a pas pu être lu.', en: 'Not checked: the file could not be read.' },
  // signature
  'signature-genuine': { fr: 'La signature est celle de l’établissement et couvre toute l’attestation.', en: 'The signature is the school’s and covers the whole credential.' },
  'signature-altered': { fr: 'L’attestation a été modifiée après sa signature, ou n’a pas été signée par cette clé.', en: 'The credential was changed after it was signed, or was not signed by this key.' },
  'credential-unreadable': { fr: 'L’attestation contient des mots que les normes ne définissent pas : elle a été modifiée ou mal faite.', en: 'The credential holds words the standards do not define: it was changed or badly made.' },
  'context-unknown': { fr: 'L’attestation s’appuie sur un vocabulaire inconnu.', en: 'The credential relies on an unknown vocabulary.' },
  'proof-missing': { fr: 'L’attestation n’est pas signée.', en: 'The credential is not signed.' },
  'proof-unsupported': { fr: 'La signature n’est pas du type attendu (eddsa-rdfc-2022).', en: 'The signature is not of the expected type (eddsa-rdfc-2022).' },
  'key-unreadable': { fr: 'La clé de l’établissement est illisible.', en: 'The school’s key cannot be read.' },
  // accreditation
  'accredited': { fr: 'L’établissement était habilité à délivrer cette attestation à sa date, et l’est encore.', en: 'The school was accredited to issue this credential on its date, and still is.' },
  'accredited-then': { fr: 'L’établissement était habilité à la date de l’attestation ; il ne l’est plus depuis le {date}.', en: 'The school was accredited on the credential’s date; it no longer is since {date}.' },
  'not-accredited-then': { fr: 'L’établissement n’était pas habilité à la date de l’attestation ({date}).', en: 'The school was not accredited on the credential’s date ({date}).' },
  'withdrawn-before': { fr: 'L’habilitation de l’établissement avait été retirée avant l’attestation, le {date}.', en: 'The school’s accreditation had been withdrawn before the credential, on {date}.' },
  'chain-broken': { fr: 'L’habilitation de l’établissement ne remonte pas jusqu’à l’autorité de ce registre.', en: 'The school’s accreditation does not lead back to the authority of this ledger.' },
  'accreditation-differs': { fr: 'L’habilitation écrite dans le fichier n’est pas celle que tient le registre.', en: 'The accreditation written in the file is not the one the ledger holds.' },
  'issuer-unknown': { fr: 'Ce registre ne connaît pas cet établissement : cela ne veut pas dire que l’attestation est fausse.', en: 'This ledger does not know this school: that does not mean the credential is false.' },
  // issuerKey
  'key-in-force': { fr: 'La clé de signature figure dans l’historique de l’établissement et est toujours la sienne.', en: 'The signing key is in the school’s history and is still its own.' },
  'key-then': { fr: 'La clé de signature était celle de l’établissement à cette date ; il en a changé depuis, le {date}.', en: 'The signing key was the school’s on that date; it has changed keys since, on {date}.' },
  'key-not-then': { fr: 'La clé de signature n’était pas en vigueur à la date de l’attestation.', en: 'The signing key was not in force on the credential’s date.' },
  'key-not-in-document': { fr: 'La clé de signature n’est pas parmi celles de l’établissement.', en: 'The signing key is not among the school’s.' },
  'document-not-recorded': { fr: 'La fiche d’identité de l’établissement jointe au fichier n’est pas dans son historique : elle a été modifiée ou inventée.', en: 'The school’s identity document in the file is not in its history: it was changed or made up.' },
  'issuer-differs': { fr: 'L’établissement nommé dans l’attestation n’est pas celui du reste du fichier.', en: 'The school named in the credential is not the one in the rest of the file.' },
  'account-differs': { fr: 'Le compte qui a ancré l’attestation n’est pas celui de l’établissement.', en: 'The account that anchored the credential is not the school’s.' },
  // anchored
  'anchored': { fr: 'L’attestation est inscrite au registre depuis le {date}.', en: 'The credential has been on the ledger since {date}.' },
  'never-anchored': { fr: 'Le registre n’a jamais reçu cette attestation.', en: 'The ledger never received this credential.' },
  'anchored-by-other': { fr: 'Le lot de cette attestation a été inscrit par un autre établissement.', en: 'This credential’s batch was anchored by another school.' },
  'receipt-differs': { fr: 'Le reçu d’inscription ne correspond pas à ce que tient le registre.', en: 'The anchoring receipt does not match what the ledger holds.' },
  'credential-differs': { fr: 'Le reçu d’inscription est celui d’une autre attestation, ou celle-ci a été modifiée.', en: 'The anchoring receipt belongs to another credential, or this one was changed.' },
  'leaf-differs': { fr: 'Le reçu d’inscription a été modifié (empreinte salée).', en: 'The anchoring receipt was changed (salted leaf).' },
  'path-differs': { fr: 'Le reçu d’inscription a été modifié (chemin jusqu’au lot).', en: 'The anchoring receipt was changed (path to the batch).' },
  'kind-differs': { fr: 'L’attestation n’est pas du genre sous lequel elle a été inscrite.', en: 'The credential is not of the kind it was anchored as.' },
  // status
  'not-revoked': { fr: 'L’attestation n’est ni révoquée ni suspendue, selon ce qui a été publié en dernier.', en: 'The credential is neither revoked nor suspended, by what was published last.' },
  'revoked': { fr: 'L’établissement a révoqué cette attestation.', en: 'The school has revoked this credential.' },
  'suspended': { fr: 'L’établissement a suspendu cette attestation : elle ne vaut pas tant qu’il ne l’a pas rétablie.', en: 'The school has suspended this credential: it does not count until the school restores it.' },
  'not-revoked-by-successor': { fr: 'L’attestation n’est ni révoquée ni suspendue, selon la liste que publie le successeur de l’établissement fermé.', en: 'The credential is neither revoked nor suspended, by the list that the closed school’s successor publishes.' },
  'revoked-by-successor': { fr: 'Le successeur de l’établissement fermé a révoqué cette attestation.', en: 'The closed school’s successor has revoked this credential.' },
  'suspended-by-successor': { fr: 'Le successeur de l’établissement fermé a suspendu cette attestation : elle ne vaut pas tant qu’il ne l’a pas rétablie.', en: 'The closed school’s successor has suspended this credential: it does not count until the successor restores it.' },
  'status-at-issue-only': { fr: 'L’attestation n’était pas révoquée à sa remise ; sans registre, on ne sait pas si elle l’est depuis.', en: 'The credential was not revoked when handed over; without a ledger nobody can tell whether it is now.' },
  'status-newer-list': { fr: 'L’attestation n’était pas révoquée à sa remise ; l’établissement a publié depuis une liste plus récente qui n’a pas pu être lue.', en: 'The credential was not revoked when handed over; the school has since published a newer list that could not be read.' },
  'status-not-known-since': { fr: 'L’attestation n’était pas révoquée à sa remise ; l’établissement a fermé, et sa dernière liste n’a pas pu être lue : une révocation survenue depuis n’a pas pu être vérifiée.', en: 'The credential was not revoked when handed over; the school has closed and its last list could not be read: a later revocation could not be checked.' },
  'status-not-published': { fr: 'L’établissement n’a inscrit aucune liste de révocation au registre.', en: 'The school has put no revocation list on the ledger.' },
  'status-list-unknown': { fr: 'La liste de révocation jointe au fichier n’est pas de celles que l’établissement a publiées.', en: 'The revocation list in the file is not one the school published.' },
  'status-list-altered': { fr: 'La liste de révocation jointe au fichier a été modifiée, ou n’est pas la bonne.', en: 'The revocation list in the file was changed, or is not the right one.' },
  // dates
  'in-dates': { fr: 'L’attestation est dans ses dates de validité (depuis le {date}).', en: 'The credential is within its dates (since {date}).' },
  'expired': { fr: 'L’attestation a expiré le {date}.', en: 'The credential expired on {date}.' },
  'not-yet-valid': { fr: 'L’attestation ne vaut qu’à partir du {date}.', en: 'The credential is only valid from {date}.' },
  'dates-unreadable': { fr: 'Les dates de l’attestation sont illisibles.', en: 'The credential’s dates cannot be read.' },
  // what is missing
  'ledger-not-given': { fr: 'Non vérifié : aucun registre n’a été consulté.', en: 'Not checked: no ledger was consulted.' },
  'ledger-unreachable': { fr: 'Non vérifié : le registre n’a pas répondu.', en: 'Not checked: the ledger did not answer.' },
  'other-ledger': { fr: 'L’attestation est inscrite sur un autre registre que celui auquel vous vous fiez.', en: 'The credential is anchored on another ledger than the one you trust.' },
} as const satisfies Record<string, Text>

export type Reason = keyof typeof reasons

/** What can be wrong with a file before anything in it is looked at. */
export type BundleFault = Extract<Reason,
  | 'file-too-large' | 'file-not-text' | 'file-too-deep' | 'file-not-a-bundle' | 'file-altered' | 'file-of-another-version'>
