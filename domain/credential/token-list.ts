// SPDX-License-Identifier: EUPL-1.2
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../canonical.ts'
import { SHORTEST_LIST, through } from './bitstring.ts'
import type { JsonObject } from './json.ts'
import { toBase64Url } from './multibase.ts'

/** Status Types of the IETF Token Status List (draft-ietf-oauth-status-list §7.1): VALID is 0. */
const INVALID = 1
const SUSPENDED = 2
const BITS = 2

/** How long a copy of any status list may be kept before it is asked for again, in seconds. */
export const STATUS_TTL = 60

/** The places of a list that are not valid; every other one is. */
export type Standing = { revoked: readonly number[]; suspended: readonly number[] }

/** `lst`: base64url of the zlib form of two bits a place, the first place in the lowest bits of the first byte (§4.1). */
export async function packTokenList({ revoked, suspended }: Standing, length = SHORTEST_LIST): Promise<string> {
  const bytes = new Uint8Array((length * BITS) / 8)
  for (const index of suspended) set(bytes, index, length, SUSPENDED)
  for (const index of revoked) set(bytes, index, length, INVALID)
  return bare(await through(bytes, new CompressionStream('deflate'), Infinity))
}

function set(bytes: Uint8Array, index: number, length: number, value: number): void {
  if (!Number.isSafeInteger(index) || index < 0 || index >= length) throw new RangeError(`No place ${index} in a list of ${length}`)
  const shift = (index * BITS) % 8
  const at = (index * BITS) >> 3
  bytes[at] = ((bytes[at] ?? 0) & ~(3 << shift)) | (value << shift)
}

/** The Status List Token before it is signed (§5.1): a JWT of type `statuslist+jwt`. Times in seconds since 1970. */
export function toStatusListToken(list: {
  /** Where it is published; also its subject. */
  address: string
  issuer: string
  /** The address of the signing key in the issuer's DID document. */
  verificationMethod: string
  issuedAt: number
  expiresAt: number
  lst: string
}): { header: JsonObject; claims: JsonObject } {
  return {
    header: { alg: 'EdDSA', kid: list.verificationMethod, typ: 'statuslist+jwt' },
    claims: {
      sub: list.address, iss: list.issuer, iat: list.issuedAt, exp: list.expiresAt, ttl: STATUS_TTL,
      status_list: { bits: BITS, lst: list.lst },
    },
  }
}

/** The text a JWS signature is made over, and the whole once it is made (RFC 7515 §7.1). */
export function jwsInput(header: JsonObject, claims: JsonObject): string {
  return [header, claims].map(part => bare(utf8ToBytes(canonicalJson(part)))).join('.')
}
export const jwsOf = (input: string, signature: Uint8Array): string => `${input}.${bare(signature)}`

// JOSE writes base64url without the multibase prefix.
const bare = (bytes: Uint8Array) => toBase64Url(bytes).slice(1)
