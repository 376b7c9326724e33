// SPDX-License-Identifier: EUPL-1.2
import type { ByteText, Template } from '../template.ts'

/** Each leaf from its salt and its digest: keccak256(keccak256(salt, digest)); 32 bytes each, side by side. */
export type HashLeaves = (salts: Uint8Array, digests: Uint8Array, leaves: Uint8Array) => void

/** What a platform does faster than JavaScript, given as functions that answer at once. */
export type FastHashes = {
  /** SHA-256, written into `into` at `at`: nothing is made for it. */
  sha256(data: ByteText, into: Uint8Array, at: number): void
  /** The same of a template with these texts in its slots, which need not be made to be hashed. */
  sha256Filled(template: Template, texts: readonly ByteText[], into: Uint8Array, at: number): void
  leaves: HashLeaves
}

/** Signs with the issuer's Ed25519 key (RFC 8032 §5.1.6): 64 bytes. */
export type SignNow = (data: Uint8Array) => Uint8Array
