// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { keccak_256 } from '@noble/hashes/sha3.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLevels } from '#service/adapters/hashing/levels.ts'

const NODE = 32
const hashLevel = await openLevels()
/** Nodes that differ late, or only in the order in which a word's bytes are read, beside any. */
const anyNode = fc.oneof(
  fc.uint8Array({ minLength: NODE, maxLength: NODE }),
  fc.tuple(fc.nat(NODE - 1), fc.nat(NODE - 1), fc.nat(255)).map(([i, k, value]) => new Uint8Array(NODE).fill(7).fill(value, i, i + 1).fill(255 - value, k, k + 1)),
)
const parentOf = (one: Uint8Array, other: Uint8Array) =>
  Buffer.from(keccak_256(Buffer.concat(Buffer.compare(one, other) <= 0 ? [one, other] : [other, one])))
const parentsOf = (nodes: Uint8Array[]) =>
  Buffer.concat(nodes.filter((_, i) => i % 2 === 0).map((node, i) => parentOf(node, nodes[2 * i + 1]!)))
const hashed = (nodes: Uint8Array[]) => {
  const parents = new Uint8Array((nodes.length / 2) * NODE)
  hashLevel(Buffer.concat(nodes), parents)
  return Buffer.from(parents)
}

describe('a level of a tree, hashed in one call', () => {
  it('gives the parents that @noble/hashes gives, the smaller node first, equal ones too', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyNode, anyNode), { minLength: 1, maxLength: 9 }), (pairs) => {
      const nodes = [...pairs.flat(), pairs[0]![0], pairs[0]![0]]
      expect(hashed(nodes)).toEqual(parentsOf(nodes))
    }), { numRuns: 300 })
  })

  it('does so beyond what its memory takes at once', () => {
    const nodes = Array.from({ length: 2 * 2_501 }, (_, i) => keccak_256(Uint8Array.of(i & 255, i >> 8)))
    expect(hashed(nodes)).toEqual(parentsOf(nodes))
  })

  it('is done by what its text assembles to: if this fails, run `npm run write-pairs` and commit the result', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/write-pairs.ts', '--check'], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})
