// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../text.ts'

/**
 * Why a check passed, failed or could not be made: one code, one sentence in each language. The page and the command
 * line say the same words. {date} and the like are filled from the check's values.
 */
export const reasons = {
  // integrity
  'file-intact': { fr: 'Le fichier est complet et rien n’y a été changé depuis sa remise.', en: 'The file is complete and nothing in it has changed since it was handed over.' },
  'file-altered': { fr: 'Le fichier a été modifié après sa remise : demandez à son titulaire le fichier d’origine.', en: 'The file was changed after it was handed over: ask its holder for the original file.' },
  'context-altered': { fr: 'Les définitions jointes au fichier, qui fixent le sens de ses mots, ne sont pas celles que les normes publient : ce qu’il dit pourrait vouloir dire autre chose. N’en tenez pas compte ; demandez à son titulaire le fichier d’origine.', en: 'The definitions in the file, which fix what its words mean, are not the ones the standards publish: what it says could mean something else. Do not rely on it; ask its holder for the original file.' },
  'file-too-large': { fr: 'Le fichier dépasse 5 Mo : ce n’est pas une attestation Compagnon.', en: 'The file is over 5 MB: it is not a Compagnon credential.' },
  'file-not-text': { fr: 'Le fichier n’est pas lisible : ce n’est pas une attestation Compagnon, ou il est endommagé.', en: 'The file cannot be read: it is not a Compagnon credential, or it is damaged.' },
  'file-too-deep': { fr: 'Le fichier n’est pas une attestation Compagnon : il est construit pour gêner sa lecture.', en: 'The file is not a Compagnon credential: it is built to hinder its reading.' },
  'file-not-a-bundle': { fr: 'Le fichier n’est pas une attestation Compagnon, ou il est endommagé.', en: 'The file is not a Compagnon credential, or it is damaged.' },
  'file-of-another-version': { fr: 'Le fichier suit une version plus récente que ce vérificateur : vérifiez-le avec un vérificateur à jour, celui de l’établissement par exemple.', en: 'The file follows a newer version than this verifier: check it with one that is up to date, the school’s own for example.' },
  'file-unread': { fr: 'Non vérifié : le fichier n’a pas pu être lu.', en: 'Not checked: the file could not be read.' },
  // signature
  'signature-genuine': { fr: 'La signature est celle de l’établissement et couvre toute l’attestation.', en: 'The signature is the school’s and covers the whole credential.' },
  'signature-altered': { fr: 'L’attestation a été modifiée après sa signature, ou n’a pas été signée par cette clé.', en: 'The credential was changed after it was signed, or was not signed by this key.' },
  'credential-unreadable': { fr: 'L’attestation contient des mots sans définition connue : elle a été modifiée ou mal faite, et rien ne dit ce qu’elle affirme. Demandez à son titulaire le fichier d’origine.', en: 'The credential holds words that no known standard defines: it was changed or badly made, and nothing says what it states. Ask its holder for the original file.' },
  'context-unknown': { fr: 'L’attestation tire le sens de ses mots de définitions que ce vérificateur ne connaît pas : il ne peut pas savoir ce qu’elle affirme, ni donc si sa signature la couvre. Une attestation Compagnon n’emploie que des définitions publiques et fixées : demandez à son titulaire le fichier que l’établissement lui a remis, ou interrogez l’établissement.', en: 'The credential takes the meaning of its words from definitions this verifier does not know: it cannot tell what is stated, nor so whether the signature covers it. A Compagnon credential uses only public, fixed definitions: ask its holder for the file the school handed over, or ask the school.' },
  'proof-missing': { fr: 'L’attestation n’est pas signée : n’importe qui a pu l’écrire. Demandez à son titulaire le fichier d’origine.', en: 'The credential is not signed: anyone could have written it. Ask its holder for the original file.' },
  'proof-unsupported': { fr: 'La signature n’est pas de la forme que les établissements emploient ici (eddsa-rdfc-2022), ou elle est abîmée : elle ne prouve rien. Demandez à son titulaire le fichier d’origine.', en: 'The signature is not of the form that schools use here (eddsa-rdfc-2022), or it is damaged: it proves nothing. Ask its holder for the original file.' },
  'key-unreadable': { fr: 'La clé jointe au fichier pour vérifier la signature est illisible : le fichier est abîmé ou a été modifié. Demandez à son titulaire le fichier d’origine.', en: 'The key in the file that serves to check the signature cannot be read: the file is damaged or was changed. Ask its holder for the original file.' },
  'signature-sealed': { fr: 'La signature est celle de l’établissement ; elle était inscrite au registre le {date}, avant que cette technique de signature ne soit plus sûre.', en: 'The signature is the school’s; it was on the ledger on {date}, before this technique of signature became unsafe.' },
  'signature-broken': { fr: 'La signature repose sur une technique qui n’est plus sûre depuis le {date} ({algorithm}), et rien ne prouve qu’elle ait été faite avant.', en: 'The signature rests on a technique that is unsafe since {date} ({algorithm}), and nothing proves that it was made before.' },
  // accreditation
  'accredited': { fr: 'L’établissement était habilité à délivrer cette attestation à sa date, et l’est encore.', en: 'The school was accredited to issue this credential on its date, and still is.' },
  'accredited-then': { fr: 'L’établissement était habilité à la date de l’attestation ; il ne l’est plus depuis le {date}.', en: 'The school was accredited on the credential’s date; it no longer is since {date}.' },
  'not-accredited-then': { fr: 'L’établissement n’était pas habilité à la date de l’attestation ({date}).', en: 'The school was not accredited on the credential’s date ({date}).' },
  'withdrawn-before': { fr: 'L’habilitation de l’établissement avait été retirée avant l’attestation, le {date}.', en: 'The school’s accreditation had been withdrawn before the credential, on {date}.' },
  'chain-broken': { fr: 'Qui a habilité l’établissement n’en avait pas lui-même le droit : l’habilitation ne remonte pas jusqu’à l’autorité de ce registre. Ne vous y fiez pas sans avoir interrogé l’autorité.', en: 'Whoever accredited the school had no right to do so: the accreditation does not lead back to the authority of this ledger. Do not rely on it without asking that authority.' },
  'accreditation-differs': { fr: 'L’habilitation écrite dans le fichier n’est pas celle que tient le registre : le fichier a été modifié. Demandez à son titulaire le fichier d’origine.', en: 'The accreditation written in the file is not the one the ledger holds: the file was changed. Ask its holder for the original file.' },
  'issuer-unknown': { fr: 'Ce registre ne connaît pas cet établissement : cela ne veut pas dire que l’attestation est fausse. Demandez à l’établissement dans quel registre il inscrit ses attestations.', en: 'This ledger does not know this school: that does not mean the credential is false. Ask the school on which ledger it anchors its credentials.' },
  // issuerKey
  'key-in-force': { fr: 'La clé de signature figure dans l’historique de l’établissement et est toujours la sienne.', en: 'The signing key is in the school’s history and is still its own.' },
  'key-then': { fr: 'La clé de signature était celle de l’établissement à cette date ; il en a changé depuis, le {date}.', en: 'The signing key was the school’s on that date; it has changed keys since, on {date}.' },
  'key-not-then': { fr: 'La clé de signature n’était pas en vigueur à la date de l’attestation.', en: 'The signing key was not in force on the credential’s date.' },
  'key-not-in-document': { fr: 'L’attestation n’est pas signée avec une clé de l’établissement qu’elle nomme.', en: 'The credential is not signed with a key of the school it names.' },
  'document-not-recorded': { fr: 'La fiche d’identité de l’établissement jointe au fichier n’est pas dans son historique : elle a été modifiée ou inventée.', en: 'The school’s identity document in the file is not in its history: it was changed or made up.' },
  'issuer-differs': { fr: 'L’établissement nommé dans l’attestation n’est pas celui du reste du fichier.', en: 'The school named in the credential is not the one in the rest of the file.' },
  'account-differs': { fr: 'L’attestation a été inscrite au registre par un compte qui n’est pas celui de l’établissement.', en: 'The credential was put on the ledger by an account that is not the school’s.' },
  // anchored
  'anchored': { fr: 'L’attestation est inscrite au registre depuis le {date}.', en: 'The credential has been on the ledger since {date}.' },
  'never-anchored': { fr: 'Le registre n’a jamais reçu cette attestation : l’établissement ne l’a pas délivrée, ou ne l’a pas encore inscrite. Interrogez-le.', en: 'The ledger never received this credential: the school did not issue it, or has not anchored it yet. Ask the school.' },
  'anchored-by-other': { fr: 'Le lot de cette attestation a été inscrit par un autre établissement.', en: 'This credential’s batch was anchored by another school.' },
  'receipt-differs': { fr: 'Le reçu d’inscription ne correspond pas à ce que tient le registre (date, bloc ou transaction) : il a été modifié.', en: 'The anchoring receipt does not match what the ledger holds (date, block or transaction): it was changed.' },
  'credential-differs': { fr: 'Le reçu d’inscription est celui d’une autre attestation, ou celle-ci a été modifiée.', en: 'The anchoring receipt belongs to another credential, or this one was changed.' },
  'leaf-differs': { fr: 'Le reçu d’inscription n’est pas celui de cette attestation, ou il a été modifié (empreinte). Demandez à son titulaire le fichier d’origine.', en: 'The anchoring receipt is not this credential’s, or it was changed (digest). Ask its holder for the original file.' },
  'path-differs': { fr: 'Le reçu d’inscription ne relie pas cette attestation à ce qui a été inscrit au registre : il a été modifié. Demandez à son titulaire le fichier d’origine.', en: 'The anchoring receipt does not tie this credential to what was put on the ledger: it was changed. Ask its holder for the original file.' },
  'kind-differs': { fr: 'L’attestation se donne pour autre chose que ce qui a été inscrit : par exemple un diplôme, inscrit comme simple attestation de compétences.', en: 'The credential claims to be something else than what was anchored: a diploma, for example, anchored as a mere statement of competences.' },
  'anchored-renewed': { fr: 'L’attestation et ses preuves ont été scellées à nouveau le {date}, avant que les techniques d’alors ne soient plus sûres.', en: 'The credential and its evidence were sealed again on {date}, before the techniques of then became unsafe.' },
  'not-renewed': { fr: 'Ce qui scelle cette attestation n’est plus sûr depuis le {date} ({algorithm}), et aucun renouvellement fait avant ne la couvre. Demandez à son titulaire un fichier téléchargé depuis.', en: 'What seals this credential is unsafe since {date} ({algorithm}), and no renewal made before covers it. Ask its holder for a file downloaded since.' },
  'anchor-broken': { fr: 'L’inscription au registre repose sur une signature qui n’était déjà plus sûre ({algorithm}, depuis le {date}).', en: 'The anchoring on the ledger rests on a signature that was unsafe already ({algorithm}, since {date}).' },
  'renewal-differs': { fr: 'Un renouvellement joint au fichier n’est pas celui de cette attestation, ou l’un des deux a été modifié. Demandez à son titulaire le fichier d’origine.', en: 'A renewal in the file is not this credential’s, or one of the two was changed. Ask its holder for the original file.' },
  // deliberation
  'jury-decided': { fr: 'Un jury a délibéré : {signatures} membres sur {members} ont signé la décision, le {moment} (tour {round}, délibération {deliberation}). Le registre a vérifié chaque signature.', en: 'A jury has decided: {signatures} members of {members} signed the decision, on {moment} (round {round}, deliberation {deliberation}). The ledger checked each signature.' },
  'jury-by-the-file-alone': { fr: 'Non vérifié : d’après le fichier, {signatures} membres du jury sur {members} ont signé la décision, le {moment} (tour {round}, délibération {deliberation}) ; seul le registre peut le confirmer.', en: 'Not checked: by the file, {signatures} members of the jury of {members} signed the decision, on {moment} (round {round}, deliberation {deliberation}); only the ledger can confirm it.' },
  'jury-not-told': { fr: 'Non vérifié : le fichier ne dit rien de la décision d’un jury, et aucun registre n’a été consulté.', en: 'Not checked: the file says nothing of a jury’s decision, and no ledger was consulted.' },
  'jury-not-answered': { fr: 'Non vérifié : ce registre n’a pas dit quel jury a décidé. Réessayez plus tard ; un registre d’avant les délibérations ne le sait pas, et l’académie en garde le procès-verbal.', en: 'Not checked: this ledger did not say which jury decided. Try again later; a ledger of before deliberations does not know, and the academy keeps the minutes.' },
  'jury-none': { fr: 'Aucun jury n’a décidé de ce diplôme : le registre ne connaît pas de délibération qui le couvre.', en: 'No jury decided over this diploma: the ledger knows no deliberation that covers it.' },
  'jury-of-another': { fr: 'La décision qui couvre ce diplôme est celle du jury d’une autre académie.', en: 'The decision over this diploma is that of another academy’s jury.' },
  'jury-too-few': { fr: 'Trop peu de membres du jury ont signé la décision.', en: 'Too few members of the jury signed the decision.' },
  'jury-differs': { fr: 'La décision de jury écrite dans le fichier n’est pas celle que tient le registre : le fichier a été modifié. Demandez à son titulaire le fichier d’origine.', en: 'The jury’s decision written in the file is not the one the ledger holds: the file was changed. Ask its holder for the original file.' },
  'jury-path-differs': { fr: 'Ce qui est écrit dans le fichier ne relie pas ce diplôme à ce que le jury a signé : le fichier a été modifié. Demandez à son titulaire le fichier d’origine.', en: 'What the file says does not tie this diploma to what the jury signed: the file was changed. Ask its holder for the original file.' },
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
  'status-not-published': { fr: 'L’établissement n’a inscrit au registre aucune liste d’attestations révoquées : on ne sait pas si celle-ci l’est. Interrogez-le.', en: 'The school has put no list of revoked credentials on the ledger: nobody can tell whether this one is. Ask the school.' },
  'status-list-unknown': { fr: 'La liste de révocation jointe au fichier n’est pas de celles que l’établissement a publiées : le fichier a été modifié.', en: 'The revocation list in the file is not one the school published: the file was changed.' },
  'status-at-renewal': { fr: 'L’attestation n’était ni révoquée ni suspendue lors du dernier renouvellement, le {date} ; ce qui a été publié depuis n’est plus sûr.', en: 'The credential was neither revoked nor suspended at the last renewal, on {date}; what was published since is no longer safe.' },
  'status-not-renewed': { fr: 'Ce qui scelle les listes de révocation n’est plus sûr depuis le {date} ({algorithm}), et aucun renouvellement ne les couvre.', en: 'What seals the revocation lists is unsafe since {date} ({algorithm}), and no renewal covers them.' },
  'status-list-altered': { fr: 'La liste de révocation jointe au fichier a été modifiée, ou n’est pas la bonne.', en: 'The revocation list in the file was changed, or is not the right one.' },
  // dates
  'in-dates': { fr: 'L’attestation est dans ses dates de validité (depuis le {date}).', en: 'The credential is within its dates (since {date}).' },
  'expired': { fr: 'L’attestation a expiré le {date}.', en: 'The credential expired on {date}.' },
  'not-yet-valid': { fr: 'L’attestation ne vaut qu’à partir du {date}.', en: 'The credential is only valid from {date}.' },
  'dates-unreadable': { fr: 'Les dates de l’attestation sont illisibles : elle est mal faite ou a été modifiée.', en: 'The credential’s dates cannot be read: it is badly made or was changed.' },
  // what is missing
  'ledger-not-given': { fr: 'Non vérifié : aucun registre n’a été consulté.', en: 'Not checked: no ledger was consulted.' },
  'ledger-unreachable': { fr: 'Non vérifié : le registre n’a pas répondu. Réessayez plus tard, ou consultez-le par un autre nœud.', en: 'Not checked: the ledger did not answer. Try again later, or read it through another node.' },
  'other-ledger': { fr: 'L’attestation est inscrite sur un autre registre que celui auquel vous vous fiez : elle ne peut être vérifiée qu’avec celui-là, si vous vous y fiez aussi.', en: 'The credential is anchored on another ledger than the one you trust: it can only be checked with that one, if you trust it too.' },
} as const satisfies Record<string, Text>

export type Reason = keyof typeof reasons

/** What can be wrong with a file before anything in it is looked at. */
export type BundleFault = Extract<Reason,
  | 'file-too-large' | 'file-not-text' | 'file-too-deep' | 'file-not-a-bundle' | 'file-altered' | 'file-of-another-version'>
