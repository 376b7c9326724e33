// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { LARGEST_BUNDLE } from '#domain/verification/index.ts'

/** One file of many, or one line of a file of them: its name here, and its bytes; null when it, or a whole folder, cannot be read. */
export type Given = { name: string; file: Uint8Array | null }

const LINES = /\.(ndjson|jsonl)$/i
const BUNDLE = /\.json$/i
const AHEAD = 16
/** One byte more than a bundle may have tells that it has too many. */
const ENOUGH = LARGEST_BUNDLE + 1
const [LINE_FEED, CARRIAGE_RETURN] = [10, 13]

/** Whether a path is of many bundles: a folder, or a file with one a line. */
export async function isOfMany(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && (found.isDirectory() || LINES.test(path))
}

/**
 * Every bundle of a folder, of those in it, and of files with one a line; `aside` counts the files that are none of these.
 * What cannot be read, or is gone by then, is given as such, and the rest follows.
 */
export async function* bundlesIn(path: string, aside: { count: number }, root = path): AsyncGenerator<Given> {
  const name = relative(root, path)
  const found = await stat(path).catch(() => null)
  if (found && !found.isDirectory()) return yield* linesOf(path, name)
  const entries = await entriesOf(path)
  if (entries === null) return yield { name: name || path, file: null }
  const files = entries.filter((entry) => entry.isFile() && BUNDLE.test(entry.name)).map(({ name }) => join(path, name))
  for (let i = 0, reading: Promise<Given>[] = []; i < files.length + AHEAD; i++) {
    const next = files[i]
    if (next !== undefined) reading.push(readUpTo(next).then((file) => ({ name: relative(root, next), file })))
    if (i >= AHEAD - 1 || next === undefined) {
      const [first] = reading.splice(0, 1)
      if (first) yield await first
    }
  }
  for (const entry of entries) {
    const inside = join(path, entry.name)
    if (entry.isDirectory() || (entry.isFile() && LINES.test(entry.name))) yield* bundlesIn(inside, aside, root)
    else if (!entry.isFile() || !BUNDLE.test(entry.name)) aside.count += 1
  }
}

/** What is in a folder, by name; null when it cannot be read. */
const entriesOf = (path: string) => readdir(path, { withFileTypes: true })
  .then((entries) => entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)), () => null)

/** Each line that is not empty, named by its number; no more of one than a bundle can hold is ever kept. */
async function* linesOf(path: string, name: string): AsyncGenerator<Given> {
  const prefix = name && `${name}:`
  let [number, held, length] = [1, [] as Buffer[], 0]
  const hold = (part: Buffer) => {
    if (length < ENOUGH) held.push(part.subarray(0, ENOUGH - length))
    length += part.length
  }
  const lineHeld = (): Given | null => {
    const whole = held.length === 1 ? held[0]! : Buffer.concat(held)
    const file = whole.at(-1) === CARRIAGE_RETURN && length < ENOUGH ? whole.subarray(0, -1) : whole
    ;[held, length] = [[], 0]
    return file.length > 0 ? { name: `${prefix}${number}`, file } : null
  }
  for await (const chunk of partsOf(path)) {
    if (chunk === null) return yield { name: name || path, file: null }
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      hold(chunk.subarray(from, end))
      const line = lineHeld()
      if (line) yield line
      number += 1
      from = end + 1
    }
    if (from < chunk.length) hold(chunk.subarray(from))
  }
  const last = lineHeld()
  if (last) yield last
}

/** What a file holds, part by part; null in the place of what cannot be read. */
async function* partsOf(path: string): AsyncGenerator<Buffer | null> {
  try {
    yield* createReadStream(path, { highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>
  } catch {
    yield null
  }
}

/** The bytes of a file, no more than a bundle can hold and one; null when it cannot be read. */
export async function readUpTo(path: string): Promise<Uint8Array | null> {
  const file = await open(path).catch(() => null)
  if (file === null) return null
  try {
    const found = await file.stat()
    // What is no plain file (a pipe) does not tell how long it is.
    const bytes = Buffer.allocUnsafe(found.isFile() ? Math.min(found.size + 1, ENOUGH) : ENOUGH)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read) read = (await file.read(bytes, length)).bytesRead
    return bytes.subarray(0, length)
  } catch {
    return null
  } finally {
    await file.close()
  }
}
