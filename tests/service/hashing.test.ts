// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { keccak_256 } from '@noble/hashes/sha3.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPairs } from '#service/adapters/hashing/pairs.ts'
import { fastHashes } from '#service/adapters/hashing/index.ts'
import { MARK_ENDING, markOf, templateOf } from '#domain/credential/template.ts'
import { hashes as plainHashes } from '#tests/domain/credential/diploma/hands.ts'

const NODE = 32
const { hashLevel, hashLeaves } = await openPairs()
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
})

describe('a row of leaves, hashed in one call', () => {
  it('gives the leaves that @noble/hashes gives, each hashed twice, of any number of diplomas', () => {
    const anyRow = fc.integer({ min: 1, max: 1_100 }).chain((count) => fc.tuple(...[1, 2].map(() => fc.uint8Array({ minLength: NODE * count, maxLength: NODE * count }))))
    fc.assert(fc.property(anyRow, ([salts, digests]) => {
      const [ours, theirs] = [new Uint8Array(salts!.length), new Uint8Array(salts!.length)]
      hashLeaves(salts!, digests!, ours)
      plainHashes.leaves(salts!, digests!, theirs)
      expect(Buffer.from(ours)).toEqual(Buffer.from(theirs))
    }), { numRuns: 40 })
  })
})

describe('a template laid out in WebAssembly', async () => {
  const quick = await fastHashes()
  const same = (text: string, texts: string[]) => {
    const template = templateOf(text)
    const [ours, theirs] = [new Uint8Array(64), new Uint8Array(64)]
    quick.sha256Filled(template, texts, ours, 32)
    plainHashes.sha256Filled(template, texts, theirs, 32)
    return Buffer.from(ours).equals(Buffer.from(theirs))
  }
  const anyBytes = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 60 })

  it('is hashed as the same text joined piece by piece, whatever its pieces and its texts', () => {
    const anyPiece = fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).filter((text) => !text.includes(MARK_ENDING))
    fc.assert(fc.property(fc.array(fc.tuple(anyPiece, fc.nat(5)), { maxLength: 40 }), fc.array(anyBytes, { minLength: 6, maxLength: 6 }), (parts, texts) => {
      expect(same(`${parts.map(([piece, slot]) => piece + markOf(slot)).join('')}.`, texts)).toBe(true)
    }), { numRuns: 300 })
  })

  it('is hashed too when its texts are longer than that memory, alone or often', () => {
    expect(same(`a${markOf(0)}b${markOf(1)}c`, ['x'.repeat(600_000), 'y'])).toBe(true)
    expect(same(`${`a${markOf(0)}`.repeat(40)}c`, ['x'.repeat(200_000)])).toBe(true)
    expect(same(`a${markOf(0)}b${markOf(1)}c`, ['x', 'y'])).toBe(true)
  })

  it('is hashed still when more templates were met than are kept', () => {
    const texts = ['one', 'two']
    for (let n = 0; n < 40; n++) expect(same(`${n}${'z'.repeat(1_000_000)}${markOf(0)}-${markOf(1)}${n}`, texts)).toBe(true)
  })
})

describe('WebAssembly of our own', () => {
  it('is done by what its text assembles to: if this fails, run `npm run write-pairs` and commit the result', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/write-pairs.ts', '--check'], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})
