// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'

const texts = (id: string) => ({ '@id': id, '@container': '@language' })
const time = (id: string) => ({ '@id': id, '@type': 'xsd:dateTime' })
const many = (id: string) => ({ '@id': id, '@container': '@set' })

/**
 * The terms that our export uses, each with the address that the European Learning Model 3 gives it. Our own wording of a
 * part of http://data.europa.eu/snb/model/context/edc-ap, carried inside the document: whoever has the official context
 * may put its address here instead, for the names are the same. See docs/formats.md for where each address was read.
 */
export const elmContext: JsonObject = {
  '@version': 1.1,
  cred: 'https://www.w3.org/2018/credentials#',
  dc: 'http://purl.org/dc/terms/',
  elm: 'http://data.europa.eu/snb/model/elm/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rov: 'http://www.w3.org/ns/regorg#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  VerifiableCredential: 'cred:VerifiableCredential',
  EuropeanDigitalCredential: 'elm:EuropeanDigitalCredential',
  Person: 'elm:Person',
  Organisation: 'elm:Organisation',
  LearningAchievement: 'elm:LearningAchievement',
  LearningAchievementSpecification: 'elm:LearningAchievementSpecification',
  Qualification: 'elm:Qualification',
  LearningAssessment: 'elm:LearningAssessment',
  LearningOutcome: 'elm:LearningOutcome',
  AwardingProcess: 'elm:AwardingProcess',
  Note: 'elm:Note',
  Concept: 'skos:Concept',
  ConceptScheme: 'skos:ConceptScheme',
  issuer: 'cred:issuer',
  credentialSubject: 'cred:credentialSubject',
  validFrom: time('cred:validFrom'),
  validUntil: time('cred:validUntil'),
  fullName: texts('foaf:name'),
  givenName: texts('foaf:givenName'),
  familyName: texts('foaf:familyName'),
  dateOfBirth: time('elm:dateOfBirth'),
  grade: 'elm:grade',
  legalName: texts('rov:legalName'),
  title: texts('dc:title'),
  description: texts('dc:description'),
  noteLiteral: texts('elm:noteLiteral'),
  prefLabel: texts('skos:prefLabel'),
  notation: 'skos:notation',
  inScheme: 'skos:inScheme',
  additionalNote: many('elm:additionalNote'),
  hasClaim: many('elm:hasClaim'),
  awardedBy: 'elm:awardedBy',
  awardingBody: many('elm:awardingBody'),
  awardingDate: time('elm:awardingDate'),
  provenBy: many('elm:provenBy'),
  specifiedBy: 'elm:specifiedBy',
  learningOutcome: many('elm:learningOutcome'),
  relatedSkill: many('elm:relatedSkill'),
}
