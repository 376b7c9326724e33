// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../../text.ts'
import type { JsonObject } from '../json.ts'
import { hiddenOfDiploma } from './diploma-sd-jwt.ts'
import type { FormedType } from './of-kind.ts'
import { hiddenClaims } from './sd-jwt.ts'

type Described = { title: Text; about: Text; labels: Record<string, Text>; hidden: readonly string[]; lists: Record<string, Text> }

const competence: Described = {
  title: { fr: 'Attestation de compétences', en: 'Statement of competences' },
  about: {
    fr: 'Ce qu’une personne a montré dans un atelier évalué, attesté par son établissement.',
    en: 'What a person showed in an assessed workshop, attested by their school.',
  },
  labels: {
    name: { fr: 'Nom', en: 'Name' },
    assurance: { fr: 'Niveau d’assurance', en: 'Assurance level' },
    evidence: { fr: 'Empreinte de l’enregistrement', en: 'Digest of the recording' },
    credential_id: { fr: 'Numéro de la preuve', en: 'Number of the proof' },
    issuer_name: { fr: 'Établissement', en: 'School' },
    achievement: { fr: 'Atelier', en: 'Workshop' },
    competences: { fr: 'Compétences', en: 'Competences' },
  },
  hidden: hiddenClaims,
  lists: { competences: { fr: 'Compétence', en: 'Competence' } },
}

const diploma: Described = {
  title: { fr: 'Diplôme', en: 'Diploma' },
  about: {
    fr: 'Un diplôme délivré par une académie d’après la décision d’un jury.',
    en: 'A diploma issued by an academy on the decision of a jury.',
  },
  labels: {
    issuer_name: { fr: 'Académie', en: 'Academy' },
    diploma: { fr: 'Diplôme', en: 'Diploma' },
    session: { fr: 'Session', en: 'Session' },
    given_name: { fr: 'Prénoms', en: 'Given names' },
    family_name: { fr: 'Nom de famille', en: 'Family name' },
    birthdate: { fr: 'Date de naissance', en: 'Birth date' },
    place_of_birth: { fr: 'Lieu de naissance', en: 'Place of birth' },
    mention: { fr: 'Mention', en: 'Honours' },
    school: { fr: 'Établissement d’origine', en: 'School of origin' },
    credential_id: { fr: 'Numéro du diplôme', en: 'Number of the diploma' },
  },
  hidden: hiddenOfDiploma,
  lists: {},
}

const described: Record<FormedType, Described> = { competence, diploma }

/** What the type of our SD-JWT VCs means, at its own address (SD-JWT VC Type Metadata, draft-ietf-oauth-sd-jwt-vc §4). */
export function typeMetadata(vct: string, type: FormedType): JsonObject {
  const { title, about, labels, hidden, lists } = described[type]
  return {
    vct,
    name: title.fr,
    description: about.fr,
    display: inBoth(language => ({ name: title[language], description: about[language] })),
    claims: [
      ...Object.entries(labels).map(([claim, label]) => claimOf([claim], label, hidden.includes(claim))),
      ...Object.entries(lists).map(([claim, label]) => claimOf([claim, null], label, true)),
    ],
  }
}

const claimOf = (path: (string | null)[], label: Text, hidden: boolean) =>
  ({ path, display: inBoth(language => ({ label: label[language] })), sd: hidden ? 'always' : 'never' })

const inBoth = (say: (language: keyof Text) => JsonObject) => (['fr', 'en'] as const).map(locale => ({ locale, ...say(locale) }))
