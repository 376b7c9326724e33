// SPDX-License-Identifier: EUPL-1.2
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Canonicaliser } from './canonicaliser.ts'
import type { Contexts } from './contexts.ts'
import { isJsonObject } from './json.ts'
import type { JsonObject } from './json.ts'
import { fromBase58, toBase58 } from './multibase.ts'
import { fromMultikey } from './multikey.ts'
import { canonicalQuads } from './quads.ts'

/** SHA-256 of the canonical form of a document, in hexadecimal. */
type Digest = Canonicaliser['digest']

export type ProofOptions = {
  type: 'DataIntegrityProof'
  cryptosuite: 'eddsa-rdfc-2022'
  /** When it was signed: RFC 3339, UTC. */
  created: string
  /** The address of the key in the issuer's DID document. */
  verificationMethod: string
  proofPurpose: 'assertionMethod'
}

/** Signs 64 bytes with an Ed25519 private key that the caller keeps (RFC 8032 §5.1.6). Gives 64 bytes. */
export type Sign = (data: Uint8Array) => Promise<Uint8Array>

export type ProofFault =
  | 'proof-missing'
  | 'proof-unsupported'
  | 'context-unknown'
  | 'credential-unreadable'
  | 'key-unreadable'
  | 'signature-altered'

export type ProofCheck = { verified: true } | { verified: false; reason: ProofFault }

/**
 * The 64 bytes that eddsa-rdfc-2022 signs: SHA-256 of the canonical proof options, then of the canonical document
 * without its proof (W3C Data Integrity EdDSA Cryptosuites v1.0 §3.2.3 to §3.2.5).
 * @throws when a term or a context is unknown.
 */
export async function hashData(
  document: JsonObject, options: JsonObject, contexts: Contexts, digest: Digest = ordinary(contexts),
): Promise<Uint8Array> {
  const configuration = { '@context': document['@context'], ...options }
  const { proof: _, ...unsecured } = document
  return hexToBytes(await digest(configuration) + await digest(unsecured))
}

const ordinary = (contexts: Contexts): Digest => async (document) => bytesToHex(sha256(utf8ToBytes(await canonicalQuads(document, contexts))))

/**
 * The document with its eddsa-rdfc-2022 proof (§3.2.1). The document is not changed. `digest` may be
 * that of a canonicaliser kept for many documents; the proof is the same.
 * @throws when a term or a context is unknown.
 */
export async function addProof(
  document: JsonObject,
  { verificationMethod, created }: Pick<ProofOptions, 'verificationMethod' | 'created'>,
  sign: Sign,
  contexts: Contexts,
  digest?: Digest,
): Promise<JsonObject> {
  const options = proofOptions(verificationMethod, created)
  const signature = await sign(await hashData(document, options, contexts, digest))
  return { ...document, proof: { ...options, proofValue: toBase58(signature) } }
}

/** The proof without its value, as it is signed. */
export function proofOptions(verificationMethod: string, created: string): ProofOptions {
  const type = 'DataIntegrityProof' as const
  const cryptosuite = 'eddsa-rdfc-2022' as const
  return { type, cryptosuite, created, verificationMethod, proofPurpose: 'assertionMethod' }
}

/** Quicker ways to two parts of a check, for whoever checks many. */
export type ProofHands = {
  /** As `hashData`. */
  hash?(document: JsonObject, options: JsonObject): Promise<Uint8Array>
  /** Whether the signature is sure to be right; of one that is not, the strict check here is asked. */
  isSurelySigned?(signature: Uint8Array, data: Uint8Array, publicKey: Uint8Array): boolean
}

/**
 * Whether the document's one proof was made over it by this Ed25519 Multikey (§3.2.2). Never throws: a bad document is
 * an answer. Strict Ed25519 (RFC 8032, not ZIP 215), so that every verifier agrees.
 */
export async function checkProof(document: JsonObject, publicKeyMultibase: string, contexts: Contexts, hands: ProofHands = {}): Promise<ProofCheck> {
  const proof = document.proof
  if (!isJsonObject(proof)) return fault('proof-missing')
  const { proofValue, ...options } = proof
  const signature = typeof proofValue === 'string' ? fromBase58(proofValue) : null
  if (!isSupported(options) || signature?.length !== 64) return fault('proof-unsupported')
  if (!usesOnly(document, contexts)) return fault('context-unknown')
  const publicKey = fromMultikey(publicKeyMultibase)
  if (publicKey === null) return fault('key-unreadable')
  const data = await (hands.hash ? hands.hash(document, options) : hashData(document, options, contexts)).catch(() => null)
  if (data === null) return fault('credential-unreadable')
  const right = hands.isSurelySigned?.(signature, data, publicKey) || signed(signature, data, publicKey)
  return right ? { verified: true } : fault('signature-altered')
}

const fault = (reason: ProofFault): ProofCheck => ({ verified: false, reason })

function isSupported(options: JsonObject): boolean {
  return options.type === 'DataIntegrityProof' && options.cryptosuite === 'eddsa-rdfc-2022'
    && options.proofPurpose === 'assertionMethod' && typeof options.verificationMethod === 'string'
}

// The signature covers what terms mean, not how they are written: a context slipped in could give a known word
// another meaning. So contexts stand at the top only, and each is one of those given.
function usesOnly(document: JsonObject, contexts: Contexts): boolean {
  const { '@context': top, ...rest } = document
  return Array.isArray(top) && top.every(address => typeof address === 'string' && Object.hasOwn(contexts, address))
    && !mentionsContext(rest)
}

function mentionsContext(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(mentionsContext)
  if (!isJsonObject(value)) return false
  return Object.hasOwn(value, '@context') || Object.values(value).some(mentionsContext)
}

function signed(signature: Uint8Array, data: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, data, publicKey, { zip215: false })
  } catch {
    return false // not a point of the curve
  }
}

/**
 * Whether the strict check takes this key: a point of the curve, written as RFC 8032 §5.1.3 says, and of no small order.
 * What a library that asks less says of a signature by such a key is then never more than what the strict check says.
 */
export function isStrictKey(publicKey: Uint8Array): boolean {
  try {
    return !ed25519.Point.fromBytes(publicKey).isSmallOrder()
  } catch {
    return false // not a point of the curve
  }
}
