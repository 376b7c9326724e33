// SPDX-License-Identifier: EUPL-1.2
import Type from 'typebox'
import { digestOf } from '../canonical.ts'
import type { JsonObject } from '../credential/json.ts'
import { rootOf } from './batch.ts'
import type { Batch } from './batch.ts'
import { toBytes32 } from './bytes32.ts'
import type { Bytes32 } from './bytes32.ts'
import { leafOf } from './leaf.ts'

const Bytes32Text = Type.String({ pattern: '^0x[0-9a-f]{64}$' })
const Account = Type.String({ pattern: '^0x[0-9a-fA-F]{40}$' })
const Whole = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const exact = { additionalProperties: false }

/** The proof of anchoring. It travels beside the credential: inside, it would change the digest it proves. */
export const Receipt = Type.Object({
  /** Random, kept only here and in the encrypted store. */
  salt: Bytes32Text,
  /** SHA-256 of the signed credential's canonical JSON. */
  credentialDigest: Bytes32Text,
  /** keccak256(bytes.concat(keccak256(abi.encode(salt, credentialDigest)))), as @openzeppelin/merkle-tree. */
  leaf: Bytes32Text,
  /** Sibling hashes from the leaf up; pairs are hashed in sorted order, so no position is needed. */
  path: Type.Array(Bytes32Text, { maxItems: 64 }),
  root: Bytes32Text,
  ledger: Type.Object({
    chainId: Whole,
    /** The contract that is both CredentialAnchor and IssuerRegistry. */
    contract: Account,
    /** The issuer's account that anchored. */
    issuer: Account,
    kind: Whole,
    transaction: Bytes32Text,
    /** `timestamp` in seconds since 1970, ledger time. */
    block: Type.Object({ number: Whole, hash: Bytes32Text, timestamp: Whole }, exact),
  }, exact),
}, exact)
export type Receipt = Type.Static<typeof Receipt>

/** The credential's digest as the ledger would keep it: SHA-256 of the signed credential's canonical JSON. */
export function credentialDigestOf(credential: JsonObject): Bytes32 {
  return toBytes32(digestOf(credential))
}

/** The receipt of one credential of an anchored batch. @throws ERR_LEAF_NOT_IN_BATCH */
export function toReceipt(batch: Batch, salt: string, credentialDigest: string, ledger: Receipt['ledger']): Receipt {
  const leaf = leafOf(salt, credentialDigest)
  return { salt, credentialDigest, leaf, path: batch.pathOf(leaf), root: batch.root, ledger }
}

export type ReceiptFault = 'credential-differs' | 'leaf-differs' | 'path-differs'

/** The first thing in the receipt that does not follow from the credential, or null. Needs no ledger. */
export function checkReceipt(receipt: Receipt, credential: JsonObject): ReceiptFault | null {
  if (receipt.credentialDigest !== credentialDigestOf(credential)) return 'credential-differs'
  if (receipt.leaf !== leafOf(receipt.salt, receipt.credentialDigest)) return 'leaf-differs'
  return rootOf(receipt.leaf, receipt.path) === receipt.root ? null : 'path-differs'
}
