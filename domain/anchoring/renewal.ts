// SPDX-License-Identifier: EUPL-1.2
import Type from 'typebox'
import { blake2b } from '@noble/hashes/blake2.js'
import { sha3_256 } from '@noble/hashes/sha3.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../canonical.ts'
import type { JsonObject } from '../credential/json.ts'
import { fromHex, toHex } from './bytes32.ts'
import type { Bytes32 } from './bytes32.ts'
import { Receipt } from './receipt.ts'
import type { HashLevel } from './tree.ts'

/** 32 bytes of any number of bytes. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/**
 * The hashes that a renewal may be made with. BLAKE2b (RFC 7693) shares its construction neither with SHA-256 nor with
 * keccak256, which what is issued rests on; SHA3-256 (FIPS 202) is for the day when BLAKE2b is doubted first.
 */
export const renewalHashes: Readonly<Record<string, Hash>> = { 'blake2b-256': bytes => blake2b(bytes, { dkLen: 32 }), 'sha3-256': sha3_256 }

/** What renewals are made with now. */
export const RENEWAL_HASH = 'blake2b-256'

const Bytes32Text = Type.Unsafe<Bytes32>(Type.String({ pattern: '^0x[0-9a-f]{64}$' }))
const exact = { additionalProperties: false }

/** What the ledger is given of a year's renewal, and who says so: its hash, by the hash it names, is the root anchored. */
export const RenewalRecord = Type.Object({
  type: Type.Literal('CompagnonRenewal'),
  version: Type.Literal(1),
  /** The DID of whoever issued the credentials. */
  issuer: Type.String({ pattern: '^did:' }),
  year: Type.Integer({ minimum: 2000, maximum: 9999 }),
  hash: Type.String({ pattern: '^[a-z0-9-]{1,32}$' }),
  /** Of the tree over all of them. */
  root: Bytes32Text,
  /** The key that signed: the issuer's, or its successor's. */
  verificationMethod: Type.String(),
  /** Ed25519 (RFC 8032) over the canonical JSON of the members above themselves, so that no other hash is relied on; base58btc. */
  signature: Type.String({ pattern: '^z[1-9A-HJ-NP-Za-km-z]{64,96}$' }),
}, exact)
export type RenewalRecord = Type.Static<typeof RenewalRecord>

/** The proof that one credential, with all its evidence, was hashed again; it stands in the holder's file, oldest first. */
export const Renewal = Type.Object({
  record: RenewalRecord,
  signer: Type.Object({ did: Type.String({ pattern: '^did:' }), didDocument: Type.Unsafe<JsonObject>(Type.Object({})) }, exact),
  /** Hash of the status lists as they were then. Those of the last renewal are in the file. */
  status: Bytes32Text,
  /** From the leaf up; pairs are hashed in sorted order. */
  path: Type.Array(Bytes32Text, { maxItems: 64 }),
  ledger: Receipt.properties.ledger,
}, exact)
export type Renewal = Type.Static<typeof Renewal>

/** Hash of the canonical JSON (RFC 8785) of a document: of its bytes, never of an older digest of them. */
export const hashDocument = (hash: Hash, document: unknown): Uint8Array => hashText(hash, canonicalJson(document))

/** The same, of a document whose canonical JSON is at hand. */
export const hashText = (hash: Hash, canonical: string): Uint8Array => hash(utf8ToBytes(canonical))

/** What a leaf is made of: the receipt's salt, and the hash of each document. */
export type RenewedDocuments = {
  salt: string
  credential: Uint8Array
  receipt: Uint8Array
  /** What a jury decided over it; null for what no jury decides. */
  deliberation: Uint8Array | null
  issuer: Uint8Array
  contexts: Uint8Array
  status: Uint8Array
  /** Of the renewal before, as it stands in the file; null for the first. */
  previous: Uint8Array | null
}

const LEAF = concatBytes(Uint8Array.of(0), utf8ToBytes('CompagnonRenewal'))
const NODE = Uint8Array.of(1)
const NONE = new Uint8Array(32)

/**
 * The leaf of a credential (a data group of RFC 4998 §4.2; what is hashed again and why, §5.2). Leaves and nodes begin
 * with different bytes, so that one never passes for the other.
 */
export function renewalLeaf(hash: Hash, { salt, credential, receipt, deliberation, issuer, contexts, status, previous }: RenewedDocuments): Uint8Array {
  return hash(concatBytes(LEAF, fromHex(salt), credential, receipt, deliberation ?? NONE, issuer, contexts, status, previous ?? NONE))
}

/** Hashes a level of the tree, the smaller of each two neighbours first. */
export const renewalLevel = (hash: Hash): HashLevel => (level, parents) => {
  for (let at = 0; at < level.length; at += 64) parents.set(parentOf(hash, level.subarray(at, at + 32), level.subarray(at + 32, at + 64)), at / 2)
}

/** The root that a leaf and its path lead to. */
export const renewalRoot = (hash: Hash, leaf: Uint8Array, path: readonly string[]): Bytes32 =>
  toHex(path.reduce((node, sibling) => parentOf(hash, node, fromHex(sibling)), leaf))

function parentOf(hash: Hash, a: Uint8Array, b: Uint8Array): Uint8Array {
  const i = a.findIndex((byte, k) => byte !== b[k])
  return i >= 0 && (a[i] ?? 0) > (b[i] ?? 0) ? hash(concatBytes(NODE, b, a)) : hash(concatBytes(NODE, a, b))
}

/** The bytes that a record's signer signs. */
export const signedPartOf = ({ signature: _, ...unsigned }: Omit<RenewalRecord, 'signature'> & { signature?: string }): Uint8Array => utf8ToBytes(canonicalJson(unsigned))

/** What the ledger holds of a signed record. */
export const anchoredRootOf = (hash: Hash, record: RenewalRecord): Bytes32 => toHex(hashDocument(hash, record))
