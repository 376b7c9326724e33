// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, hkdfSync } from 'node:crypto'

const BLOCKS_OF_A_SALT = 2n

/**
 * Salts are drawn at random and stored sealed: AES-256 in counter mode (NIST SP 800-38A §6.5) under the session's key,
 * each at the counter of its place, so that a whole part is sealed at once and one salt opened alone. No tag is needed:
 * the leaf is the hash of the salt. Erasing the 32 bytes leaves nothing that would give the salt back.
 */
export function sealSalts(key: Uint8Array, first: number, salts: Uint8Array): Uint8Array {
  const counter = Buffer.alloc(16)
  counter.writeBigUInt64BE(BigInt(first) * BLOCKS_OF_A_SALT, 8)
  return createCipheriv('aes-256-ctr', Buffer.from(hkdfSync('sha256', key, 'compagnon', 'diploma salts', 32)), counter).update(salts)
}

/** Counter mode opens what it seals. */
export const openSalt = (key: Uint8Array, place: number, sealed: Uint8Array): Uint8Array => sealSalts(key, place, sealed)
