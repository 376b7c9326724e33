// SPDX-License-Identifier: EUPL-1.2
import Type from 'typebox'
import { canonicalJson, digestOf } from '../canonical.ts'
import type { Digest } from '../canonical.ts'
import type { Bytes32 } from '../anchoring/bytes32.ts'
import { Receipt } from '../anchoring/receipt.ts'
import { Renewal } from '../anchoring/renewal.ts'
import type { JsonObject } from '../credential/json.ts'

export type { JsonObject } from '../credential/json.ts'

const DigestText = Type.Unsafe<Digest>(Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }))
const AnyObject = Type.Unsafe<JsonObject>(Type.Object({}))
const Account = Type.String({ pattern: '^0x[0-9a-fA-F]{40}$' })
const Seconds = Type.Integer({ minimum: 0, maximum: 2 ** 48 })
const exact = { additionalProperties: false }

/** One accreditation as the ledger keeps it. Dates in seconds since 1970, ledger time. */
export const AccreditationRecord = Type.Object({
  issuer: Account,
  by: Account,
  kind: Type.Integer({ minimum: 0, maximum: 255 }),
  mayAccredit: Type.Boolean(),
  from: Seconds,
  /** Exclusive. */
  until: Seconds,
  recordedAt: Seconds,
  /** 0 while it stands. */
  withdrawnAt: Seconds,
}, exact)
export type AccreditationRecord = Type.Static<typeof AccreditationRecord>

const Bytes32Text = Type.Unsafe<Bytes32>(Type.String({ pattern: '^0x[0-9a-f]{64}$' }))
const Members = Type.Integer({ minimum: 1, maximum: 64 })

/**
 * What a jury decided over the session of a diploma, as read from the ledger when it was anchored. How many signed, and
 * neither who nor with what: a key, or a signature that gives its key away, is the same in every jury its owner sits on.
 */
export const JuryDecision = Type.Object({
  /** As the ledger names it. */
  deliberation: Bytes32Text,
  /** Salted digest of the results that were deliberated. */
  results: Bytes32Text,
  /** What the members signed: it commits to every diploma of the session. */
  root: Bytes32Text,
  /** Sibling hashes from the receipt's root up to that one; empty when they are the same. */
  path: Type.Array(Bytes32Text, { maxItems: 64 }),
  /** 1, or one more than the refused round before. */
  round: Type.Integer({ minimum: 1, maximum: 65_535 }),
  /** How many sat, the absent who were replaced left out; how many of them had to sign; how many did. */
  members: Members,
  quorum: Members,
  signatures: Members,
  /** Ledger time of the decision. */
  decidedAt: Seconds,
}, exact)
export type JuryDecision = Type.Static<typeof JuryDecision>

/**
 * The file a holder keeps: enough to check the credential with no server. Written as canonical JSON (RFC 8785), so
 * that any changed byte shows; `integrity` is the digest of everything else in it.
 */
export const Bundle = Type.Object({
  type: Type.Literal('CompagnonBundle'),
  /** 2 when it carries renewals: a verifier of before says that it needs a newer one. */
  version: Type.Union([Type.Literal(1), Type.Literal(2)]),
  /** The signed credential: VCDM 2.0, Open Badges 3.0 AchievementCredential, eddsa-rdfc-2022. */
  credential: AnyObject,
  receipt: Receipt,
  /** For a diploma; those of before juries were told of have none. */
  deliberation: Type.Optional(JuryDecision),
  issuer: Type.Object({
    did: Type.String({ pattern: '^did:' }),
    didDocument: AnyObject,
    /** The chain of accreditation as read from the ledger at issue, school first, root's own word last. */
    accreditation: Type.Array(AccreditationRecord, { maxItems: 16 }),
  }, exact),
  status: Type.Object({
    /** The signed BitstringStatusListCredential at issue. */
    listCredential: AnyObject,
    digest: DigestText,
    fetchedAt: Type.String(),
    /** The signed list of suspensions at issue, for a credential that names one. */
    suspension: Type.Optional(Type.Object({ listCredential: AnyObject, digest: DigestText }, exact)),
  }, exact),
  /** Every JSON-LD context the credentials above use, by address. */
  contexts: Type.Unsafe<Record<string, JsonObject>>(Type.Record(Type.String(), AnyObject)),
  /** One for each year in which it was sealed again, oldest first. The lists of `status` are then those of the last. */
  renewals: Type.Optional(Type.Array(Renewal, { minItems: 1, maxItems: 200 })),
  integrity: DigestText,
}, exact)
export type Bundle = Type.Static<typeof Bundle>

/** The bundle with the digest of everything in it. */
export function sealBundle(parts: Omit<Bundle, 'integrity'>): Bundle {
  return { ...parts, integrity: digestOf(parts) }
}

/** The exact text of the holder's file: canonical JSON, nothing before or after it. */
export function bundleText(bundle: Bundle): string {
  return canonicalJson(bundle)
}
