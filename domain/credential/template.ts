// SPDX-License-Identifier: EUPL-1.2
import { utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * A text as its UTF-8 bytes, one letter (Latin-1) for each byte. Joined as quickly as any text, never two bytes wide in
 * memory, and written to bytes as it is: `Buffer.from(text, 'latin1')`.
 */
export type ByteText = string

const BEYOND_ASCII = /[^\u0000-\u007f]/

/** The bytes of a text, as a text (RFC 3629). Written here: for a name, an encoder costs more than the name does. */
export function toByteText(text: string): ByteText {
  if (!BEYOND_ASCII.test(text)) return text
  let [bytes, from] = ['', 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    if (code >= 0xd800 && code <= 0xdfff) return encoded(text)
    bytes += text.slice(from, i) + bytesOf(code)
    from = i + 1
  }
  return bytes + text.slice(from)
}

/** The two bytes of each letter that has two. */
const PAIRS = Array.from({ length: 0x800 }, (_, code) => String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63)))

/**
 * The bytes of a text that neither N-Quads nor JSON escapes anything of, in one pass; null of any other, and of one with
 * letters beyond the first 65 536. A plain text is given back itself.
 */
export function bytesUnescaped(text: string): ByteText | null {
  let [bytes, from] = ['', 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) {
      if (code < 0x20 || code === QUOTE || code === BACKSLASH || code === DELETE) return null
      continue
    }
    if (code >= 0xd800 && code <= 0xdfff) return null
    bytes += (from === i ? '' : text.slice(from, i)) + bytesOf(code)
    from = i + 1
  }
  return from === 0 ? text : from === text.length ? bytes : bytes + text.slice(from)
}
const [QUOTE, BACKSLASH, DELETE] = [34, 92, 127]

const bytesOf = (code: number) => (code < 0x800 ? PAIRS[code]! : String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)))

function encoded(text: string): ByteText {
  let bytes = ''
  for (const byte of utf8ToBytes(text)) bytes += String.fromCharCode(byte)
  return bytes
}

/** A text with slots: `pieces[0] slot pieces[1] slot … pieces[n]`. Plain data: it can be kept, and filled years later. */
export type Template = { pieces: readonly string[]; slots: readonly number[] }

const MARK = /slot-(\d+)-of-a-form/
/** What no text that stays may hold. */
export const MARK_ENDING = '-of-a-form'

/** What stands for a slot while a template is made: safe in an address, in a literal and in JSON. */
export const markOf = (slot: number): string => `slot-${slot}${MARK_ENDING}`

/** The template of a text written with marks; it gives texts as bytes. */
export function templateOf(marked: string): Template {
  const parts = toByteText(marked).split(MARK)
  return { pieces: parts.filter((_, i) => i % 2 === 0), slots: parts.filter((_, i) => i % 2 === 1).map(Number) }
}

/** The template's text with these texts (as bytes too) in its slots. */
export function fillTemplate({ pieces, slots }: Template, texts: readonly ByteText[]): ByteText {
  let text = pieces[0]!
  for (let i = 0; i < slots.length; i++) text += texts[slots[i]!]! + pieces[i + 1]!
  return text
}

/**
 * Whether sorted lines stay in this order, and different from each other, whatever stands in their slots: each is told
 * from the next by a letter that stays, met before any slot of which only one of them has the value.
 */
export function staySorted(lines: readonly string[]): boolean {
  const templates = lines.map(templateOf)
  return templates.every((line, i) => i === 0 || isTold(templates[i - 1]!, line))
}

function isTold(before: Template, after: Template): boolean {
  for (let i = 0; i < before.pieces.length && i < after.pieces.length; i++) {
    const [a, b] = [before.pieces[i]!, after.pieces[i]!]
    if (a !== b) return !a.startsWith(b) && !b.startsWith(a)
    if (before.slots[i] !== after.slots[i]) return false
  }
  return false
}
