// SPDX-License-Identifier: EUPL-1.2
import type { Hash, RenewalRecord } from '#domain/anchoring/index.ts'
import type { Digest } from '#domain/canonical.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { Bundle } from '#domain/verification/bundle.ts'
import type { DiplomaNeeds } from '../diplomas/ports.ts'
import type { IssuingNeeds } from '../issuing/ports.ts'
import type { Named, Whose } from './shapes.ts'

export type { Named, RenewedFile, Whose } from './shapes.ts'

/** Where hashing goes on: after this credential of this source; a source without `after` is yet to begin. */
export type Cursor = { source: string; after: string | number | null }

/** One credential with everything that a renewal hashes, but its lists. */
export type Evidence = Named & {
  /** Canonical JSON of the signed credential. */
  text: string
  receipt: Bundle['receipt']
  /** Of a diploma. */
  deliberation: NonNullable<Bundle['deliberation']> | null
  issuerPart: Bundle['issuer']
}

/** What is hashed at once; null in the place of what was erased. `next` null when there is nothing after it. */
export type Page = { source: string; first: number | null; whose: Whose[]; evidence: (Evidence | null)[]; next: Cursor | null }

export type Renewing = {
  id: string
  issuer: string
  year: number
  hash: string
  state: 'hashing' | 'signed' | 'confirmed' | 'nothing'
  openedAt: Date
  contexts: Digest
  cursor: Cursor | null
  blocks: number
  /** How many credentials so far. */
  sealed: number
  record: RenewalRecord | null
  signer: Digest | null
  /** Roots of its blocks, side by side, filled up to a power of two. */
  roots: Uint8Array | null
  /** What is anchored, by which account, in which try. */
  root: string | null
  account: string | null
  turn: number
  confirmedAt: Date | null
}

/** `count`: how many of its leaves are not there to fill it up. */
export type NewBlock = { source: string; first: number | null; count: number; keys: string[] | null; leaves: Uint8Array; root: Uint8Array }
export type KeptBlock = NewBlock & { renewal: string; block: number }

/** The status lists of a credential as they were when a renewal was opened. */
export type ListsThen = { revocation: ListThen; suspension: ListThen | null }
export type ListThen = { text: string; digest: Digest; publishedAt: Date }

export type Signing = { record: RenewalRecord; signer: string; roots: Uint8Array; root: string; account: string }

export type RenewalStore = {
  /** Issuers of this service with something confirmed before a date. */
  issuersWith(confirmedBefore: Date): Promise<string[]>
  ofYear(issuer: string, year: number): Promise<Renewing | null>
  /** Opens a year's renewal over the lists published last, unless there is one; gives the one kept. */
  open(renewal: Pick<Renewing, 'id' | 'issuer' | 'year' | 'hash' | 'openedAt' | 'cursor'> & { contexts: string }): Promise<Renewing>
  /** Keeps a block if the renewal still stands where it begins; false when it does not. */
  keepBlock(renewal: Pick<Renewing, 'id' | 'blocks'>, block: NewBlock | null, count: number, next: Cursor | null): Promise<boolean>
  rootsOf(renewal: string): Promise<Uint8Array>
  keepNothing(renewal: string): Promise<void>
  /** Keeps what was signed, once. */
  keepSigned(renewal: string, signing: Signing): Promise<void>
  /** Another account anchored that very root: it is signed again, with another. */
  signAgain(renewal: string, root: string): Promise<void>
  nextTurn(renewal: string): Promise<void>
  keepConfirmed(renewal: string, at: Date): Promise<void>
  /** The confirmed renewals of an issuer, oldest first. */
  confirmed(issuer: string): Promise<Renewing[]>
  /** The blocks of confirmed renewals that hold any of these; all of one source. */
  blocksOver(whose: readonly Whose[]): Promise<KeptBlock[]>
  listsThen(renewal: string, list: string): Promise<ListsThen | null>
  document(digest: Digest): Promise<JsonObject>
}

/** Pages of what was confirmed before a date, each credential once, in an order that a restart finds again. */
export type EvidencePages = { page(issuer: string, before: Date, cursor: Cursor): Promise<Page> }

export type ResealingNeeds = Pick<IssuingNeeds, 'ledger' | 'agent' | 'issuers' | 'contexts' | 'edge'> & {
  renewals: RenewalStore
  pages: EvidencePages
  /** The hash that renewals are made with now, and the others as the domain knows them. */
  hash: { name: string; of: Hash }
  /** Random bytes, so many. */
  bytes: DiplomaNeeds['bytes']
}
