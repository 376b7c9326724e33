// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import type { Assurance } from '#domain/evidence/recording.ts'
import type { AccreditationRecord } from '#domain/verification/bundle.ts'

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

/** What the ledger says of a transaction we asked for. It is sent again until it is settled, so `waiting` only waits. */
export type OnLedger =
  | { state: 'waiting' }
  | { state: 'reverted' }
  | {
      state: 'confirmed'
      transaction: string
      block: { number: number; hash: string; timestamp: number }
      chainId: number
    }

/** Where a verifier finds the ledger and our contract. */
export type LedgerPlace = { rpc: string; chainId: number; contract: string; deployedAtBlock: number }

/**
 * The ledger. Asking twice for the same thing asks once: what is asked is journalled under a key before it is sent.
 * Each may throw `LedgerUnreachable`: nothing is lost, ask again later.
 */
export type Ledger = {
  chainId(): Promise<number>
  /** The ledger account of a school, made on first use. */
  accountOf(school: string): Promise<string>
  /** Sees the school accredited and its DID document recorded; ledger time (seconds) when settled, null before. */
  register(issuer: { school: string; academy: string; did: string; documentDigest: Digest }): Promise<number | null>
  /** Anchors a root; `turn` counts the tries, since a reverted transaction stays reverted. */
  anchor(batch: { root: string; kind: number; issuer: string; turn: number }): Promise<OnLedger>
  publishStatusList(list: { address: string; digest: Digest; issuer: string }): Promise<OnLedger>
  /** The accreditations from this account up to the root authority, as the ledger says now. */
  accreditation(issuer: string, kind: number): Promise<AccreditationRecord[]>
  /** Null until the contract is in a block. */
  place(): Promise<LedgerPlace | null>
  /** One round of sending and looking; gives how many transactions are not settled. */
  follow(): Promise<number>
  answers(): Promise<boolean>
}
