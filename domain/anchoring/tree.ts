// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'

const NODE = 32
/** The most leaves that are sorted: head and place of each fit in one number. */
const MOST = 2 ** 21

/** keccak256 of each two neighbours of a level, the smaller first, written side by side into `parents`, half as long. */
export type HashLevel = (level: Uint8Array, parents: Uint8Array) => void

/**
 * A Merkle tree in one row of bytes, its levels one after another: the sorted leaves, their parents, up to the root. Same
 * root and paths as `toBatch` and @openzeppelin/merkle-tree; memory is 64 bytes a leaf, whatever the number.
 */
export type FlatTree = { levels: Uint8Array; leafCount: number }

/**
 * The tree of these leaves, 32 bytes each, a power of two of them, in the order they stand; @openzeppelin/merkle-tree
 * wants them sorted (`sortLeaves`), as does finding one again.
 * @throws ERR_BATCH_EMPTY when there is none, ERR_RECORD_INVALID when they are no power of two
 */
export function toFlatTree(leaves: Uint8Array, hashLevel: HashLevel): FlatTree {
  const leafCount = leaves.length / NODE
  if (leafCount === 0) throw new DomainError('ERR_BATCH_EMPTY')
  if (!Number.isInteger(Math.log2(leafCount))) throw new DomainError('ERR_RECORD_INVALID', { member: 'leaves', count: leafCount })
  const levels = new Uint8Array((2 * leafCount - 1) * NODE)
  levels.set(leaves)
  for (let from = 0, width = leaves.length; width > NODE; from += width, width /= 2) {
    hashLevel(levels.subarray(from, from + width), levels.subarray(from + width, from + width + width / 2))
  }
  return { levels, leafCount }
}

export const rootOfTree = ({ levels }: FlatTree): Uint8Array => levels.slice(-NODE)

/** The sibling of each node from the leaf at this place up to the root. */
export function pathIn({ levels, leafCount }: FlatTree, place: number): Uint8Array[] {
  const path: Uint8Array[] = []
  for (let width = leafCount, start = 0; width > 1; start += width, width /= 2, place >>= 1) {
    const at = (start + (place ^ 1)) * NODE
    path.push(levels.slice(at, at + NODE))
  }
  return path
}

/** The node at this place of a level, the root's being 0. */
export function nodeIn({ levels, leafCount }: FlatTree, level: number, place: number): Uint8Array {
  const at = (2 * leafCount - 2 ** (level + 1) + place) * NODE
  return levels.slice(at, at + NODE)
}

/** The sibling of each node from the one at this place of a level up to the root. */
export function pathFrom(tree: FlatTree, level: number, place: number): Uint8Array[] {
  return Array.from({ length: level }, (_, up) => nodeIn(tree, level - up, (place >> up) ^ 1))
}

/** Where a leaf stands among sorted leaves, or -1. */
export function placeOf(leaves: Uint8Array, leaf: Uint8Array): number {
  let [low, high] = [0, leaves.length / NODE]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(leaves, middle * NODE, leaf, 0) < 0) low = middle + 1
    else high = middle
  }
  return low * NODE < leaves.length && compare(leaves, low * NODE, leaf, 0) === 0 ? low : -1
}

/**
 * The same leaves in ascending order.
 * @throws ERR_RECORD_INVALID when a leaf is twice in, or there are more than 2^21
 */
export function sortLeaves(leaves: Uint8Array): Uint8Array {
  const count = leaves.length / NODE
  if (count > MOST) throw new DomainError('ERR_RECORD_INVALID', { member: 'leaves', count })
  // Their first four bytes and their place as one number, which the engine sorts without asking us; ties are put right.
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) keys[i] = headOf(leaves, i * NODE) * MOST + i
  keys.sort()
  const order = new Uint32Array(count)
  for (let i = 0; i < count; i++) order[i] = keys[i]! % MOST
  for (let i = 1; i < count; i++) {
    for (let k = i; k > 0 && compare(leaves, order[k - 1]! * NODE, leaves, order[k]! * NODE) > 0; k--) {
      const after = order[k - 1]!
      order[k - 1] = order[k]!
      order[k] = after
    }
  }
  const sorted = inOrder(leaves, order)
  for (let at = NODE; at < sorted.length; at += NODE) {
    if (compare(sorted, at - NODE, sorted, at) === 0) throw new DomainError('ERR_RECORD_INVALID', { member: 'leaves' })
  }
  return sorted
}

/** By words of four bytes, whatever their order in one: nothing is made for a leaf. */
function inOrder(leaves: Uint8Array, order: Uint32Array): Uint8Array {
  const { buffer, byteOffset } = leaves.byteOffset % 4 === 0 ? leaves : Uint8Array.from(leaves)
  const from = new Uint32Array(buffer, byteOffset, leaves.length / 4)
  const sorted = new Uint32Array(leaves.length / 4)
  for (let i = 0; i < order.length; i++) for (let k = 0; k < NODE / 4; k++) sorted[8 * i + k] = from[8 * order[i]! + k]!
  return new Uint8Array(sorted.buffer)
}

const headOf = (bytes: Uint8Array, at: number) =>
  bytes[at]! * 16_777_216 + ((bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!)

function compare(a: Uint8Array, i: number, b: Uint8Array, j: number): number {
  for (let k = 0; k < NODE; k++) {
    const difference = a[i + k]! - b[j + k]!
    if (difference !== 0) return difference
  }
  return 0
}
