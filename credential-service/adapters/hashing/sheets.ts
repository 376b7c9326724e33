// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { ByteText, Template } from '#domain/credential/template.ts'
import { STRIDE, sheet } from './compose-sheet.ts'

type Sheet = { memory: WebAssembly.Memory; lay(program: number, end: number): number }
/** Where a template's program is, how long its pieces are, and how often each slot comes. */
type Laid = { program: number; end: number; length: number; times: number[] }
const [STEP, SLOT] = [12, 8]
const NO_SLOT = sheet.texts - SLOT

/** Lays out templates in memory of its own: joined as texts, the pieces of 6 kB cost more than their SHA-256. */
export async function openSheets() {
  const module = await WebAssembly.compile(await readFile(new URL('sheet.wasm', import.meta.url)))
  const { memory, lay } = (await WebAssembly.instantiate(module)).exports as Sheet
  let [bytes, words] = [new Uint8Array(memory.buffer), new Uint32Array(memory.buffer)]
  // A record is laid out twice, as quads and as JSON: most of its texts are there already, each at the same place.
  const there: ByteText[] = []
  let [known, free] = [new WeakMap<Template, Laid>(), sheet.templates]

  /** Room for so many bytes behind the templates there are; when there are too many, all are forgotten. */
  function room(length: number): number {
    if (free + length > sheet.mostTemplates) [known, free] = [new WeakMap(), sheet.templates]
    const lacks = free + length - memory.buffer.byteLength
    if (lacks > 0) {
      memory.grow(Math.ceil(lacks / sheet.page))
      ;[bytes, words] = [new Uint8Array(memory.buffer), new Uint32Array(memory.buffer)]
    }
    const at = free
    free += Math.ceil(length / STRIDE) * STRIDE
    return at
  }

  function write(text: ByteText, at: number): number {
    for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i)
    return at + text.length
  }

  function learn(template: Template): Laid {
    const { pieces, slots } = template
    const length = pieces.reduce((sum, piece) => sum + piece.length, STRIDE)
    const program = room(STEP * pieces.length + length)
    let at = program + STEP * pieces.length
    pieces.forEach((piece, i) => {
      const slot = slots[i] === undefined ? NO_SLOT : sheet.slots + SLOT * slots[i]
      words.set([at, piece.length, slot], (program + STEP * i) / 4)
      at = write(piece, at)
    })
    const times: number[] = []
    for (const slot of slots) times[slot] = (times[slot] ?? 0) + 1
    const laid = { program, end: program + STEP * pieces.length, length, times }
    known.set(template, laid)
    return laid
  }

  /** The template's bytes with these texts in its slots, until the next call; null when they are too long for this memory. */
  return function fill(template: Template, texts: readonly ByteText[]): Uint8Array | null {
    const laid = known.get(template) ?? learn(template)
    let [at, length, same]: [number, number, boolean] = [sheet.texts, laid.length, true]
    for (let slot = 0; slot < texts.length; slot++) {
      const text = texts[slot]!
      length += text.length * (laid.times[slot] ?? 0)
      if (at + text.length + STRIDE > sheet.textsEnd || sheet.out + length > sheet.outEnd) {
        there.length = 0
        return null
      }
      same &&= there[slot] === text
      if (!same) {
        words[(sheet.slots + SLOT * slot) / 4] = at
        words[(sheet.slots + SLOT * slot) / 4 + 1] = text.length
        there[slot] = text
        write(text, at)
      }
      at += text.length
    }
    there.length = texts.length
    return new Uint8Array(memory.buffer, sheet.out, lay(laid.program, laid.end) - sheet.out)
  }
}
