// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'
import type { CountFaultCode } from '../use-cases/diplomas/index.ts'

export const countWords = {
  session: {
    fr: '{session} ({state}) : {lines} lignes admises, {diplomas} diplômes, {batches} lots dont {confirmed} confirmés ; {anchored} diplômes sous une racine que le registre a.',
    en: '{session} ({state}): {lines} admitted lines, {diplomas} diplomas, {batches} batches of which {confirmed} confirmed; {anchored} diplomas under a root that the ledger has.',
  },
  agree: { fr: 'Les deux côtés concordent : un diplôme et une feuille confirmée par ligne.', en: 'Both sides agree: one diploma and one confirmed leaf for each line.' },
  differ: { fr: 'Les deux côtés ne concordent pas.', en: 'The two sides do not agree.' },
  none: { fr: 'Aucune délivrance dans cette base.', en: 'Nothing was ever issued in this database.' },
} satisfies Record<string, Text>

/** What does not agree, in words; `{count}` times, `{example}` one of them. */
export const faultWords: Record<CountFaultCode, Text> = {
  'line-without-diploma': { fr: '{count} lignes sans diplôme (par exemple {example})', en: '{count} lines without a diploma (one is {example})' },
  'diploma-without-line': { fr: '{count} diplômes sans ligne', en: '{count} diplomas without a line' },
  double: { fr: '{count} clés, identifiants ou feuilles en double', en: '{count} keys, ids or leaves twice' },
  'diploma-in-no-batch': { fr: '{count} diplômes dans aucun lot', en: '{count} diplomas in no batch' },
  'leaf-not-in-batch': { fr: '{count} feuilles absentes de leur lot (par exemple à la place {example})', en: '{count} leaves missing from their batch (one at place {example})' },
  'batch-broken': { fr: 'les feuilles d’un lot ne donnent pas sa racine {example}', en: 'the leaves of a batch do not give its root {example}' },
  'batch-unconfirmed': { fr: 'un lot n’est pas confirmé : {example}', en: 'a batch is not confirmed: {example}' },
  'root-not-on-ledger': { fr: 'le registre n’a pas la racine {example}', en: 'the ledger does not have the root {example}' },
  'root-anchored-twice': { fr: 'le registre a deux ancrages de la racine {example}', en: 'the ledger has two anchors of the root {example}' },
  'anchor-of-nothing': { fr: '{count} racines ancrées par cet établissement qu’aucun lot ne connaît (par exemple {example})', en: '{count} roots anchored by this issuer that no batch knows (one is {example})' },
}
