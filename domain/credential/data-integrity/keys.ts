// SPDX-License-Identifier: EUPL-1.2
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384 } from '@noble/curves/nist.js'
import { fromBase58, toBase58 } from '../multibase.ts'

export type KeyKind = 'Ed25519' | 'P-256' | 'P-384'
export type PublicKey = { kind: KeyKind; bytes: Uint8Array }

/** Multicodec prefix and length of each kind of public key (W3C Controlled Identifiers 1.0 §2.2.2). */
const MULTIKEYS: Readonly<Record<KeyKind, { prefix: readonly [number, number]; length: number }>> = {
  'Ed25519': { prefix: [0xed, 0x01], length: 32 },
  'P-256': { prefix: [0x80, 0x24], length: 33 },
  'P-384': { prefix: [0x81, 0x24], length: 49 },
}
const KINDS = Object.keys(MULTIKEYS) as KeyKind[]

/** A public key as `publicKeyMultibase` writes it. */
export const writeMultikey = ({ kind, bytes }: PublicKey): string => toBase58(Uint8Array.from([...MULTIKEYS[kind].prefix, ...bytes]))

/** The public key of a Multikey; null when it is none of those known, or is not a point of its curve. */
export function readMultikey(text: string): PublicKey | null {
  const bytes = fromBase58(text)
  const kind = KINDS.find((name) => bytes?.length === MULTIKEYS[name].length + 2
    && bytes[0] === MULTIKEYS[name].prefix[0] && bytes[1] === MULTIKEYS[name].prefix[1])
  return bytes && kind ? readPoint(kind, bytes.slice(2)) : null
}

/** The public key at a point of its curve, however the point is written; null when it is not on the curve. */
export function readPoint(kind: KeyKind, bytes: Uint8Array): PublicKey | null {
  try {
    if (kind === 'Ed25519') return { kind, bytes: ed25519.Point.fromBytes(bytes).toBytes() }
    const { Point } = kind === 'P-256' ? p256 : p384
    return { kind, bytes: Point.fromBytes(bytes).toBytes(true) }
  } catch {
    return null // the library says so in no other way
  }
}

/** Whether a signature (RFC 8032; or r and s side by side, IEEE P1363) was made over these bytes by this key. Never throws. */
export function isSigned({ kind, bytes: key }: PublicKey, signature: Uint8Array, data: Uint8Array): boolean {
  try {
    if (kind === 'Ed25519') return signature.length === 64 && ed25519.verify(signature, data, key, { zip215: false })
    const curve = kind === 'P-256' ? p256 : p384
    return signature.length === (kind === 'P-256' ? 64 : 96) && curve.verify(signature, data, key, { lowS: false })
  } catch {
    return false // not a point of the curve
  }
}

/** Where a key is: `did:key` names it (W3C CCG did:key), a DID document of ours holds it, or nothing here does. */
export type Method = { key: PublicKey; controller: string; purposes: readonly string[] }

const KEY_PURPOSES = ['authentication', 'assertionMethod', 'capabilityDelegation', 'capabilityInvocation']

/** The method of a `did:key` address; null when the address is not one. */
export function readDidKey(address: string): Method | null {
  const [, multikey, fragment] = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)#(z[1-9A-HJ-NP-Za-km-z]+)$/.exec(address) ?? []
  if (multikey === undefined || multikey !== fragment) return null
  const key = readMultikey(multikey)
  return key && { key, controller: `did:key:${multikey}`, purposes: KEY_PURPOSES }
}
