// SPDX-License-Identifier: EUPL-1.2
import { concatBytes } from '@noble/hashes/utils.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { fromHex, toHex } from './bytes32.ts'
import type { Bytes32 } from './bytes32.ts'

/**
 * keccak256(bytes.concat(keccak256(abi.encode(salt, credentialDigest)))): hashed twice, so that an inner node of the
 * tree can never pass for a leaf; salted, so that nothing on the ledger can be linked to a credential.
 */
export function leafOf(salt: string, credentialDigest: string): Bytes32 {
  return toHex(keccak_256(keccak_256(concatBytes(fromHex(salt), fromHex(credentialDigest)))))
}
