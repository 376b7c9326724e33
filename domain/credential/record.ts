// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '../canonical.ts'
import { DomainError } from '../errors.ts'
import type { Assurance, Mode } from '../evidence/recording.ts'
import type { Language, Text } from '../text.ts'

export type CompetenceResult = 'acquired' | 'not-acquired' | 'not-observed'

/**
 * What a credential is made from: the service's own facts about one validated attempt. It says neither the variant nor
 * the seed (the next learner would know which breaker is mislabelled) nor any criterion.
 */
export type AchievementRecord = {
  /** urn:uuid:…, chosen at the edge. */
  id: string
  /** RFC 3339, UTC, whole seconds. */
  validFrom: string
  validUntil?: string
  /** The language the credential is written in. */
  language: Language
  issuer: { did: string; name: string }
  /** As it is shown to the holder. It stays in the holder's own file: never on the ledger, never in a log. */
  holder: { displayName: string }
  scenario: { id: string; address: string; digest: Digest; title: Text; summary: Text }
  framework: { id: string; address: string; title: Text }
  competences: { code: string; label: Text; result: CompetenceResult }[]
  /** Digest of the whole recording. */
  evidence: { digest: Digest; assurance: Assurance; mode: Mode }
  /** The status list's address and the place kept for this credential in it. */
  status: { list: string; index: number }
}

const URN_UUID = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const DIGEST = /^sha256:[0-9a-f]{64}$/
const ADDRESS = /^(https?:\/\/|urn:|did:)[^\s<>"{}|\\^`]+$/

/** @throws ERR_RECORD_INVALID naming the first member that cannot go into a credential. */
export function checkRecord(record: AchievementRecord): void {
  const rules: [member: string, holds: boolean][] = [
    ['id', URN_UUID.test(record.id)],
    ['validFrom', INSTANT.test(record.validFrom)],
    ['validUntil', record.validUntil === undefined || INSTANT.test(record.validUntil)],
    ['issuer.did', record.issuer.did.startsWith('did:')],
    ['issuer.name', record.issuer.name.trim() !== ''],
    ['holder.displayName', record.holder.displayName.trim() !== ''],
    ['scenario.address', ADDRESS.test(record.scenario.address)],
    ['framework.address', ADDRESS.test(record.framework.address)],
    ['competences', record.competences.length > 0],
    ['competences.code', new Set(record.competences.map(({ code }) => code)).size === record.competences.length],
    ['evidence.digest', DIGEST.test(record.evidence.digest)],
    ['status.list', ADDRESS.test(record.status.list)],
    ['status.index', Number.isSafeInteger(record.status.index) && record.status.index >= 0],
  ]
  const broken = rules.find(([, holds]) => !holds)
  if (broken) throw new DomainError('ERR_RECORD_INVALID', { member: broken[0] })
}
