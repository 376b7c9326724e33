// SPDX-License-Identifier: EUPL-1.2
import type { Bytes32 } from '../anchoring/bytes32.ts'
import type { RenewalFault } from '../anchoring/check-renewals.ts'
import type { ReceiptFault } from '../anchoring/receipt.ts'
import type { ProofCheck } from '../credential/proof.ts'
import type { BrokenAlgorithms } from './broken.ts'
import type { AccreditationRecord, Bundle, JuryDecision } from './bundle.ts'
import type { AnchorRecord, BlockRecord, DeliberationRecord, DocumentRecord, StatusListRecord, SuccessionRecord } from './ledger.ts'

/** All that a verdict rests on. Dates in seconds since 1970. */
export type Facts = {
  now: number
  integrity: 'intact' | 'altered' | 'context-altered'
  /** What the file says about itself, or null where it cannot be read. */
  said: {
    validFrom: number | null
    /** Undefined when the credential has no end. */
    validUntil: number | null | undefined
    signedAt: number | null
    /** The ledger's kind that such a credential must be anchored as; null when we know none. */
    kind: number | null
  }
  key: {
    /** Credential, DID document and bundle name the same issuer. */
    issuerAgrees: boolean
    /** The signature, checked with the key that the DID document gives; null when it gives none. */
    signature: ProofCheck | null
    /** The DID document names the account that anchored. */
    accountNamed: boolean
    documentDigest: Bytes32
    didDigest: Bytes32
  }
  receipt: Bundle['receipt'] & { fault: ReceiptFault | null }
  accreditation: AccreditationRecord[]
  /** What the file says of its jury, and whether the path in it leads from the receipt's root to what the jury signed. */
  jury?: { said: JuryDecision; leads: boolean }
  /** The list of revocations. */
  status: ListFacts
  /** The list of suspensions; absent when the credential names none. */
  suspension?: ListFacts
  /** Each renewal in the file, oldest first; absent when it has none. */
  renewals?: RenewalFacts[]
  /** What the verifier no longer relies on, and since when. */
  broken?: BrokenAlgorithms
  ledger: LedgerFacts | { missing: 'ledger-not-given' | 'ledger-unreachable' }
}

/** What is known of one status list. */
export type ListFacts = {
  /** The list in the file: signed by the issuer, the one the credential names, of the digest written beside it. */
  genuine: boolean
  digest: Bytes32
  /** Whether the credential's place is set; null when the list has no such place. */
  revoked: boolean | null
  /** The list published now, when it was asked for and answered. */
  fresh: { digest: Bytes32; revoked: boolean | null } | null
}

/** What is known of one renewal without a ledger. */
export type RenewalFacts = {
  fault: RenewalFault | null
  hash: string
  /** The account that the file says anchored it. */
  account: string
  /** Of whoever signed: the account that their DID document names, and the document's digest. */
  signer: { account: string | null; documentDigest: Bytes32; didDigest: Bytes32 }
}

/** What the ledger says of one renewal. */
export type RenewalOnLedger = { anchor: AnchorRecord | null; documents: DocumentRecord[] }

/** What the trusted ledger says. Accounts in lower case. */
export type LedgerFacts = {
  chainId: number
  contract: string
  rootAuthority: string
  anchor: AnchorRecord | null
  block: BlockRecord
  /** Of the receipt's root, for a diploma; 'not-answered' by a contract of before there were juries. */
  deliberation?: DeliberationRecord | null | 'not-answered'
  /** Every accreditation of the issuer and of those above it, by account. */
  accreditations: Record<string, AccreditationRecord[]>
  documents: DocumentRecord[]
  statusLists: StatusListRecord[]
  /** Of the list of suspensions, for a credential that names one. */
  suspensionLists?: StatusListRecord[]
  /** Who took over from the issuer, then from that one, in order; asked once an accreditation of the issuer is over. */
  successors?: SuccessionRecord[]
  /** Of each renewal in the file, in its order. */
  renewals?: RenewalOnLedger[]
}
