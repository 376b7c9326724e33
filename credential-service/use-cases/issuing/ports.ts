// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import type { Contexts, JsonObject, Standing, StatusForm } from '#domain/credential/index.ts'
import type { AchievementRecord } from '#domain/credential/record.ts'
import type { AccreditationRecord } from '#domain/verification/bundle.ts'
import type { RenewedFile } from '../resealing/shapes.ts'
import type {
  Anchoring, Batch, Edition, HeldCredential, Issuer, IssuerDocument, IssuingOrder, Kept, LedgerPlace, MadeBatch, OnLedger, Prepared, Publication, School, Signed,
  StatusList,
} from './shapes.ts'

export type * from './shapes.ts'

/**
 * The ledger. Asking twice for the same thing asks once: what is asked is journalled under a key before it is sent.
 * Each may throw `LedgerUnreachable`: nothing is lost, ask again later.
 */
export type Ledger = {
  chainId(): Promise<number>
  /** The ledger account of a school or an academy, made on first use. */
  accountOf(school: School): Promise<string>
  /** Sees the issuer accredited and its DID document recorded; ledger time (seconds) when settled, null before. */
  register(issuer: { school: School; did: string; documentDigest: Digest }): Promise<number | null>
  /** Records a DID document of an issuer that stands there; ledger time (seconds) when settled, null before. */
  recordDocument(document: { did: string; documentDigest: Digest; issuer: string }): Promise<number | null>
  /** Anchors a root; `turn` counts the tries, since a reverted transaction stays reverted. */
  anchor(batch: { root: string; kind: number; issuer: string; turn: number }): Promise<Anchoring>
  /** Anchors a root of diplomas under the deliberation that decided it, with its path to what the jury signed. */
  anchorDecided(batch: { root: string; deliberation: string; path: readonly string[]; issuer: string; turn: number }): Promise<Anchoring>
  /** Ends what a school may issue from `date` (seconds) on, on its academy's word; reverted when it came too late for that date. */
  withdraw(closing: { issuer: string; academy: string; date: number }): Promise<OnLedger>
  /** Names who speaks for a closed school, on its academy's word. */
  succeed(succession: { issuer: string; successor: string; academy: string }): Promise<OnLedger>
  publishStatusList(list: { address: string; digest: Digest; issuer: string }): Promise<OnLedger>
  /** The accreditations from this account up to the root authority, as the ledger says now. */
  accreditation(issuer: string, kind: number): Promise<AccreditationRecord[]>
  /** The account that anchors renewals and nothing else, seen accredited by the root authority; null before. */
  archivist(): Promise<string | null>
  /** Null until the contract is in a block. */
  place(): Promise<LedgerPlace | null>
  /** One round of sending and looking; gives how many transactions are not settled. */
  follow(): Promise<number>
  answers(): Promise<boolean>
}

export type IssuerStore = {
  school(id: string): Promise<School | null>
  schoolOfSlug(slug: string): Promise<School | null>
  issuerOf(school: string): Promise<Issuer | null>
  /** Keeps a new issuer unless the school has one already; gives the one kept. */
  keep(issuer: Issuer): Promise<Issuer>
  /** With the key and the document in force at `at`, where it is given. */
  issuerNamed(did: string, at?: Date): Promise<Issuer | null>
  /** A document drawn for a new key that is not in force yet. */
  nextDocument(did: string): Promise<IssuerDocument | null>
  /** Keeps it unless another waits already; gives the one that waits. */
  keepNextDocument(did: string, next: IssuerDocument): Promise<IssuerDocument>
  /** Puts it in force from a ledger time (seconds); the issuer's status lists are to be signed again, with its key. */
  adoptDocument(did: string, digest: Digest, at: number): Promise<void>
  /** Whether anything of its own waits for the ledger: an order, a credential, a batch, a published list. */
  isBusy(did: string): Promise<boolean>
  /** No order is taken from it any more; the ledger is asked to withdraw it at `date` (seconds). */
  keepClosing(did: string, date: number): Promise<void>
  /** Keeps who succeeded it; its status lists are to be signed again, by that one. */
  keepSuccessor(did: string, successor: string): Promise<void>
  keepRegistered(did: string, at: number): Promise<void>
  /** Keeps an academy in the register of schools, once. */
  keepAcademy(academy: School): Promise<void>
  /** Every school that may issue. */
  schools(): Promise<School[]>
}

