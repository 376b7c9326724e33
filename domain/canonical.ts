// SPDX-License-Identifier: EUPL-1.2
import canonicalize from 'canonicalize'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A SHA-256 digest as it is written everywhere: `sha256:` and 64 lower-case hexadecimal digits. */
export type Digest = `sha256:${string}`

/** The one byte-exact JSON text of a value (RFC 8785, JSON Canonicalization Scheme). */
export function canonicalJson(value: unknown): string {
  const text = (canonicalize as unknown as (value: unknown) => string | undefined)(value)
  if (text === undefined) throw new TypeError('A value without JSON form has no canonical form')
  return text
}

/** SHA-256 over the canonical JSON of a value (FIPS 180-4 over RFC 8785). */
export function digestOf(value: unknown): Digest {
  return digestOfText(canonicalJson(value))
}

/** SHA-256 over the UTF-8 bytes of a text. */
export function digestOfText(text: string): Digest {
  return digestOfBytes(utf8ToBytes(text))
}

/** SHA-256 over these bytes. */
export function digestOfBytes(bytes: Uint8Array): Digest {
  return `sha256:${bytesToHex(sha256(bytes))}`
}
