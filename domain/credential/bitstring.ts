// SPDX-License-Identifier: EUPL-1.2
import { fromBase64Url, toBase64Url } from './multibase.ts'

/** The shortest list the standard allows: 131 072 places, so that one place hides among many (§2.2, §6.1). */
export const SHORTEST_LIST = 131_072
// 16 million places; a few kilobytes can unpack to gigabytes.
const LONGEST_BYTES = 2 ** 21

/** A list where the given places are set (revoked). `length` is in places, a multiple of 8. */
export function bitstringOf(revoked: Iterable<number>, length = SHORTEST_LIST): Uint8Array {
  const bits = new Uint8Array(length / 8)
  for (const index of revoked) {
    if (!Number.isSafeInteger(index) || index < 0 || index >= length) throw new RangeError(`No place ${index} in a list of ${length}`)
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7)) // the first place is the leftmost bit
  }
  return bits
}

/** `encodedList`: 'u' + base64url of the gzip of the bits (W3C Bitstring Status List v1.0 §3.1). */
export async function packBitstring(bits: Uint8Array): Promise<string> {
  return toBase64Url(await through(bits, new CompressionStream('gzip'), Infinity))
}

/** Whether a place is set in an `encodedList`, or null when the list cannot be read, is too short or has no such place. */
export async function bitAt(encodedList: string, index: number): Promise<boolean | null> {
  return bitIn(await unpackBitstring(encodedList), index)
}

/** The bits of an `encodedList`, or null when it cannot be read. */
export async function unpackBitstring(encodedList: string): Promise<Uint8Array | null> {
  const packed = fromBase64Url(encodedList)
  return packed && through(packed, new DecompressionStream('gzip'), LONGEST_BYTES).catch(() => null)
}

/** Whether a place is set in a list's bits, or null when there are none, too few, or no such place. */
export function bitIn(bits: Uint8Array | null, index: number): boolean | null {
  if (bits === null || bits.length * 8 < SHORTEST_LIST || !Number.isSafeInteger(index) || index < 0 || index >= bits.length * 8) return null
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0
}

/** The bytes through a (de)compression. @throws RangeError past the limit. */
export async function through(bytes: Uint8Array, change: CompressionStream | DecompressionStream, limit: number): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(change)
  const parts: Uint8Array[] = []
  let length = 0
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > limit) {
      await reader.cancel()
      throw new RangeError('The list unpacks to more than a list may hold')
    }
    parts.push(value)
  }
  return join(parts, length)
}

function join(parts: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
