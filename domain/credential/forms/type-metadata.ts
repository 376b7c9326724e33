// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../../text.ts'
import type { JsonObject } from '../json.ts'
import { hiddenClaims } from './sd-jwt.ts'

const title: Text = { fr: 'Attestation de compétences', en: 'Statement of competences' }
const about: Text = {
  fr: 'Ce qu’une personne a montré dans un atelier évalué, attesté par son établissement.',
  en: 'What a person showed in an assessed workshop, attested by their school.',
}
const labels: Record<string, Text> = {
  name: { fr: 'Nom', en: 'Name' },
  assurance: { fr: 'Niveau d’assurance', en: 'Assurance level' },
  evidence: { fr: 'Empreinte de l’enregistrement', en: 'Digest of the recording' },
  credential_id: { fr: 'Numéro de la preuve', en: 'Number of the proof' },
  issuer_name: { fr: 'Établissement', en: 'School' },
  achievement: { fr: 'Atelier', en: 'Workshop' },
  competences: { fr: 'Compétences', en: 'Competences' },
}

/** What the type of our SD-JWT VCs means, at its own address (SD-JWT VC Type Metadata, draft-ietf-oauth-sd-jwt-vc §4). */
export function typeMetadata(vct: string): JsonObject {
  return {
    vct,
    name: title.fr,
    description: about.fr,
    display: inBoth(language => ({ name: title[language], description: about[language] })),
    claims: [
      ...Object.keys(labels).map(claim => claimOf([claim], labels[claim]!, (hiddenClaims as readonly string[]).includes(claim))),
      claimOf(['competences', null], { fr: 'Compétence', en: 'Competence' }, true),
    ],
  }
}

const claimOf = (path: (string | null)[], label: Text, hidden: boolean) =>
  ({ path, display: inBoth(language => ({ label: label[language] })), sd: hidden ? 'always' : 'never' })

const inBoth = (say: (language: keyof Text) => JsonObject) => (['fr', 'en'] as const).map(locale => ({ locale, ...say(locale) }))