/** The agent that holds the issuers' keys. */
export type Agent = {
  newSigningKey(): Promise<{ kid: string; multikey: string }>
  /** A P-256 key, for the forms whose standards know no Ed25519; its Multikey is how it is asked for. */
  newFormsKey(): Promise<string>
  /** Takes the DID and its keys into the agent's own store; safe to ask again. */
  adopt(issuer: Issuer): Promise<void>
  /** The credential with its eddsa-rdfc-2022 proof. The same arguments give the same bytes. */
  sign(issuer: Issuer, credential: JsonObject, created: string): Promise<JsonObject>
  /** An Ed25519 signature over these bytes (RFC 8032). */
  signBytes(issuer: Issuer, bytes: Uint8Array): Promise<Uint8Array>
  /** r and s side by side over the SHA-256 of these bytes (ES256, RFC 7518 §3.4), by the P-256 key of this Multikey. */
  signForm(multikey: string, data: Uint8Array): Promise<Uint8Array>
}

export type IssuingStore = {
  /** Whether any order, credential, batch or status list waits for something; a list that ends before `renew` does. */
  hasWork(renew: Date): Promise<boolean>
  /** Orders without a credential whose school stands on the ledger, oldest first. */
  ordersWaiting(limit: number): Promise<IssuingOrder[]>
  /** Writes a credential's fixed facts and gives it a place in the list; does nothing when the order has one. */
  prepare(draft: Omit<Prepared, 'status'>, list: { id: string }): Promise<void>
  unsigned(limit: number): Promise<Prepared[]>
  /** Keeps the signed text, once: a second one changes nothing. */
  keepSigned(attempt: string, signed: Signed): Promise<void>
  /** Says why a record cannot become a credential; it is then left aside. */
  keepProblem(attempt: string, problem: string): Promise<void>
  /** Puts what is signed and not in a batch, issued before `before` or filling a batch, into one. False when none. */
  closeBatch(rule: { before: Date; size: number }, make: (leaves: string[]) => MadeBatch): Promise<boolean>
  openBatches(): Promise<Batch[]>
  nextTurn(batch: string): Promise<void>
  /** Gives a batch whose root was taken another one over the same credentials; does nothing when another worker did. */
  redraw(batch: Pick<Batch, 'id' | 'root'>, make: (leaves: string[]) => MadeBatch): Promise<void>
  keepConfirmed(batch: string, at: Date, accreditation: AccreditationRecord[]): Promise<void>
  /** Ids of what an issuer has confirmed before a date, in their order, after one of them. */
  confirmedAfter(issuer: string, before: Date, after: string | null, limit: number): Promise<string[]>
  heldBy(learner: string): Promise<HeldCredential[]>
  /** Null when there is none of this id; `batch` null while it is not anchored. */
  kept(id: string): Promise<(Omit<Kept, 'batch'> & { batch: Batch | null }) | { learner: string; signed: null } | null>
}

export type StatusStore = {
  /** The list that new credentials of this issuer get their place in, made when there is none or it fills up. */
  currentList(issuer: string): Promise<StatusList>
  lists(): Promise<StatusList[]>
  /** The places that are not valid, and the version they are of, in one look. */
  standing(list: string): Promise<Standing & { version: number }>
  /** What was published last. */
  edition(list: string): Promise<Edition | null>
  /** The last signed text of one form. */
  latest(list: string, form: StatusForm): Promise<Publication | null>
  /** The first one: what was published before any credential named the list. */
  first(list: string, form: StatusForm): Promise<Publication | null>
  /** Keeps the forms of an edition that say something new, or none when another replica kept it first. */
  keep(edition: Edition, publications: Publication[]): Promise<void>
  /** Publications whose digest is not settled on the ledger, in the order they were made. */
  unanchored(): Promise<(Publication & { issuer: string })[]>
  keepAnchored(digest: Digest, at: Date): Promise<void>
}

/** What a credential says beside its results: read from the open resources and the school's own register. */
export type Descriptions = {
  /** Null when the scenario version or the person is gone. */
  describe(order: IssuingOrder): Promise<Pick<AchievementRecord, 'holder' | 'scenario' | 'framework' | 'competences'> | null>
  titleOf(scenario: string): Promise<AchievementRecord['scenario']['title']>
}

/** Time and chance, from outside. */
export type Edge = { now(): Date; uuid(): string; bytes32(): string }

export type IssuingNeeds = {
  /** The address people use, without a trailing slash. */
  origin: string
  ledger: Ledger
  agent: Agent
  issuers: IssuerStore
  store: IssuingStore
  statuses: StatusStore
  descriptions: Descriptions
  contexts: Contexts
  edge: Edge
  /** What renewals change in a holder's file. */
  renewed: RenewedFile
  batching: { afterMs: number; size: number; least: number }
}
