// SPDX-License-Identifier: EUPL-1.2
import { fromHex, paddingFor, toHex } from '#domain/anchoring/index.ts'
import { pathIn, rootOfTree, sortLeaves, toFlatTree } from '#domain/anchoring/tree.ts'
import type { FlatTree, HashLevel } from '#domain/anchoring/tree.ts'
import { eachInTurn } from '../issuing/each-in-turn.ts'
import { anchorBatch } from './anchor-batch.ts'
import type { DiplomaBatch, DiplomaNeeds, IssuingSession, NewBatch } from './ports.ts'

const NODE = 32

/**
 * Puts the diplomas of a session that is wholly issued into batches, none after `until`; once its jury has decided, has
 * each root anchored.
 * @returns whether all are confirmed
 * @throws the first failure, after every other batch was served
 */
export const anchorSession = (needs: DiplomaNeeds) => async (session: IssuingSession, until: Date | null = null): Promise<boolean> => {
  const { store, sizes, edge } = needs
  const wanted = Math.ceil(session.issued / sizes.batch)
  for (let ordinal = (await store.batches(session.id)).length; ordinal < wanted; ordinal++) {
    const leaves = await store.leaves(session.id, ordinal * sizes.batch, Math.min((ordinal + 1) * sizes.batch, session.issued))
    await store.keepBatch(session.id, makeBatch(needs, ordinal, leaves))
    // One at least: a turn that begins late still brings the session further.
    if (until !== null && ordinal + 1 < wanted && edge.now() >= until) return false
  }
  const batches = await store.batches(session.id)
  const { deliberation } = session
  if (deliberation === null) return false
  const tree = sessionTree(batches, needs.hashLevel)
  const anchor = anchorBatch(needs, { ...session, deliberation })
  await eachInTurn(batches.filter(({ confirmedAt }) => confirmedAt === null), batch => anchor(batch, pathIn(tree, batch.ordinal).map(toHex)))
  return (await store.batches(session.id)).every(({ confirmedAt }) => confirmedAt !== null)
}

/**
 * The tree over the roots of a session's batches, in their order; its root is what the jury signs. Filled up to a power
 * of two with zeros, which no ledger anchors.
 */
export function sessionTree(batches: readonly DiplomaBatch[], hashLevel: HashLevel): FlatTree {
  const roots = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(batches.length, 1))) * NODE)
  batches.forEach(({ root }, i) => roots.set(fromHex(root), i * NODE))
  return toFlatTree(roots, hashLevel)
}

/** The batch of these leaves, filled with random ones up to a power of two; a whole block at least. */
function makeBatch({ hashLevel, bytes, sizes, edge }: DiplomaNeeds, ordinal: number, leaves: Uint8Array): NewBatch {
  const count = leaves.length / NODE
  const least = Math.max(0, sizes.block - count)
  const filled = new Uint8Array((count + least + paddingFor(count + least)) * NODE)
  filled.set(leaves)
  filled.set(bytes(filled.length - leaves.length), leaves.length)
  const sorted = sortLeaves(filled)
  const tree = toFlatTree(sorted, hashLevel)
  const width = sizes.block * NODE
  const blocks = Array.from({ length: sorted.length / width }, (_, i) => sorted.subarray(i * width, (i + 1) * width))
  return {
    ordinal, blocks, leafCount: tree.leafCount, root: toHex(rootOfTree(tree)), closedAt: edge.now(),
    roots: rootsOfBlocks(tree.levels, tree.leafCount, blocks.length),
  }
}

// The level of the tree that is as wide as there are blocks; levels stand one after another, leaves first.
const rootsOfBlocks = (levels: Uint8Array, leafCount: number, blocks: number) =>
  levels.slice(2 * (leafCount - blocks) * NODE, (2 * (leafCount - blocks) + blocks) * NODE)
