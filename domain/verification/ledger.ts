// SPDX-License-Identifier: EUPL-1.2
import type { Bytes32 } from '../anchoring/bytes32.ts'
import type { AccreditationRecord } from './bundle.ts'

/** Who anchored a root, when (seconds, ledger time) and for which kind of credential. */
export type AnchorRecord = { issuer: string; anchoredAt: number; kind: number }
export type DocumentRecord = { didDigest: Bytes32; documentDigest: Bytes32; recordedAt: number }
/** `by` only for what another account than the issuer's published, as its successor. */
export type StatusListRecord = { digest: Bytes32; recordedAt: number; by?: string }
/** Who speaks for a closed issuer, since when (seconds, ledger time). */
export type SuccessionRecord = { successor: string; recordedAt: number }

/** The deliberation of a jury. Those who sat, the absent who were replaced left out; how many had to sign, and did. */
export type DeliberationRecord = {
  name: Bytes32
  issuer: string
  outcome: 'open' | 'decided' | 'refused'
  round: number
  results: Bytes32
  /** What was decided: it commits to every diploma of the session. */
  root: Bytes32
  members: number
  quorum: number
  signatures: number
  /** Seconds, ledger time; 0 while it is open. */
  closedAt: number
}

/** A block by its number; 'future' when the ledger is not there yet, 'pruned' when this node no longer keeps it. */
export type BlockRecord = { hash: string; timestamp: number; transactions: string[] } | 'future' | 'pruned'

/**
 * What a verifier asks of a ledger that it trusts: the contract's address and the network are the verifier's own
 * choice, never the file's. Every method may reject: the ledger is then unreachable.
 */
export type LedgerReader = {
  contract: string
  chainId(): Promise<number>
  rootAuthority(): Promise<string>
  /** The anchor that a credential of `kind` stands under; a root may be anchored for diplomas and for another kind. */
  anchorOf(root: string, kind: number): Promise<AnchorRecord | null>
  /** The deliberation that diplomas of this root were anchored under; null when there is none. */
  deliberationUnder(root: string): Promise<DeliberationRecord | null>
  accreditationsOf(account: string): Promise<AccreditationRecord[]>
  documentsOf(account: string): Promise<DocumentRecord[]>
  statusListsOf(account: string, list: Bytes32): Promise<StatusListRecord[]>
  successorOf(account: string): Promise<SuccessionRecord | null>
  blockAt(number: number): Promise<BlockRecord>
}
