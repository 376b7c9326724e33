// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { HashLevel } from '#domain/anchoring/tree.ts'
import type { HashLeaves } from '#domain/credential/diploma/issuing.ts'
import { layout } from './compose-pairs.ts'

type Pairs = { memory: WebAssembly.Memory; parents(count: number): void; leaves(count: number): void }
const [PAIR, NODE] = [64, 32]

/** Hashes whole levels, and rows of leaves, in WebAssembly of our own, a thousand a call: a call for each cost more than its hash. */
export async function openPairs(): Promise<{ hashLevel: HashLevel; hashLeaves: HashLeaves }> {
  const module = await WebAssembly.compile(await readFile(new URL('pairs.wasm', import.meta.url)))
  const { memory, parents, leaves } = (await WebAssembly.instantiate(module)).exports as Pairs
  const bytes = new Uint8Array(memory.buffer)
  return {
    hashLevel: (level, into) => {
      for (let from = 0; from < level.length; from += PAIR * layout.pairs) {
        const some = level.subarray(from, from + PAIR * layout.pairs)
        bytes.set(some, layout.nodes)
        parents(some.length / PAIR)
        into.set(bytes.subarray(layout.parents, layout.parents + some.length / 2), from / 2)
      }
    },
    hashLeaves: (salts, digests, into) => {
      for (let from = 0; from < salts.length; from += NODE * layout.pairs) {
        const some = salts.subarray(from, from + NODE * layout.pairs)
        bytes.set(some, layout.nodes)
        bytes.set(digests.subarray(from, from + some.length), layout.nodes + NODE * layout.pairs)
        leaves(some.length / NODE)
        into.set(bytes.subarray(layout.parents, layout.parents + some.length), from)
      }
    },
  }
}
