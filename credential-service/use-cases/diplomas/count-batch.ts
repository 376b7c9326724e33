// SPDX-License-Identifier: EUPL-1.2
import { toHex } from '#domain/anchoring/index.ts'
import { placeOf, rootOfTree, sortLeaves, toFlatTree } from '#domain/anchoring/tree.ts'
import { DomainError } from '#domain/errors.ts'
import type { AnchorFound, CountFault, CountFaultCode, CountNeeds } from './count-ports.ts'
import type { DiplomaBatch, IssuingSession } from './ports.ts'

const NODE = 32

/** How many diplomas a batch should hold, and for how many of them the ledger vouches. */
export async function countBatch(
  needs: CountNeeds, session: IssuingSession, batch: DiplomaBatch, anchor: AnchorFound | undefined,
): Promise<{ diplomas: number; anchored: number; faults: CountFault[] }> {
  const { counts, sizes } = needs
  const { ordinal, root } = batch
  const leaves = await counts.leavesOfBatch(session.id, ordinal)
  const own = await counts.leavesFound(session.id, ordinal * sizes.batch, (ordinal + 1) * sizes.batch)
  const outside: number[] = []
  for (let at = 0; at < own.length; at += NODE) if (placeOf(leaves, own.subarray(at, at + NODE)) < 0) outside.push(ordinal * sizes.batch + at / NODE)
  const faults = [
    fault('batch-broken', rootOf(leaves, needs) === root ? 0 : 1, root),
    fault('leaf-not-in-batch', outside.length, `${outside[0] ?? ''}`),
    fault('batch-unconfirmed', batch.confirmedAt === null ? 1 : 0, root),
    fault('root-not-on-ledger', anchor ? 0 : 1, root),
    fault('root-anchored-twice', anchor && anchor.times > 1 ? 1 : 0, root),
  ]
  const holds = faults.every(({ code, count }) => count === 0 || code === 'leaf-not-in-batch')
  return { diplomas: own.length / NODE, anchored: holds ? own.length / NODE - outside.length : 0, faults }
}

export const fault = (code: CountFaultCode, count: number, example = ''): CountFault => ({ code, count, example })

/** The root of these leaves as they stand; null when they are no tree: a leaf twice in, out of order, or too few. */
function rootOf(leaves: Uint8Array, { hashLevel }: CountNeeds): string | null {
  try {
    const sorted = sortLeaves(leaves)
    return sorted.every((byte, i) => byte === leaves[i]) ? toHex(rootOfTree(toFlatTree(sorted, hashLevel))) : null
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
