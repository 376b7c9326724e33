// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'
import { readAchieved } from './achievement.ts'
import type { Achieved } from './achievement.ts'
import { elmContext } from './elm-context.ts'

/** Said inside each export, in both languages. */
export const notSigned = {
  fr: 'Export non signé d’une preuve de Compagnon : il ne prouve rien par lui-même. Le fichier de preuve dont il est tiré se vérifie sur la page « Vérifier ».',
  en: 'Unsigned export of a proof made by Compagnon: it proves nothing by itself. The proof it was taken from is checked on the “Verify” page.',
}

/**
 * A credential of competences as a European Digital Credential of the European Learning Model 3, by its members’ names; unsigned, and it
 * says so. Competences of the school’s framework are `relatedSkill`; no ESCO or ISCED-F link is given, since none is known.
 */
export function toCompetenceElm(credential: JsonObject): JsonObject {
  const achieved = readAchieved(credential)
  const { issuer, validFrom, validUntil, language, holderName } = achieved
  const part = (name: string) => `${achieved.id}#${name}`
  return {
    '@context': elmContext,
    id: part('elm'),
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    issuer: organisation(achieved),
    validFrom,
    ...(validUntil !== undefined && { validUntil }),
    additionalNote: [{ id: part('export'), type: 'Note', noteLiteral: notSigned }],
    credentialSubject: {
      id: part('person'),
      type: 'Person',
      fullName: { [language]: holderName },
      hasClaim: [{
        id: part('achievement'),
        type: 'LearningAchievement',
        title: { [language]: achieved.achievement.name },
        description: { [language]: achieved.achievement.description },
        awardedBy: { id: part('awarding'), type: 'AwardingProcess', awardingDate: validFrom, awardingBody: [{ id: issuer.did, type: 'Organisation' }] },
        provenBy: [assessment(achieved, part)],
        specifiedBy: specification(achieved),
      }],
    },
  }
}

const organisation = ({ issuer, language }: Achieved) => ({ id: issuer.did, type: 'Organisation', legalName: { [language]: issuer.name } })

const assessment = ({ achievement, evidence, language }: Achieved, part: (name: string) => string) => ({
  id: part('assessment'),
  type: 'LearningAssessment',
  title: { [language]: achievement.name },
  description: { [language]: evidence.narrative },
})

// A learning outcome that was not acquired is not one: only those acquired are listed.
const specification = ({ achievement, competences, framework, language }: Achieved) => ({
  id: achievement.id,
  type: 'LearningAchievementSpecification',
  title: { [language]: achievement.name },
  description: { [language]: achievement.criteria },
  learningOutcome: competences.filter(({ result }) => result === 'acquired').map(({ code, name, address }) => ({
    id: `${achievement.id}#outcome-${code}`,
    type: 'LearningOutcome',
    title: { [language]: name },
    relatedSkill: [{
      id: address, type: 'Concept', notation: code, prefLabel: { [language]: name },
      inScheme: { id: address.replace(/#.*$/, ''), type: 'ConceptScheme', prefLabel: { [language]: framework } },
    }],
  })),
})
