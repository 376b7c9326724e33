// SPDX-License-Identifier: EUPL-1.2
import { SimpleMerkleTree } from '@openzeppelin/merkle-tree'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromHex, rootOf, toBatch, toHex } from '#domain/anchoring/index.ts'
import { pathIn, placeOf, rootOfTree, sortLeaves, toFlatTree } from '#domain/anchoring/tree.ts'
import { fastHashes } from '#service/adapters/hashing/index.ts'

const { hashLevel } = await fastHashes()
const anyLeaves = fc.integer({ min: 1, max: 7 }).chain((depth) =>
  fc.uniqueArray(fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex), { minLength: 2 ** depth, maxLength: 2 ** depth }))
const rowOf = (leaves: readonly string[]) => new Uint8Array(Buffer.concat(leaves.map(fromHex)))

describe('a tree in one row of bytes', () => {
  it('has the root and the paths of @openzeppelin/merkle-tree and of a batch', () => {
    fc.assert(fc.property(anyLeaves, (leaves) => {
      const sorted = sortLeaves(rowOf(leaves))
      const tree = toFlatTree(sorted, hashLevel)
      const [theirs, batch] = [SimpleMerkleTree.of(leaves), toBatch(leaves, [])]
      expect(toHex(rootOfTree(tree))).toBe(theirs.root)
      for (const leaf of leaves) {
        const path = pathIn(tree, placeOf(sorted, fromHex(leaf))).map(toHex)
        expect(path).toEqual(theirs.getProof(leaf))
        expect(path).toEqual(batch.pathOf(leaf))
        expect(rootOf(leaf, path)).toBe(theirs.root)
      }
    }), { numRuns: 60 })
  })

  it('sorts leaves that begin alike by what comes after', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 1, maxLength: 200 }), (numbers) => {
      const leaves = numbers.map((n) => `0x${(n % 3 ? '' : 'ff00ff00').padEnd(40, '0')}${n.toString(16).padStart(24, '0')}`)
      expect(Buffer.from(sortLeaves(rowOf(leaves)))).toEqual(Buffer.from(rowOf(leaves.toSorted())))
    }))
  })

  it('does not find a leaf that is not in it', () => {
    const sorted = sortLeaves(rowOf([1, 2, 3, 5].map((n) => `0x${String(n).padStart(64, '0')}`)))
    expect([0, 4, 6].map((n) => placeOf(sorted, fromHex(`0x${String(n).padStart(64, '0')}`)))).toEqual([-1, -1, -1])
  })

  it('refuses no leaf, a number that is no power of two, and the same leaf twice', () => {
    expect(() => toFlatTree(new Uint8Array(0), hashLevel)).toThrow('ERR_BATCH_EMPTY')
    expect(() => toFlatTree(new Uint8Array(96), hashLevel)).toThrow('ERR_RECORD_INVALID')
    expect(() => sortLeaves(new Uint8Array(64))).toThrow('ERR_RECORD_INVALID')
  })
})
