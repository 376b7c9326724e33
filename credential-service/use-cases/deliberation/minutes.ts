// SPDX-License-Identifier: EUPL-1.2
import type { Bytes32, PasskeyPoint } from '#domain/anchoring/index.ts'
import type { Digest } from '#domain/canonical.ts'
import type { Counts, KeptSignature, Vote } from './shapes.ts'

/** Where the ledger has the closing of a deliberation; `timestamp` in seconds since 1970, ledger time. */
export type Closing = { transaction: string; block: { number: number; hash: string; timestamp: number } }

/**
 * The minutes as data, attached to the document in canonical JSON (RFC 8785): with them and nothing else, the name of the
 * deliberation, what each member signed and each signature can be computed and checked again. Moments in ISO 8601.
 */
export type Minutes = {
  format: 'compagnon-minutes-2'
  /** Of the digest of the document on the ledger. */
  salt: Bytes32
  /** YYYY-MM. */
  session: string
  academy: string
  round: number
  outcome: Vote
  quorum: number
  /** `salted` is on the ledger. */
  results: { digest: Digest; salted: Bytes32; counts: Counts | null }
  previous: Bytes32 | null
  /** Null in a refusal. */
  root: Bytes32 | null
  /** `session` is its salted digest; `closing` null when it was not kept (a deliberation closed before it was). */
  ledger: { chainId: number; contract: string; issuer: string; deliberation: Bytes32; session: Bytes32; closing: Closing | null }
  openedAt: string
  closedAt: string
  /** Everyone ever named, substitutes last; of who gave up a place, the name and the passkey of who sits instead. */
  members: {
    name: string; member: Bytes32; key: PasskeyPoint; vote: Vote | null; signedAt: string | null; replacedBy: string | null; substitute: Bytes32 | null
  }[]
  signatures: Omit<KeptSignature, 'signedAt'>[]
}

/** Who puts the academy's seal under its minutes: a P-256 key, named by its Multikey, that stands in its DID document. */
export type MinutesSigner = {
  name: string
  did: string
  multikey: string
  /** Since when the academy stands on the ledger. */
  since: Date
  /** r and s side by side over the SHA-256 of these bytes. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

/** The minutes as a signed document, dated. */
export type MinutesWriter = (minutes: Minutes, signer: MinutesSigner, at: Date) => Promise<Uint8Array>

export type WrittenMinutes = { text: string; document: Uint8Array; digest: Bytes32; signedAt: Date }
