// SPDX-License-Identifier: EUPL-1.2
// What a certificate and a CMS signature are written in: DER (ITU-T X.690, sections 8 and 10).

const tlv = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex')
  if (length > 0xffff) throw new RangeError(`${length} bytes are more than is ever written here`)
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

export const sequence = (...parts: Uint8Array[]) => tlv(0x30, ...parts)
/** In the one order that DER allows (section 11.6). */
export const setOf = (...parts: Uint8Array[]) => tlv(0x31, ...parts.toSorted((a, b) => Buffer.compare(a, b)))
export const octets = (bytes: Uint8Array) => tlv(0x04, bytes)
export const utf8 = (text: string) => tlv(0x0c, Buffer.from(text, 'utf8'))
export const printable = (text: string) => tlv(0x13, Buffer.from(text, 'latin1'))
export const truth = () => tlv(0x01, Buffer.from([0xff]))
/** `unused`: how many bits of the last byte say nothing. */
export const bits = (bytes: Uint8Array, unused = 0) => tlv(0x03, Buffer.from([unused]), bytes)
/** Under a context tag of its own, or in the place of another. */
export const tagged = (tag: number, ...parts: Uint8Array[]) => tlv(0xa0 | tag, ...parts)
export const taggedText = (tag: number, text: string) => tlv(0x80 | tag, Buffer.from(text, 'latin1'))

/** A whole number that is not negative, its bytes most significant first. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const shortest = first < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(first))
  return (shortest[0] ?? 0) >= 0x80 ? tlv(0x02, Buffer.from([0]), shortest) : tlv(0x02, shortest)
}

export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...others] = text.split('.').map(Number)
  return tlv(0x06, Buffer.from([40 * first + second, ...others.flatMap(base128)]))
}

function base128(value: number): number[] {
  const digits = [value & 0x7f]
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) digits.unshift(0x80 | left & 0x7f)
  return digits
}

/** UTCTime up to 2049, GeneralizedTime after (RFC 5280, section 4.1.2.5). */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+/, '').replaceAll(/[-:T]/g, '')
  return date.getUTCFullYear() < 2050 ? tlv(0x17, Buffer.from(digits.slice(2))) : tlv(0x18, Buffer.from(digits))
}
