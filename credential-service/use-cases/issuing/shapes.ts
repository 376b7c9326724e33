// SPDX-License-Identifier: EUPL-1.2
import type { Results } from '#domain/assessment/index.ts'
import type { Digest } from '#domain/canonical.ts'
import type { JsonObject, StatusForm } from '#domain/credential/index.ts'
import type { Assurance } from '#domain/evidence/recording.ts'
import type { AccreditationRecord } from '#domain/verification/bundle.ts'

/**
 * What a validated result asks of the issuer; written in the same transaction as the teacher's decision, one row of
 * `issuing_orders` per attempt, never changed afterwards. Column names: the same in snake_case
 * (`attempt` primary key, `learner`, `school`, `scenario`, `scenario_digest`, `results` jsonb, `evidence_digest`,
 * `assurance`, `finished_at`, `decided_at`, `decided_by`).
 */
export type IssuingOrder<R = Results> = {
  /** The attempt's id, and the record key: one attempt has at most one credential, ever. */
  attempt: string
  /** Person id of the learner. */
  learner: string
  school: string
  scenario: string
  scenarioDigest: Digest
  /** Results as `assess` gave them. */
  results: R
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

/** Of a root: `taken` when another account anchored it first. Nothing of ours is under it there, nor ever will be. */
export type Anchoring = OnLedger | { state: 'taken' }

/** Where a verifier finds the ledger and our contract. */
export type LedgerPlace = { rpc: string; chainId: number; contract: string; deployedAtBlock: number }

/**
 * Who may issue: a school issues competences, an academy (which has a line of its own in the register of schools)
 * issues diplomas. `academy` is the one it belongs to, or its own name.
 */
export type School = { id: string; slug: string; name: string; academy: string; kind: 'school' | 'academy' }

/** A school as issuer, under the address it is reached at. */
export type Issuer = {
  did: string
  school: School
  /** Its ledger account. */
  account: string
  /** The signing key, as the agent knows it and as the DID document names it. */
  signingKid: string
  verificationMethod: string
  document: JsonObject
  documentDigest: Digest
  /** Ledger time (seconds) since which its accreditation and document stand there; null before. */
  registeredAt: number | null
  /** Ledger time (seconds) from which it is accredited no more; null while it stands. */
  closesAt: number | null
  /** DID of whoever publishes its lists since it closed. */
  successor: string | null
}

/** A DID document an issuer has, had or will have, and the key it signs with under it. */
export type IssuerDocument = { document: JsonObject; digest: Digest; signingKid: string; verificationMethod: string }

/** A credential being made: everything drawn by chance or dated is fixed here, before anything is signed. */
export type Prepared = {
  order: IssuingOrder
  id: string
  issuer: string
  kind: number
  issuedAt: Date
  salt: string
  status: { list: string; address: string; index: number }
}

export type Signed = { text: string; digest: string; leaf: string; statusDigest: Digest }

export type Batch = {
  id: string
  issuer: string
  account: string
  kind: number
  leaves: string[]
  root: string
  /** How many times its anchoring was asked for; a reverted transaction needs another. */
  turn: number
  confirmedAt: Date | null
  accreditation: AccreditationRecord[] | null
}

export type MadeBatch = { id: string; root: string; leaves: string[]; closedAt: Date }

/** A credential in its holder's wallet. */
export type HeldCredential = {
  id: string
  scenario: string
  school: string
  issuedAt: Date
  /** `failed`: the record breaks a rule and is left aside until someone looks at it. */
  status: 'preparing' | 'anchoring' | 'ready' | 'failed'
}

/** What a bundle is made of. */
export type Kept = {
  learner: string
  issuer: string
  issuedAt: Date
  signed: string
  digest: string
  salt: string
  batch: Batch
  status: { list: string; text: string; digest: Digest; publishedAt: Date }
  /** The list of suspensions of the same edition; null for what was issued before there was one. */
  suspension: { text: string; digest: Digest } | null
}

export type StatusList = { id: string; address: string; issuer: string; createdAt: Date }
export type Publication = {
  list: string
  form: StatusForm
  address: string
  digest: Digest
  text: string
  publishedAt: Date
}
/** One state of a list, published at once in the forms that it changes; the token is always one. `turn` counts the times that this state was published. */
export type Edition = { version: number; turn: number; expiresAt: Date | null }
