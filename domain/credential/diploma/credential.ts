// SPDX-License-Identifier: EUPL-1.2
import { CREDENTIALS_V2, OPEN_BADGES_3 } from '../contexts.ts'
import type { JsonObject } from '../json.ts'
import { statusEntries } from '../status-forms.ts'
import { checkDiploma } from './check.ts'
import type { DiplomaRecord } from './record.ts'
import { diplomaSentences, mentionWords } from './words.ts'

/**
 * The unsigned credential of a diploma: a VC Data Model 2.0 credential that is an Open Badges 3.0 AchievementCredential
 * of type Diploma, with the data that the French order of 23 May 2018 lists. Only terms of the two pinned contexts are
 * used. Every node has an id, made from the credential's or the diploma's: no canonical label depends on a value.
 * @throws ERR_RECORD_INVALID
 */
export function toDiplomaCredential(record: DiplomaRecord): JsonObject {
  checkDiploma(record)
  return diplomaCredential(record)
}

/** The same without the check, for texts that stand in the places of a record's own. */
export function diplomaCredential(record: DiplomaRecord): JsonObject {
  const { id, issuer, diploma, status } = record
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
    id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: diploma.title.fr,
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name },
    validFrom: record.validFrom,
    credentialSubject: subjectOf(record),
    credentialStatus: statusEntries(status),
  }
}

// Open Badges 3.0 §B.1.6: `term` is the session, `source` the school where the candidate was taught and assessed. The
// academy is the issuer. Nothing is said twice: each quad costs as much again when a hundred thousand are signed.
const subjectOf = (record: DiplomaRecord) => ({
  id: `${record.id}#holder`,
  type: ['AchievementSubject', 'Profile'],
  givenName: record.holder.givenNames,
  familyName: record.holder.familyName,
  dateOfBirth: record.holder.birthDate,
  identifier: [birthPlaceOf(record)],
  term: record.session,
  source: schoolOf(record),
  achievement: achievementOf(record),
  ...(record.diploma.mention === 'none' ? {} : { result: [mentionOf(record)] }),
})

// Open Badges has no term for where someone was born: one more identity, in plain words, of a type of our own.
const birthPlaceOf = ({ id, holder }: DiplomaRecord) => ({
  id: `${id}#birth-place`,
  type: 'IdentityObject',
  hashed: false,
  identityHash: holder.birthPlace,
  identityType: 'ext:birthPlace',
})

const schoolOf = ({ id, school }: DiplomaRecord) => ({
  id: `${id}#school`,
  type: ['Profile'],
  name: school.name,
  otherIdentifier: [{ id: `${id}#uai`, type: 'IdentifierEntry', identifier: school.uai, identifierType: 'ext:uai' }],
})

const achievementOf = ({ diploma }: DiplomaRecord) => ({
  id: diploma.address,
  type: ['Achievement'],
  achievementType: 'Diploma',
  humanCode: diploma.code,
  name: diploma.title.fr,
  description: diplomaSentences.description,
  criteria: { id: `${diploma.address}#criteria`, narrative: diplomaSentences.criteria },
  ...(diploma.speciality === '' ? {} : { specialization: diploma.speciality }),
})

const mentionOf = ({ id, diploma }: DiplomaRecord) =>
  ({ id: `${id}#mention`, type: ['Result'], value: mentionWords[diploma.mention].fr })
