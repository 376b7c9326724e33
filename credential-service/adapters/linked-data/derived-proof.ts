// SPDX-License-Identifier: EUPL-1.2
import { decode } from 'cborg'
import { fromBase64Url } from '#domain/credential/multibase.ts'

const HEADER = [0xd9, 0x5d, 0x01]
// Some write byte arrays under the tag of typed arrays (RFC 8746); what is in them is read all the same.
const tags = Object.assign([], { 64: (bytes: unknown) => bytes })

const isBytes = (value: unknown, length: number) => value instanceof Uint8Array && value.length === length

/**
 * Whether a derived proof value has the five components it must have (W3C Data Integrity ECDSA Cryptosuites 1.0 §3.5.8):
 * the library that verifies reads some values that are no such thing.
 */
export function isDerivedValue(value: unknown): boolean {
  const bytes = typeof value === 'string' ? fromBase64Url(value) : null
  if (bytes === null || !HEADER.every((byte, n) => bytes[n] === byte)) return false
  try {
    const components: unknown = decode(bytes.subarray(HEADER.length), { useMaps: true, tags })
    if (!Array.isArray(components) || components.length !== 5) return false
    const [signature, key, signatures, labels, indexes] = components as unknown[]
    return isBytes(signature, 64) && isBytes(key, 35)
      && Array.isArray(signatures) && signatures.every((one) => isBytes(one, 64))
      && labels instanceof Map && [...labels].every(([name, label]) => Number.isSafeInteger(name) && isBytes(label, 32))
      && Array.isArray(indexes) && indexes.every(Number.isSafeInteger)
  } catch {
    return false
  }
}
