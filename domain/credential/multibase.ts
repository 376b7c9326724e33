// SPDX-License-Identifier: EUPL-1.2
// Multibase (W3C Controlled Identifiers v1.0 §2.4): 'z' + base58btc for keys and signatures, 'u' + base64url for lists.

const ALPHABET_58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const ALPHABET_64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const LONGEST_58 = 256

// Four digits of base 58 at a time, three bytes at a time: every product stays under 2^53.
const LIMB = 58 ** 4
const PAIRS = Array.from({ length: 58 ** 2 }, (_, pair) => ALPHABET_58.charAt(Math.floor(pair / 58)) + ALPHABET_58.charAt(pair % 58))

/** Bytes written in base58btc with the prefix 'z'. */
export function toBase58(bytes: Uint8Array): string {
  if (bytes.length === SIGNATURE && bytes[0] !== 0) return ofSignature(bytes)
  const limbs = limbsOf(bytes)
  let digits = ''
  for (let k = limbs.length - 1; k >= 0; k--) digits += PAIRS[Math.floor(limbs[k]! / 3364)]! + PAIRS[limbs[k]! % 3364]!
  // A limb is always four digits wide; the first may begin with zeros, written '1'.
  return `z${'1'.repeat(leading(bytes, 0))}${digits.replace(/^1+/, '')}`
}

/** By long division, whatever the length: the lowest limb first. */
function limbsOf(bytes: Uint8Array): number[] {
  const limbs: number[] = []
  for (let i = (bytes.length % 3) - 3; i < bytes.length; i += 3) {
    let carry = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (let k = 0; k < limbs.length; k++) {
      const value = limbs[k]! * 16_777_216 + carry
      carry = Math.floor(value / LIMB)
      limbs[k] = value - carry * LIMB
    }
    for (; carry > 0; carry = Math.floor(carry / LIMB)) limbs.push(carry % LIMB)
  }
  return limbs
}

const SIGNATURE = 64
const CHUNKS = 22
/** The limbs of each power of 2^24, a row for each: sums of 22 products with three bytes stay under 2^53. */
const POWERS = Float64Array.from(Array.from({ length: CHUNKS }, (_, power) => {
  const limbs = limbsOf(Uint8Array.of(1, ...new Array<number>(3 * power).fill(0)))
  return Array.from({ length: CHUNKS }, (_, k) => limbs[k] ?? 0)
}).flat())
const sums = new Float64Array(CHUNKS)

const LETTERS = Uint8Array.from(PAIRS.join(''), (letter) => letter.charCodeAt(0))
/** With a place before the first digit, for the prefix. */
const written = new Uint8Array(1 + 4 * CHUNKS)

/** The same for 64 bytes that begin with none that is zero: letters put down as numbers, made a text once. */
function ofSignature(bytes: Uint8Array): string {
  const limbs = limbsOfSignature(bytes)
  for (let k = 0; k < CHUNKS; k++) {
    const [at, limb] = [1 + 4 * (CHUNKS - 1 - k), limbs[k]!]
    const high = Math.floor(limb / 3364)
    const low = limb - 3364 * high
    written[at] = LETTERS[2 * high]!
    written[at + 1] = LETTERS[2 * high + 1]!
    written[at + 2] = LETTERS[2 * low]!
    written[at + 3] = LETTERS[2 * low + 1]!
  }
  let from = 1
  while (written[from] === ONE) from += 1
  written[from - 1] = Z
  return String.fromCharCode.apply(null, written.subarray(from - 1) as unknown as number[])
}
const [ONE, Z] = [49, 122]

/** Their limbs, by a table: divided once for each limb, and not for each byte of each. */
function limbsOfSignature(bytes: Uint8Array): Float64Array {
  sums.fill(0)
  for (let power = 0; power < CHUNKS; power++) {
    const at = SIGNATURE - 3 * power - 1
    const chunk = bytes[at]! | ((bytes[at - 1] ?? 0) << 8) | ((bytes[at - 2] ?? 0) << 16)
    // A power of 2^24 has a limb more than its number at most.
    for (let k = 0; k <= power; k++) sums[k]! += chunk * POWERS[power * CHUNKS + k]!
  }
  let carry = 0
  for (let k = 0; k < CHUNKS; k++) {
    const value = sums[k]! + carry
    carry = Math.floor(value / LIMB)
    sums[k] = value - carry * LIMB
  }
  return sums
}

/** The bytes of a 'z' text, or null when it is not one (another alphabet, longer than any key or signature). */
export function fromBase58(text: string): Uint8Array | null {
  if (!text.startsWith('z') || text.length > LONGEST_58) return null
  const bytes: number[] = []
  for (const letter of text.slice(1)) {
    let carry = ALPHABET_58.indexOf(letter)
    if (carry < 0) return null
    for (let i = 0; i < bytes.length; i++) {
      carry += (bytes[i] ?? 0) * 58
      bytes[i] = carry & 255
      carry >>= 8
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 255)
  }
  const zeros = leading([...text.slice(1)], '1')
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes.reverse()])
}

/** Bytes written in base64url without padding (RFC 4648 §5), with the prefix 'u'. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = 'u'
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (let k = 0; k < Math.min(left, 3) + 1; k++) text += ALPHABET_64[(group >> (18 - 6 * k)) & 63]
  }
  return text
}

/** The bytes of a 'u' text, or null when it is not one. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (!text.startsWith('u') || text.length % 4 === 2) return null
  const bytes = new Uint8Array(Math.floor(((text.length - 1) * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 1; i < text.length; i++) {
    const value = ALPHABET_64.indexOf(text.charAt(i))
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) bytes[at++] = (held >> (bits -= 8)) & 255
  }
  return bytes
}

function leading<T>(values: ArrayLike<T>, wanted: T): number {
  let count = 0
  while (count < values.length && values[count] === wanted) count++
  return count
}
