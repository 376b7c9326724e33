// SPDX-License-Identifier: EUPL-1.2
import { SimpleMerkleTree, StandardMerkleTree } from '@openzeppelin/merkle-tree'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leafOf, paddingFor, rootOf, toBatch, toHex } from '#domain/anchoring/index.ts'

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex)
const pairs = fc.uniqueArray(fc.tuple(bytes32, bytes32), { minLength: 1, maxLength: 40, selector: ([salt]) => salt })

describe('a batch', () => {
  it('is the tree of @openzeppelin/merkle-tree, leaf by leaf, path by path', () => {
    fc.assert(fc.property(pairs, fc.infiniteStream(bytes32), (credentials, chance) => {
      const leaves = credentials.map(([salt, digest]) => leafOf(salt, digest))
      const padding = [...chance.take(paddingFor(leaves.length))]
      const all = [...leaves, ...padding]
      fc.pre(new Set(all).size === all.length)
      const [ours, theirs] = [toBatch(leaves, padding), SimpleMerkleTree.of(all)]
      expect(ours.root).toBe(theirs.root)
      expect(ours.leafCount).toBe(2 ** Math.ceil(Math.log2(Math.max(2, leaves.length))))
      for (const leaf of leaves) {
        expect(ours.pathOf(leaf)).toEqual(theirs.getProof(leaf))
        expect(rootOf(leaf, ours.pathOf(leaf))).toBe(ours.root)
      }
    }), { numRuns: 100 })
  })

  it('hashes a leaf as the standard tree does', () => {
    fc.assert(fc.property(bytes32, bytes32, (salt, digest) => {
      expect(leafOf(salt, digest)).toBe(StandardMerkleTree.of([[salt, digest]], ['bytes32', 'bytes32']).root)
    }))
  })

  it('needs padding up to a power of two, and never stands alone', () => {
    expect([1, 2, 3, 4, 5, 1000, 1024, 65_537].map(paddingFor)).toEqual([1, 0, 1, 0, 3, 24, 0, 65_535])
  })

  it('does not depend on the order its credentials come in', () => {
    const leaves = Array.from({ length: 4 }, (_, i) => leafOf(`0x${'1'.repeat(64)}`, `0x${String(i).repeat(64)}`))
    expect(toBatch(leaves, []).root).toBe(toBatch(leaves.toReversed(), []).root)
  })

  it('refuses what cannot be a batch', () => {
    const leaf = leafOf(`0x${'1'.repeat(64)}`, `0x${'2'.repeat(64)}`)
    expect(() => toBatch([], [])).toThrow(expect.objectContaining({ code: 'ERR_BATCH_EMPTY' }))
    expect(() => toBatch([leaf], [])).toThrow(expect.objectContaining({ code: 'ERR_RECORD_INVALID' }))
    expect(() => toBatch([leaf, leaf], [])).toThrow(expect.objectContaining({ code: 'ERR_RECORD_INVALID' }))
    expect(() => toBatch([leaf], [`0x${'3'.repeat(64)}`]).pathOf(`0x${'4'.repeat(64)}`)).toThrow(expect.objectContaining({ code: 'ERR_LEAF_NOT_IN_BATCH' }))
  })

  it('holds 65 536 credentials in a few seconds', () => {
    const leaves = Array.from({ length: 2 ** 16 }, (_, i) => `0x${i.toString(16).padStart(64, '0')}`)
    const batch = toBatch(leaves, [])
    expect(batch.pathOf(leaves[12_345]!)).toHaveLength(16)
    expect(rootOf(leaves[12_345]!, batch.pathOf(leaves[12_345]!))).toBe(batch.root)
  }, 20_000)
})
