// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'

export const words = {
  usage: {
    fr: `Usage : npm run issue -- [FICHIER] --session AAAA-MM --academy CODE [--results ID] [--deliberation 0x…]
  FICHIER : une ligne de résultat vérifiée par ligne (JSON) ; sans lui, les résultats importés et confirmés sous --results. Reprend où une délivrance s’est arrêtée.
        npm run issue -- count [FICHIER] [--results ID]
  Compte les deux côtés : lignes, diplômes et lots dans la base, ancrages sur le registre. Code de sortie 0 quand tout concorde, 1 sinon.
  Sans DATABASE_URL, arrêtez d’abord le service : la base embarquée n’a qu’un maître.`,
    en: `Usage: npm run issue -- [FILE] --session YYYY-MM --academy CODE [--results ID] [--deliberation 0x…]
  FILE: one checked line of results per line (JSON); without it, the results imported and confirmed under --results. Goes on where an issuing stopped.
       npm run issue -- count [FILE] [--results ID]
  Counts both sides: lines, diplomas and batches in the database, anchors on the ledger. Exit code 0 when all agree, else 1.
  Without DATABASE_URL, stop the service first: the embedded database has one master.`,
  },
  unknownAcademy: { fr: 'L’académie {code} n’est pas dans le registre.', en: 'The academy {code} is not in the register.' },
  registering: { fr: 'L’académie s’inscrit au registre…', en: 'The academy is being registered on the ledger…' },
  progress: {
    fr: '{issued} diplômes sur {expected}, {rate}/s, encore {left} s', en: '{issued} diplomas of {expected}, {rate}/s, {left} s left',
  },
  anchoring: { fr: 'Ancrage : {confirmed} lots confirmés sur {closed}', en: 'Anchoring: {confirmed} batches confirmed of {closed}' },
  jury: { fr: '{issued} diplômes signés ; le jury signe la racine {root}, puis relancez avec --deliberation.', en: '{issued} diplomas signed; the jury signs the root {root}, then run again with --deliberation.' },
  stopped: { fr: 'Arrêtée ({state}). {problem}', en: 'Stopped ({state}). {problem}' },
  'ledger-away': { fr: 'Le registre ne répond pas : rien n’est perdu, la délivrance l’attend.', en: 'The ledger does not answer: nothing is lost, issuing waits for it.' },
  'ledger-back': { fr: 'Le registre répond de nouveau : la délivrance continue.', en: 'The ledger answers again: issuing goes on.' },
  'database-away': { fr: 'La base de données ne répond pas : rien n’est perdu, la délivrance l’attend.', en: 'The database does not answer: nothing is lost, issuing waits for it.' },
  'database-back': { fr: 'La base de données répond de nouveau : la délivrance continue.', en: 'The database answers again: issuing goes on.' },
  done: { fr: 'Délivrés et ancrés : {issued} diplômes.', en: 'Issued and anchored: {issued} diplomas.' },
} satisfies Record<string, Text>

/** A sentence with its values in the places named. */
export const say = (text: Text, language: 'fr' | 'en', values: Record<string, string | number | null> = {}): string =>
  Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, String(value ?? '?')), text[language])
