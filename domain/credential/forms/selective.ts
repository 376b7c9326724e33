// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'
import { readDiplomaSaid } from '../diploma/read.ts'
import { readAchieved } from './achievement.ts'
import { formedType } from './of-kind.ts'

/** What is always shown (JSON pointers, RFC 6901): who issued what, since when, how it is judged, and where its status is. */
const mandatoryPointers = [
  '/issuer', '/type', '/validFrom', '/credentialStatus',
  ...['id', 'type', 'name', 'achievementType', 'criteria'].map(member => `/credentialSubject/achievement/${member}`),
] as const

/** Of a diploma, its code, its speciality and its session too. */
export function mandatoryPointersOf(credential: JsonObject): string[] {
  if (formedType(credential) === 'competence') return [...mandatoryPointers]
  const { speciality } = readDiplomaSaid(credential).diploma
  const more = ['/credentialSubject/achievement/humanCode', '/credentialSubject/term', ...(speciality === null ? [] : ['/credentialSubject/achievement/specialization'])]
  return [...mandatoryPointers, ...more]
}

/** What the holder of a diploma chose to show beside. */
export type ChosenOfDiploma = { name: boolean; birth: boolean; school: boolean; mention: boolean }

/** The pointers to what the holder of a diploma chose; one without a mention has none to show. */
export function diplomaPointersTo(credential: JsonObject, { name, birth, school, mention }: ChosenOfDiploma): string[] {
  const { holder, diploma } = readDiplomaSaid(credential)
  const members = [
    ...(name ? [...(holder.givenNames === '' ? [] : ['givenName']), 'familyName'] : []), ...(birth ? ['dateOfBirth', 'identifier'] : []), ...(school ? ['source'] : []),
    ...(mention && diploma.mention !== null ? ['result'] : []),
  ]
  return members.map(member => `/credentialSubject/${member}`)
}

/** What the holder chose to show beside. */
export type Chosen = { name: boolean; competences: string[]; evidence: boolean }

/** The pointers to what the holder chose; a code that the credential does not have is given back instead. */
export function pointersTo(credential: JsonObject, { name, competences, evidence }: Chosen): string[] | { unknown: string } {
  const known = readAchieved(credential).competences.map(({ code }) => code)
  const unknown = competences.find(code => !known.includes(code))
  if (unknown !== undefined) return { unknown }
  const places = competences.map(code => known.indexOf(code))
  return [
    ...(name ? ['/credentialSubject/identifier'] : []),
    ...places.flatMap(n => [`/credentialSubject/achievement/alignment/${n}`, `/credentialSubject/achievement/resultDescription/${n}`, `/credentialSubject/result/${n}`]),
    ...(evidence ? ['/evidence', `/credentialSubject/achievement/resultDescription/${known.length}`, `/credentialSubject/result/${known.length}`] : []),
  ]
}

/** The same credential without its proof, to be given another: what it says and its number stay. */
export function withoutProof({ proof: _, ...credential }: JsonObject): JsonObject {
  return credential
}
