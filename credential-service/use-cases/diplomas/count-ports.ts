// SPDX-License-Identifier: EUPL-1.2
import type { DiplomaNeeds, SessionState } from './ports.ts'

/** What is stored of sessions, to be counted. */
export type DiplomaCounts = {
  /** Every session ever opened, oldest first. */
  sessions(): Promise<string[]>
  /** How many diplomas there are, and how many different keys, ids and leaves. */
  tally(session: string): Promise<{ diplomas: number; keys: number; ids: number; leaves: number }>
  /** Those of these record keys that have no diploma. */
  without(session: string, keys: readonly string[]): Promise<string[]>
  /** Leaves of the diplomas that stand from one place up to another, as many as there are. */
  leavesFound(session: string, from: number, to: number): Promise<Uint8Array>
  /** Every leaf of a batch, padding included, as its tree was made. */
  leavesOfBatch(session: string, ordinal: number): Promise<Uint8Array>
  /** Roots of the batches of every session of this issuer. */
  rootsOf(issuer: string): Promise<string[]>
}

/** A root as the ledger has it for diplomas, and how often it was anchored for them. */
export type AnchorFound = { root: string; issuer: string; times: number }

export type CountNeeds = Pick<DiplomaNeeds, 'store' | 'issuers' | 'hashLevel' | 'sizes'> & {
  counts: DiplomaCounts
  /** Every root that the ledger has for diplomas, asked now. */
  anchors: () => Promise<AnchorFound[]>
}

export type CountFaultCode =
  | 'line-without-diploma' | 'diploma-without-line' | 'double' | 'diploma-in-no-batch' | 'leaf-not-in-batch' | 'batch-broken'
  | 'batch-unconfirmed' | 'root-not-on-ledger' | 'root-anchored-twice' | 'anchor-of-nothing'

/** What does not agree: how often, and one example (a record key, a place or a root: nothing of a person). */
export type CountFault = { code: CountFaultCode; count: number; example: string }

/** Both sides of a session. `anchored` counts the diplomas whose leaf is once under a root that the ledger has. */
export type SessionCount = {
  session: string
  state: SessionState
  lines: number
  diplomas: number
  batches: number
  confirmed: number
  anchored: number
  faults: CountFault[]
}
