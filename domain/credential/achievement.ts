// SPDX-License-Identifier: EUPL-1.2
import { hexToBytes } from '@noble/hashes/utils.js'
import type { Digest } from '../canonical.ts'
import { CREDENTIALS_V2, OPEN_BADGES_3 } from './contexts.ts'
import type { JsonObject } from './json.ts'
import { toBase64Url } from './multibase.ts'
import { checkRecord } from './record.ts'
import type { AchievementRecord } from './record.ts'
import { statusEntries } from './status-forms.ts'
import { words } from './words.ts'

/**
 * The unsigned credential of one validated attempt: a VC Data Model 2.0 credential that is an Open Badges 3.0
 * AchievementCredential. Only terms of the two pinned contexts are used; every node that could be told apart by nothing
 * but its values has an id.
 * @throws ERR_RECORD_INVALID
 */
export function toCredential(record: AchievementRecord): JsonObject {
  checkRecord(record)
  const { scenario, issuer, language } = record
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
    id: record.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: scenario.title[language],
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name },
    validFrom: record.validFrom,
    ...(record.validUntil === undefined ? {} : { validUntil: record.validUntil }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [identityOf(record)],
      achievement: achievementOf(record),
      result: [...record.competences.map(({ code, result }) => resultOf(record, code, result)),
        resultOf(record, 'assurance', record.evidence.assurance)],
    },
    evidence: [evidenceOf(record)],
    credentialStatus: statusEntries(record.status),
  }
}

/** SHA-256 as a multihash in multibase, the form `digestMultibase` wants (W3C VC Data Integrity 1.0 §2.6). */
export function toDigestMultibase(digest: Digest): string {
  return toBase64Url(Uint8Array.from([0x12, 0x20, ...hexToBytes(digest.slice('sha256:'.length))]))
}

// Open Badges 3.0 §B.1.14: an IdentityObject that is not hashed holds the identity in plain words.
const identityOf = ({ holder }: AchievementRecord) =>
  ({ type: 'IdentityObject', hashed: false, identityHash: holder.displayName, identityType: 'name' })

const achievementOf = (record: AchievementRecord) => ({
  id: record.scenario.address,
  type: ['Achievement'],
  achievementType: 'Assessment',
  inLanguage: record.language,
  name: record.scenario.title[record.language],
  description: record.scenario.summary[record.language],
  criteria: { narrative: words.criteria[record.language] },
  alignment: record.competences.map(competence => alignmentOf(record, competence)),
  resultDescription: [...record.competences.map(competence => competenceDescription(record, competence)),
    assuranceDescription(record)],
})

type Competence = AchievementRecord['competences'][number]

const alignmentOf = ({ framework, language }: AchievementRecord, { code, label }: Competence) => ({
  type: ['Alignment'],
  targetType: 'ceasn:Competency',
  targetUrl: `${framework.address}#${code}`,
  targetFramework: framework.title[language],
  targetCode: code,
  targetName: label[language],
})

// No `allowedValue`: equal lists are blank nodes that look alike, and telling them apart would cost more than the rest.
const competenceDescription = (record: AchievementRecord, { code, label }: Competence) => ({
  id: `${record.scenario.address}#${code}`,
  type: ['ResultDescription'],
  name: `${code} ${label[record.language]}`,
  resultType: 'Result',
  requiredValue: 'acquired',
})

// Open Badges has no term for how an attempt was surrounded: it is one more result, of a type of our own ('ext:').
const assuranceDescription = ({ scenario, language }: AchievementRecord) => ({
  id: `${scenario.address}#assurance`,
  type: ['ResultDescription'],
  name: words.assuranceName[language],
  resultType: 'ext:Assurance',
})

const resultOf = ({ scenario }: AchievementRecord, part: string, value: string) =>
  ({ type: ['Result'], resultDescription: `${scenario.address}#${part}`, value })

const evidenceOf = ({ evidence, language }: AchievementRecord) => ({
  type: ['Evidence'],
  name: words.evidenceName[language],
  narrative: `${words.mode[evidence.mode][language]} ${words.assurance[evidence.assurance][language]}`,
  genre: evidence.mode,
  digestMultibase: toDigestMultibase(evidence.digest),
})
