// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'
import type { Resealed } from '../use-cases/resealing/index.ts'

export const words = {
  usage: {
    fr: `Usage : npm run issuer -- rotate ÉTABLISSEMENT
        npm run issuer -- close ÉTABLISSEMENT
        npm run issuer -- succeed ÉTABLISSEMENT ACADÉMIE
        npm run issuer -- reseal
  rotate  donne une nouvelle clé de signature à un établissement (son nom dans les adresses, par exemple louise-michel).
  close   le ferme : le registre lui retire son habilitation, plus rien n’est délivré en son nom.
  succeed fait publier ses listes d’état par une académie (son code, par exemple 10, ou son nom dans les adresses).
  reseal  scelle à nouveau, une fois par an, tout ce qui a été délivré, avec les techniques du jour (docs/resealing.md).
  Arrêtez d’abord le service qui utilise le même dossier de données. Voir docs/operate.md.`,
    en: `Usage: npm run issuer -- rotate SCHOOL
       npm run issuer -- close SCHOOL
       npm run issuer -- succeed SCHOOL ACADEMY
       npm run issuer -- reseal
  rotate  gives a school a new signing key (its name in addresses, for example louise-michel).
  close   closes it: the ledger withdraws its accreditation, nothing more is issued in its name.
  succeed has an academy (its code, for example 10, or its name in addresses) publish the school’s status lists.
  reseal  seals again, once a year, everything that was issued, with the techniques of the day (docs/resealing.md).
  First stop the service that uses the same data folder. See docs/operate.md.`,
  },
  waiting: {
    fr: 'La demande est signée et part au registre…',
    en: 'What was asked is signed and on its way to the ledger…',
  },
  notYet: {
    fr: 'Le registre n’a pas encore confirmé : rien n’a changé pour l’instant. Relancez la même commande, elle reprendra où elle en est.',
    en: 'The ledger has not confirmed yet: nothing has changed so far. Run the same command again, it goes on from there.',
  },
} satisfies Record<string, Text>

export const closed = (school: string, at: Date): Text => ({
  fr: `${school} est fermé au registre depuis ${at.toISOString()}. Ce qu’il a délivré reste vérifiable ; nommez son successeur : npm run issuer -- succeed ${school} ACADÉMIE.`,
  en: `${school} is closed on the ledger since ${at.toISOString()}. What it issued can still be verified; name its successor: npm run issuer -- succeed ${school} ACADEMY.`,
})

export const succeeded = (school: string, did: string): Text => ({
  fr: `${did} succède à ${school} : ses listes d’état sont publiées par lui au prochain tour du service.`,
  en: `${did} succeeds ${school}: it publishes the school’s status lists from the service’s next round on.`,
})

export const rotated = (school: string, address: string): Text => ({
  fr: `${school} signe désormais avec ${address}. Ses anciennes clés restent dans son document : ce qu’elles ont signé reste vérifiable.`,
  en: `${school} now signs with ${address}. Its earlier keys stay in its document: what they signed can still be verified.`,
})

const counted = (count: number, language: 'fr' | 'en') => new Intl.NumberFormat(language).format(count)

/** How far sealing again is. */
export const resealing = ({ sealed, issuers, done }: Resealed): Text => ({
  fr: `${counted(sealed, 'fr')} attestations hachées à nouveau ; émetteurs terminés : ${done} sur ${issuers}…`,
  en: `${counted(sealed, 'en')} credentials hashed again; issuers done: ${done} of ${issuers}…`,
})

export const resealed = (year: number, { sealed, issuers }: Resealed): Text => ({
  fr: `${year} : ${counted(sealed, 'fr')} attestations de ${issuers} émetteurs sont scellées à nouveau au registre. Relancée cette année, la commande n’a plus rien à faire.`,
  en: `${year}: ${counted(sealed, 'en')} credentials of ${issuers} issuers are sealed again on the ledger. Run again this year, the command has nothing left to do.`,
})
