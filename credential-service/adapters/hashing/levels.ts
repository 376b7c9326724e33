// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { HashLevel } from '#domain/anchoring/tree.ts'
import { layout } from './compose-pairs.ts'

type Pairs = { memory: WebAssembly.Memory; parents(count: number): void }
const PAIR = 64

/** Hashes whole levels in WebAssembly of our own, a thousand pairs a call: a call for each pair cost more than its hash. */
export async function openLevels(): Promise<HashLevel> {
  const module = await WebAssembly.compile(await readFile(new URL('pairs.wasm', import.meta.url)))
  const { memory, parents } = (await WebAssembly.instantiate(module)).exports as Pairs
  const bytes = new Uint8Array(memory.buffer)
  return (level, into) => {
    for (let from = 0; from < level.length; from += PAIR * layout.pairs) {
      const some = level.subarray(from, from + PAIR * layout.pairs)
      bytes.set(some, layout.nodes)
      parents(some.length / PAIR)
      into.set(bytes.subarray(layout.parents, layout.parents + some.length / 2), from / 2)
    }
  }
}
