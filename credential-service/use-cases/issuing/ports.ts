// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import type { Assurance } from '#domain/evidence/recording.ts'

/**
 * What a validated result asks of the issuer; written in the same transaction as the teacher's decision, one row of
 * `issuing_orders` per attempt, never changed afterwards. Column names: the same in snake_case
 * (`attempt` primary key, `learner`, `school`, `scenario`, `scenario_digest`, `results` jsonb, `evidence_digest`,
 * `assurance`, `finished_at`, `decided_at`, `decided_by`).
 */
export type IssuingOrder<Results = unknown> = {
  /** The attempt's id, and the record key: one attempt has at most one credential, ever. */
  attempt: string
  /** Person id of the learner. */
  learner: string
  school: string
  scenario: string
  scenarioDigest: Digest
  /** Results as `assess` gave them. */
  results: Results
  /** Digest of the recording that was replayed. */
  evidenceDigest: Digest
  assurance: Assurance
  finishedAt: Date
  decidedAt: Date
  /** Person id of the teacher. */
  decidedBy: string
}
