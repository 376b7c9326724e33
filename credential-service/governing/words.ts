// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'

export const words = {
  usage: {
    fr: `Usage : npm run issuer -- rotate ÉTABLISSEMENT
  Donne une nouvelle clé de signature à un établissement (son nom dans les adresses, par exemple louise-michel).
  Arrêtez d’abord le service qui utilise le même dossier de données. Voir docs/operate.md.`,
    en: `Usage: npm run issuer -- rotate SCHOOL
  Gives a school a new signing key (its name in addresses, for example louise-michel).
  First stop the service that uses the same data folder. See docs/operate.md.`,
  },
  waiting: {
    fr: 'Le nouveau document est signé et part au registre…',
    en: 'The new document is signed and on its way to the ledger…',
  },
  notYet: {
    fr: 'Le registre n’a pas encore confirmé : l’ancienne clé sert toujours. Relancez la même commande, elle reprendra où elle en est.',
    en: 'The ledger has not confirmed yet: the earlier key still signs. Run the same command again, it goes on from there.',
  },
} satisfies Record<string, Text>

export const rotated = (school: string, address: string): Text => ({
  fr: `${school} signe désormais avec ${address}. Ses anciennes clés restent dans son document : ce qu’elles ont signé reste vérifiable.`,
  en: `${school} now signs with ${address}. Its earlier keys stay in its document: what they signed can still be verified.`,
})
