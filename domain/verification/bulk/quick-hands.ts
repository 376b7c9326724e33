// SPDX-License-Identifier: EUPL-1.2
import { fromHex, toHex } from '../../anchoring/bytes32.ts'
import type { Bytes32 } from '../../anchoring/bytes32.ts'
import type { HashLevel } from '../../anchoring/tree.ts'
import { digestOf } from '../../canonical.ts'
import type { Digest } from '../../canonical.ts'
import { bitIn, unpackBitstring } from '../../credential/bitstring.ts'
import type { Contexts } from '../../credential/contexts.ts'
import type { DiplomaForm, FastHashes } from '../../credential/diploma/issuing.ts'
import type { JsonObject } from '../../credential/json.ts'
import { checkProof } from '../../credential/proof.ts'
import type { ProofCheck, ProofHands } from '../../credential/proof.ts'
import type { ByteText } from '../../credential/template.ts'
import type { Bundle } from '../bundle.ts'
import type { Hands } from '../gather.ts'

/** What a platform does faster than JavaScript. */
export type Platform = FastHashes & {
  hashLevel: HashLevel
  /** SHA-256 of these bytes, one row after another. */
  sha256Of(rows: Uint8Array[]): Uint8Array
  /** The bytes of a file as a text; null when they are not UTF-8. */
  byteText(file: Uint8Array): ByteText | null
  /** The text that bytes of UTF-8 are. */
  textOf(bytes: Uint8Array): string
  isSurelySigned: NonNullable<ProofHands['isSurelySigned']>
}

/** Works out once what belongs to a thing that many files share: a DID document, a list. */
export function remembering(platform: Platform) {
  const digests = new WeakMap<JsonObject, Digest>()
  const proofs = new WeakMap<JsonObject, Map<string, Promise<ProofCheck>>>()
  const lists = new Map<string, Promise<Uint8Array | null>>()
  return {
    digestOf(document: JsonObject): Digest {
      const known = digests.get(document) ?? digestOf(document)
      digests.set(document, known)
      return known
    },
    /** By the key too: of two issuers that carry one list, only one may have signed it. */
    proofOf(document: JsonObject, key: string, contexts: Contexts): Promise<ProofCheck> {
      const known = proofs.get(document) ?? new Map<string, Promise<ProofCheck>>()
      proofs.set(document, known)
      const found = known.get(key) ?? checkProof(document, key, contexts, { isSurelySigned: platform.isSurelySigned })
      known.set(key, found)
      return found
    },
    async bitAt(encodedList: string, index: number): Promise<boolean | null> {
      const bits = lists.get(encodedList) ?? unpackBitstring(encodedList)
      if (lists.size > MOST_LISTS) lists.clear()
      lists.set(encodedList, bits)
      return bitIn(await bits, index)
    },
  }
}
/** Of 16 kB each, mostly. */
const MOST_LISTS = 64

export type Remembering = ReturnType<typeof remembering>

/** What was found of one bundle while it was read. */
export type Read = {
  credential: JsonObject
  /** SHA-256 of the credential's text. */
  digest: Uint8Array
  /** Null when it was read by its shape alone. */
  form: DiplomaForm | null
  /** As `hashData`, for this credential. */
  hash: NonNullable<ProofHands['hash']>
}

/** Hands for one bundle whose text was read, and is intact. */
export function quickHands(platform: Platform, { digestOf, proofOf, bitAt }: Remembering, { credential, digest, hash }: Read): Hands {
  return {
    isIntact: () => true,
    checkReceipt: (receipt) => checkReceipt(platform, receipt, digest),
    checkProof: (document, key, contexts) => (document === credential
      ? checkProof(document, key, contexts, { hash, isSurelySigned: platform.isSurelySigned }) : proofOf(document, key, contexts)),
    rootOf: (leaf, path) => rootOf(platform, leaf, path),
    bitAt,
    digestOf,
  }
}

/** As the one that works out the credential's digest, for a credential whose digest is known. */
function checkReceipt(platform: Platform, receipt: Bundle['receipt'], digest: Uint8Array): ReturnType<Hands['checkReceipt']> {
  if (receipt.credentialDigest !== toHex(digest)) return 'credential-differs'
  const leaf = new Uint8Array(32)
  platform.leaves(fromHex(receipt.salt), digest, leaf)
  if (receipt.leaf !== toHex(leaf)) return 'leaf-differs'
  return rootOf(platform, receipt.leaf, receipt.path) === receipt.root ? null : 'path-differs'
}

function rootOf({ hashLevel }: Platform, leaf: string, path: readonly string[]): Bytes32 {
  const [node, pair] = [fromHex(leaf), new Uint8Array(64)]
  for (const sibling of path) {
    pair.set(node)
    pair.set(fromHex(sibling), 32)
    hashLevel(pair, node)
  }
  return toHex(node)
}
