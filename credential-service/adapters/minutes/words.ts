// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '#domain/text.ts'

/** Every word of the minutes, French first; {name}s are filled by `fill`. */
export const words = {
  title: { fr: 'Procès-verbal de délibération', en: 'Minutes of a jury’s deliberation' },
  session: { fr: 'Session de {month}, tour {round}', en: 'Session of {month}, round {round}' },
  decided: {
    fr: 'Le jury a décidé que les résultats ci-dessous sont ceux de la session, et que les diplômes qui en viennent peuvent être délivrés : {signatures} de ses {members} membres ont signé, il en fallait {quorum}.',
    en: 'The jury decided that the results below are those of the session, and that the diplomas which follow from them may be issued: {signatures} of its {members} members signed, {quorum} had to.',
  },
  refused: {
    fr: 'Le jury a refusé les résultats ci-dessous, et aucun diplôme n’en est délivré : {signatures} de ses {members} membres ont signé ce refus, il en fallait {quorum}.',
    en: 'The jury refused the results below, and no diploma is issued from them: {signatures} of its {members} members signed this refusal, {quorum} had to.',
  },
  opened: { fr: 'Ouverte le {moment}', en: 'Opened on {moment}' },
  closed: { fr: 'Close le {moment}', en: 'Closed on {moment}' },
  results: { fr: 'Les résultats', en: 'The results' },
  admitted: { fr: 'Admis', en: 'Admitted' },
  refusedCandidates: { fr: 'Refusés', en: 'Refused' },
  total: { fr: 'Candidats', en: 'Candidates' },
  'tres-bien': { fr: 'dont mention très bien', en: 'with highest honours' },
  'bien': { fr: 'dont mention bien', en: 'with high honours' },
  'assez-bien': { fr: 'dont mention assez bien', en: 'with honours' },
  'none': { fr: 'dont sans mention', en: 'without honours' },
  jury: { fr: 'Le jury', en: 'The jury' },
  member: { fr: 'Membre', en: 'Member' },
  signature: { fr: 'Signature', en: 'Signature' },
  signedDecision: { fr: 'A signé la décision', en: 'Signed the decision' },
  signedRefusal: { fr: 'A signé le refus', en: 'Signed the refusal' },
  notSigned: { fr: 'N’a pas signé', en: 'Did not sign' },
  absent: { fr: 'Absent, remplacé par {name}', en: 'Absent, replaced by {name}' },
  at: { fr: 'le {moment}', en: 'on {moment}' },
  ledger: { fr: 'Le registre', en: 'The ledger' },
  network: { fr: 'Réseau', en: 'Network' },
  contract: { fr: 'Contrat', en: 'Contract' },
  issuer: { fr: 'Compte de l’académie', en: 'Account of the academy' },
  deliberation: { fr: 'Délibération', en: 'Deliberation' },
  previous: { fr: 'Tour précédent, refusé', en: 'Round before, refused' },
  transaction: { fr: 'Transaction', en: 'Transaction' },
  block: { fr: 'Bloc', en: 'Block' },
  blockAt: { fr: '{number}, le {moment}', en: '{number}, on {moment}' },
  blockHash: { fr: 'Empreinte du bloc', en: 'Hash of the block' },
  digest: { fr: 'Empreinte des résultats', en: 'Digest of the results' },
  salted: { fr: 'La même, salée, au registre', en: 'The same, salted, on the ledger' },
  root: { fr: 'Racine signée', en: 'Root that was signed' },
  noRoot: { fr: 'aucune : c’est un refus', en: 'none: it is a refusal' },
  scope: { fr: 'Ce que ce document établit', en: 'What this document establishes' },
  scopeText: {
    fr: 'Chaque membre a signé avec sa clé d’accès, sur son propre appareil, qui a vérifié que c’était lui. Le service, puis le contrat du registre, ont vérifié chaque signature. La racine signée couvre chaque diplôme du tour : rien ne peut y être ajouté après. Les clés et les signatures sont dans les données jointes (proces-verbal.json), que chacun peut vérifier ; l’empreinte salée de ce fichier, données comprises, est inscrite au registre.',
    en: 'Each member signed with their passkey, on their own device, which verified that it was them. The service, then the contract on the ledger, checked each signature. The root that was signed covers every diploma of the round: nothing can be added to it afterwards. Keys and signatures are in the attached data (proces-verbal.json), for anyone to check; the salted digest of this file, its data included, is on the ledger.',
  },
  seal: { fr: 'Cachet de l’académie', en: 'Seal of the academy' },
  sealText: {
    fr: 'Signé électroniquement par {academy}, le {moment} (PAdES, ETSI EN 319 142-1, niveau B), avec la clé P-256 de {did}. L’historique de ses clés est au registre.',
    en: 'Signed electronically by {academy}, on {moment} (PAdES, ETSI EN 319 142-1, level B), with the P-256 key of {did}. The history of its keys is on the ledger.',
  },
  page: { fr: 'page {page} sur {pages}', en: 'page {page} of {pages}' },
  reason: { fr: 'Procès-verbal de délibération', en: 'Minutes of a jury’s deliberation' },
  data: { fr: 'Les données du procès-verbal : clés et signatures', en: 'The data of the minutes: keys and signatures' },
} as const satisfies Record<string, Text>

type Values = Readonly<Record<string, string | number>>

export const fill = (text: Text, language: Language, values: Values = {}): string =>
  Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, String(value)), text[language])

const within = (options: Intl.DateTimeFormatOptions) => {
  const say = (language: Language) => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
  return { fr: say('fr'), en: say('en') }
}
const [moments, months] = [within({ dateStyle: 'long', timeStyle: 'medium' }), within({ month: 'long', year: 'numeric' })]

/** A moment in seconds since 1970, or in ISO 8601. */
export const moment = (when: number | string, language: Language) =>
  `${moments[language].format(new Date(typeof when === 'number' ? when * 1000 : when))} UTC`

/** `2026-07` in words. */
export const month = (session: string, language: Language) => months[language].format(new Date(`${session}-01T00:00:00Z`))

export const count = (value: number, language: Language) => new Intl.NumberFormat(language).format(value)
