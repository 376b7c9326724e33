// SPDX-License-Identifier: EUPL-1.2
import { keccak_256 } from '@noble/hashes/sha3.js'
import { DomainError } from '../errors.ts'
import { fromHex, toHex } from './bytes32.ts'
import type { Bytes32 } from './bytes32.ts'

/** A Merkle tree of a power of two leaves, built as @openzeppelin/merkle-tree does (leaves sorted, pairs sorted). */
export type Batch = {
  root: Bytes32
  /** Credentials and padding together. */
  leafCount: number
  /** Sibling hashes from a leaf up to the root. @throws ERR_LEAF_NOT_IN_BATCH */
  pathOf(leaf: string): Bytes32[]
}

/** How many padding leaves a batch needs: up to the next power of two, so that its size says less. */
export function paddingFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(count, 2))) - count
}

/**
 * One batch of credentials. `padding` holds random 32-byte leaves, given as data: exactly `paddingFor(leaves.length)`.
 * @throws ERR_BATCH_EMPTY when there is no leaf, ERR_RECORD_INVALID when the padding does not fit or a leaf is twice in.
 */
export function toBatch(leaves: readonly string[], padding: readonly string[]): Batch {
  if (leaves.length === 0) throw new DomainError('ERR_BATCH_EMPTY')
  if (padding.length !== paddingFor(leaves.length)) throw new DomainError('ERR_RECORD_INVALID', { member: 'padding', wanted: paddingFor(leaves.length) })
  const sorted = [...leaves, ...padding].map(leaf => leaf.toLowerCase()).sort()
  if (new Set(sorted).size !== sorted.length) throw new DomainError('ERR_RECORD_INVALID', { member: 'leaves' })
  const tree = treeOver(sorted.map(fromHex))
  const places = new Map(sorted.map((leaf, place) => [leaf, tree.length - 1 - place]))
  const pathOf = (leaf: string) => {
    const place = places.get(leaf.toLowerCase())
    if (place === undefined) throw new DomainError('ERR_LEAF_NOT_IN_BATCH', { leaf })
    return climb(tree, place)
  }
  return { root: toHex(nodeAt(tree, 0)), leafCount: sorted.length, pathOf }
}

/** The root that a leaf and its path lead to. */
export function rootOf(leaf: string, path: readonly string[]): Bytes32 {
  return toHex(path.map(fromHex).reduce(parentOf, fromHex(leaf)))
}

// The tree in one array, root first, children of i at 2i+1 and 2i+2, leaves at the end in reverse order.
function treeOver(leaves: Uint8Array[]): Uint8Array[] {
  const tree = new Array<Uint8Array>(2 * leaves.length - 1)
  leaves.forEach((leaf, place) => { tree[tree.length - 1 - place] = leaf })
  for (let i = leaves.length - 2; i >= 0; i--) tree[i] = parentOf(nodeAt(tree, 2 * i + 1), nodeAt(tree, 2 * i + 2))
  return tree
}

function climb(tree: Uint8Array[], place: number): Bytes32[] {
  const path: Bytes32[] = []
  for (let i = place; i > 0; i = (i - 1) >> 1) path.push(toHex(nodeAt(tree, i % 2 === 1 ? i + 1 : i - 1)))
  return path
}

const pair = new Uint8Array(64)

// Written into one buffer: a batch of 65 536 makes as many pairs.
function parentOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  const [low, high] = isBefore(a, b) ? [a, b] : [b, a]
  pair.set(low, 0)
  pair.set(high, 32)
  return keccak_256(pair)
}

function isBefore(a: Uint8Array, b: Uint8Array): boolean {
  const i = a.findIndex((byte, k) => byte !== b[k])
  return i >= 0 && (a[i] ?? 0) < (b[i] ?? 0)
}

function nodeAt(tree: Uint8Array[], i: number): Uint8Array {
  const node = tree[i]
  if (node === undefined) throw new RangeError(`No node ${i} in a tree of ${tree.length}`)
  return node
}
