// SPDX-License-Identifier: EUPL-1.2
import { readDiplomaSaid } from '../diploma/read.ts'
import type { DiplomaSaid } from '../diploma/read.ts'
import type { JsonObject } from '../json.ts'
import { elmContext } from './elm-context.ts'
import { notSigned } from './elm.ts'

/** A diploma is a French act: what it says is in French. */
const fr = (text: string) => ({ fr: text })

/**
 * A diploma as a European Digital Credential of the European Learning Model 3, by its members' names; unsigned, and it
 * says so. The diploma is a Qualification; no EQF level or ISCED-F field is given, since the diploma itself says none.
 */
export function toDiplomaElm(credential: JsonObject): JsonObject {
  const said = readDiplomaSaid(credential)
  const { id, issuer, validFrom } = said
  const part = (name: string) => `${id}#${name}`
  return {
    '@context': elmContext,
    id: part('elm'),
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    issuer: { id: issuer.did, type: 'Organisation', legalName: fr(issuer.name) },
    validFrom,
    additionalNote: [{ id: part('export'), type: 'Note', noteLiteral: notSigned }],
    credentialSubject: { ...personOf(said, part), hasClaim: [achievementOf(said, part)] },
  }
}

type Part = (name: string) => string

const personOf = ({ holder }: DiplomaSaid, part: Part) => ({
  id: part('person'),
  type: 'Person',
  fullName: fr(`${holder.givenNames} ${holder.familyName}`.trim()),
  ...(holder.givenNames !== '' && { givenName: fr(holder.givenNames) }),
  familyName: fr(holder.familyName),
  dateOfBirth: `${holder.birthDate}T00:00:00Z`,
  // A place of the model needs the code of its country, which no diploma holds.
  ...(holder.birthPlace !== '' && { additionalNote: [note(part('birth-place'), `Lieu de naissance : ${holder.birthPlace}`)] }),
})

const achievementOf = ({ issuer, validFrom, diploma, school, session }: DiplomaSaid, part: Part) => ({
  id: part('achievement'),
  type: 'LearningAchievement',
  title: fr(diploma.title),
  description: fr(diploma.description),
  additionalNote: [note(part('session'), `Session : ${session}`), note(part('taught'), `Établissement d’origine : ${school.name} (${school.uai})`)],
  awardedBy: { id: part('awarding'), type: 'AwardingProcess', awardingDate: validFrom, awardingBody: [{ id: issuer.did, type: 'Organisation' }] },
  provenBy: [{
    id: part('assessment'), type: 'LearningAssessment', title: fr(diploma.title), description: fr(diploma.criteria),
    ...(diploma.mention !== null && { grade: note(part('grade'), diploma.mention) }),
  }],
  specifiedBy: {
    id: diploma.address, type: 'Qualification', title: fr(diploma.title), description: fr(diploma.criteria), notation: diploma.code,
    ...(diploma.speciality !== null && { additionalNote: [note(part('speciality'), `Spécialité : ${diploma.speciality}`)] }),
  },
})

const note = (id: string, text: string) => ({ id, type: 'Note', noteLiteral: fr(text) })
