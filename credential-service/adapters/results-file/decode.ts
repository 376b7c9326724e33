// SPDX-License-Identifier: EUPL-1.2
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

export type Decoder = {
  write(bytes: Uint8Array): string
  end(): string
  /** What the file is written in, as far as was seen; ASCII alone is said to be UTF-8. */
  encoding(): Encoding
}

/** How much may wait for an ASCII byte, as any line end is: no line of results is as long (docs/results.md). */
const MOST_WAITING = 64 * 1024

/**
 * Reads what spreadsheets save: UTF-8 with or without a mark, UTF-16 with a mark or with every second byte nought,
 * Windows-1252. What is not ASCII decides, where it first comes: bytes that are no UTF-8 there are Windows-1252.
 */
export function streamingDecoder(): Decoder {
  let known: { encoding: Encoding; decoder: TextDecoder } | null = null
  let waiting: Uint8Array = new Uint8Array()
  let first = true
  const decide = (encoding: Encoding) => (known = { encoding, decoder: new TextDecoder(encoding) })
  const write = (bytes: Uint8Array): string => {
    if (known) return known.decoder.decode(bytes, { stream: true })
    waiting = joined(waiting, bytes)
    if (first && waiting.length < 4) return ''
    const marked = first ? markOf(waiting) : null
    first = false
    // Up to the last ASCII byte no character is cut in two.
    const cut = marked ? waiting.length : lastAscii(waiting) + 1
    const [whole, rest] = [waiting.subarray(0, cut), waiting.subarray(cut)]
    const overlong = rest.length > MOST_WAITING
    const encoding = marked ?? (overlong || !isAscii(whole) ? encodingOf(overlong ? waiting : whole, overlong) : null)
    if (!encoding) {
      waiting = rest.slice()
      return Buffer.from(whole).toString('latin1')
    }
    const all = waiting
    waiting = new Uint8Array()
    return decide(encoding).decoder.decode(all, { stream: true })
  }
  const end = (): string => {
    if (known) return known.decoder.decode()
    const encoding = encodingOf(waiting, false)
    return decide(encoding).decoder.decode(waiting)
  }
  return { write, end, encoding: () => known?.encoding ?? 'utf-8' }
}

function markOf(bytes: Uint8Array): Encoding | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a !== 0 && b === 0 && c !== 0 && d === 0 ? 'utf-16le' : null
}

const lastAscii = (bytes: Uint8Array) => bytes.findLastIndex((byte) => byte < 0x80)
const isAscii = (bytes: Uint8Array) => !bytes.some((byte) => byte >= 0x80)

const encodingOf = (bytes: Uint8Array, cut: boolean): Encoding => (isUtf8(bytes, cut) ? 'utf-8' : 'windows-1252')

/** `cut`: its last character may go on beyond its end. */
const isUtf8 = (bytes: Uint8Array, cut: boolean): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
    return true
  } catch (cause) {
    if (cause instanceof TypeError) return false
    throw cause
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.length === 0 ? other : Buffer.concat([one, other])
}
