// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '../canonical.ts'
import type { Receipt } from '../anchoring/receipt.ts'

export type JsonObject = { [key: string]: unknown }

/**
 * The file a holder keeps: enough to check the credential with no server. Written as canonical JSON (RFC 8785), so
 * that any changed byte shows; `integrity` is the digest of everything else in it.
 */
export type Bundle = {
  type: 'CompagnonBundle'
  version: 1
  /** The signed credential: VCDM 2.0, Open Badges 3.0 AchievementCredential, eddsa-rdfc-2022. */
  credential: JsonObject
  receipt: Receipt
  issuer: {
    did: string
    didDocument: JsonObject
    /** The chain of accreditation as read from the ledger at issue, school first, root last. */
    accreditation: AccreditationRecord[]
  }
  status: {
    /** The signed BitstringStatusListCredential at issue. */
    listCredential: JsonObject
    digest: Digest
    fetchedAt: string
  }
  /** Every JSON-LD context the credentials above use, by address. */
  contexts: Record<string, JsonObject>
  integrity: Digest
}

export type AccreditationRecord = {
  issuer: string
  by: string
  kind: number
  mayAccredit: boolean
  /** Seconds since 1970, ledger time. */
  from: number
  until: number
  recordedAt: number
  /** 0 while it stands. */
  withdrawnAt: number
}
