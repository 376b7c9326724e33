// SPDX-License-Identifier: EUPL-1.2
import { SimpleMerkleTree, StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { ZeroAddress } from 'ethers'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLedger } from '#contracts/scripts/simulated.ts'
import type { SimulatedLedger } from '#contracts/scripts/simulated.ts'
import { leafOf, paddingFor, rootOf, toBatch } from '#domain/anchoring/index.ts'

const COMPETENCE = 1
const RUNS = 40

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
  .map(bytes => `0x${Buffer.from(bytes).toString('hex')}`)
const credential = fc.tuple(bytes32, bytes32)
const batch = fc.uniqueArray(credential, { minLength: 2, maxLength: 33, selector: ([salt]) => salt })

/** The same hexadecimal text with one bit turned. */
const spoilt = (hex: string) => `0x${(BigInt(hex) ^ 1n).toString(16).padStart(64, '0')}`

describe('The contract, the domain and OpenZeppelin compute the same leaf, root and proof', () => {
  let ledger: SimulatedLedger
  const isAnchored = (root: string, salt: string, digest: string, path: string[]) =>
    ledger.ask('isAnchored', root, salt, digest, path)
  // Chance may draw the same batch twice, and a shrinking run does.
  const anchorOnce = async (root: string) => {
    const { issuer } = await ledger.ask('anchorOf', root)
    if (issuer === ZeroAddress) await ledger.send(ledger.school, 'anchor', root, COMPETENCE)
  }

  beforeAll(async () => {
    ledger = await openLedger()
    await ledger.send(ledger.ministry, 'accredit', ledger.school.address, COMPETENCE, 0, 2 ** 47, false)
  })
  afterAll(() => ledger.close())

  it('accepts every proof that OpenZeppelin makes, whatever the number of credentials', async () => {
    await fc.assert(fc.asyncProperty(batch, async credentials => {
      const tree = StandardMerkleTree.of(credentials, ['bytes32', 'bytes32'])
      await anchorOnce(tree.root)
      for (const [place, [salt, digest]] of tree.entries()) {
        const path = tree.getProof(place)
        expect(await isAnchored(tree.root, salt, digest, path)).toBe(true)
        expect(leafOf(salt, digest)).toBe(tree.leafHash([salt, digest]))
        expect(rootOf(leafOf(salt, digest), path)).toBe(tree.root)
      }
    }), { numRuns: RUNS })
  })

  it('accepts every path of a padded batch of ours, and OpenZeppelin finds the same root', async () => {
    await fc.assert(fc.asyncProperty(batch, fc.infiniteStream(bytes32), async (credentials, random) => {
      const leaves = credentials.map(([salt, digest]) => leafOf(salt, digest))
      const padding = [...random.take(paddingFor(leaves.length))]
      fc.pre(new Set([...leaves, ...padding]).size === leaves.length + padding.length)
      const ours = toBatch(leaves, padding)
      expect(ours.root).toBe(SimpleMerkleTree.of([...leaves, ...padding]).root)
      await anchorOnce(ours.root)
      for (const [salt, digest] of credentials) {
        expect(await isAnchored(ours.root, salt, digest, ours.pathOf(leafOf(salt, digest)))).toBe(true)
      }
    }), { numRuns: RUNS })
  })

  it('refuses a proof with one bit turned anywhere, and a path cut or lengthened', async () => {
    await fc.assert(fc.asyncProperty(batch, fc.nat(), async (credentials, pick) => {
      const tree = StandardMerkleTree.of(credentials, ['bytes32', 'bytes32'])
      await anchorOnce(tree.root)
      const place = pick % credentials.length
      const [salt, digest] = tree.at(place) ?? ['', '']
      const path = tree.getProof(place)
      const step = pick % path.length
      const bad: [string, string, string, string[]][] = [
        [spoilt(tree.root), salt, digest, path],
        [tree.root, spoilt(salt), digest, path],
        [tree.root, salt, spoilt(digest), path],
        [tree.root, digest, salt, path],
        [tree.root, salt, digest, path.with(step, spoilt(path[step] ?? ''))],
        [tree.root, salt, digest, path.slice(1)],
        [tree.root, salt, digest, [...path, tree.root]],
      ]
      for (const attempt of bad) expect(await isAnchored(...attempt)).toBe(false)
    }), { numRuns: RUNS })
  })

  it('refuses the children of an inner node given as salt and digest', async () => {
    await fc.assert(fc.asyncProperty(batch, async credentials => {
      const tree = StandardMerkleTree.of(credentials, ['bytes32', 'bytes32'])
      await anchorOnce(tree.root)
      const nodes = tree.dump().tree
      const [left = '', right = ''] = nodes.slice(1, 3)
      expect(await isAnchored(tree.root, left, right, [])).toBe(false)
      expect(await isAnchored(tree.root, right, left, [])).toBe(false)
    }), { numRuns: RUNS })
  })

  it('says no for a root that nobody anchored, even with a right proof', async () => {
    const tree = StandardMerkleTree.of([[`0x${'11'.repeat(32)}`, `0x${'22'.repeat(32)}`]], ['bytes32', 'bytes32'])
    expect(await isAnchored(tree.root, `0x${'11'.repeat(32)}`, `0x${'22'.repeat(32)}`, [])).toBe(false)
    await anchorOnce(tree.root)
    expect(await isAnchored(tree.root, `0x${'11'.repeat(32)}`, `0x${'22'.repeat(32)}`, [])).toBe(true)
  })
})
