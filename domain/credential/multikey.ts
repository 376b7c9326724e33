// SPDX-License-Identifier: EUPL-1.2
import { fromBase58, toBase58 } from './multibase.ts'

// The multicodec prefix of an Ed25519 public key (W3C Data Integrity EdDSA Cryptosuites v1.0 §2.1.1).
const ED25519 = [0xed, 0x01]

/** The 32 bytes of an Ed25519 public key as `publicKeyMultibase` writes them. */
export function toMultikey(publicKey: Uint8Array): string {
  return toBase58(Uint8Array.from([...ED25519, ...publicKey]))
}

/** The 32 bytes of an Ed25519 Multikey, or null when the text is not one. */
export function fromMultikey(text: string): Uint8Array | null {
  const bytes = fromBase58(text)
  if (bytes === null || bytes.length !== 34 || bytes[0] !== ED25519[0] || bytes[1] !== ED25519[1]) return null
  return bytes.slice(2)
}
