// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'
import { readAchieved } from './achievement.ts'

/** What is always shown (JSON pointers, RFC 6901): who issued what, since when, how it is judged, and where its status is. */
export const mandatoryPointers = [
  '/issuer', '/type', '/validFrom', '/credentialStatus',
  ...['id', 'type', 'name', 'achievementType', 'criteria'].map(member => `/credentialSubject/achievement/${member}`),
] as const

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
