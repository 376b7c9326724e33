// SPDX-License-Identifier: EUPL-1.2
import { kind } from './kind.ts'

/** What is refused under /vc-api, beside a document that does not conform (of-the-rules.ts). */
export const problemsOfVcApi = {
  ERR_SANDBOX_CLOSED: kind(403,
    ['L’émetteur d’essai est fermé', 'Démarrez le service avec VC_API_SANDBOX=1 ; vérifier reste possible.'],
    ['The sandbox issuer is closed', 'Start the service with VC_API_SANDBOX=1; verifying stays possible.']),
  ERR_SANDBOX_ISSUER_UNKNOWN: kind(404,
    ['Cet émetteur d’essai n’existe pas', 'Prenez-en un de /vc-api/manifest.'],
    ['This sandbox issuer does not exist', 'Take one of those in /vc-api/manifest.']),
  ERR_STATUS_ENTRY: kind(422,
    ['Ce changement d’état ne se lit pas', 'Donnez une entrée BitstringStatusListEntry, avec revocation ou suspension.'],
    ['This change of status cannot be read', 'Give a BitstringStatusListEntry, with revocation or suspension.']),
  ERR_NOT_VERIFIED: kind(400,
    ['Ce document n’est pas vérifié', 'Lisez problemDetails : chaque raison y est, avec sa place.'],
    ['This document is not verified', 'Read problemDetails: each reason is there, with its place.']),
  ERR_OPTION_UNKNOWN: kind(400,
    ['Cette option n’est pas connue ici', 'Retirez-la, ou prenez une de celles que docs/vc-api.md énumère.'],
    ['This option is not known here', 'Take it out, or use one of those that docs/vc-api.md lists.'],
    'https://www.w3.org/TR/vcalm#UNKNOWN_OPTION_PROVIDED'),
  ERR_DOCUMENT_TOO_SLOW: kind(422,
    ['Ce document prend trop de temps à lire', 'Donnez-en un plus petit, avec moins de preuves ou moins de contextes écrits dans le document.'],
    ['This document takes too long to read', 'Give a smaller one, with fewer proofs or fewer contexts written in the document.']),
  ERR_READERS_BUSY: kind(503,
    ['Trop de documents attendent d’être lus', 'Recommencez dans un instant.'],
    ['Too many documents wait to be read', 'Try again in a moment.']),
  ERR_READING_SPENT: kind(429,
    ['Vos documents ont demandé trop de travail en une minute', 'Attendez le temps dit par Retry-After, puis envoyez-les un à un.'],
    ['Your documents have asked for too much work within a minute', 'Wait as long as Retry-After says, then send them one by one.']),
  ERR_SANDBOX_LIST_FULL: kind(503,
    ['La liste d’état de l’émetteur d’essai est pleine', 'Demandez à qui tient le service de vider la table sandbox_statuses.'],
    ['The status list of the sandbox issuer is full', 'Ask whoever runs the service to empty the table sandbox_statuses.']),
}
