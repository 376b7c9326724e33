// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

const files = createRequire(import.meta.url)

/** The letters of French, and those of other languages in Latin script, each in two weights. */
export const fonts = {
  'text': fontOf('latin', 400), 'text-ext': fontOf('latin-ext', 400),
  'bold': fontOf('latin', 700), 'bold-ext': fontOf('latin-ext', 700),
} as const

function fontOf(set: string, weight: number): Buffer {
  return toSfnt(readFileSync(files.resolve(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${set}-${weight}-normal.woff`)))
}

type Table = { tag: Buffer; checksum: number; data: Buffer }

/**
 * A font out of its wrapping for the web (WOFF 1.0, sections 4 and 5), once: the library that reads it would unpack it again for
 * every letter.
 */
function toSfnt(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, i): Table => {
    const entry = woff.subarray(44 + 20 * i, 64 + 20 * i)
    const [offset, packed, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)]
    const data = woff.subarray(offset, offset + packed)
    return { tag: entry.subarray(0, 4), checksum: entry.readUInt32BE(16), data: packed < length ? inflateSync(data) : data }
  })
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  const power = Math.floor(Math.log2(count))
  ;[count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((value, i) => head.writeUInt16BE(value, 4 + 2 * i))
  let at = head.length
  tables.forEach(({ tag, checksum, data }, i) => {
    const entry = head.subarray(12 + 16 * i)
    tag.copy(entry)
    ;[checksum, at, data.length].forEach((value, k) => entry.writeUInt32BE(value, 4 + 4 * k))
    at += Math.ceil(data.length / 4) * 4
  })
  return Buffer.concat([head, ...tables.flatMap(({ data }) => [data, Buffer.alloc(-data.length & 3)])])
}
