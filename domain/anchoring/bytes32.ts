// SPDX-License-Identifier: EUPL-1.2
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { Digest } from '../canonical.ts'

/** 32 bytes as the ledger writes them: 0x and 64 lower-case hexadecimal digits. */
export type Bytes32 = `0x${string}`

const BYTES32 = /^0x[0-9a-f]{64}$/

export function isBytes32(text: unknown): text is Bytes32 {
  return typeof text === 'string' && BYTES32.test(text)
}

/** keccak256 of the bytes, as the ledger computes it. */
export function keccak(bytes: Uint8Array): Bytes32 {
  return toHex(keccak_256(bytes))
}

export function toHex(bytes: Uint8Array): Bytes32 {
  return `0x${bytesToHex(bytes)}`
}

/** @throws when the text is not 0x and an even number of hexadecimal digits. */
export function fromHex(text: string): Uint8Array {
  return hexToBytes(text.slice(2))
}

/** A digest as the ledger keeps it. */
export function toBytes32(digest: Digest): Bytes32 {
  return `0x${digest.slice('sha256:'.length)}`
}
