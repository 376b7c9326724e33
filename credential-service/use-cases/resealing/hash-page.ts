// SPDX-License-Identifier: EUPL-1.2
import { hashDocument, hashText, renewalHashes, renewalLeaf, renewalLevel } from '#domain/anchoring/index.ts'
import type { Hash } from '#domain/anchoring/index.ts'
import { rootOfTree, toFlatTree } from '#domain/anchoring/tree.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { ServiceError } from '../errors.ts'
import type { Evidence, NewBlock, Page, Renewing, ResealingNeeds } from './ports.ts'
import { renewalReader, statusThen } from './renewed.ts'

const NODE = 32
/** So that the size of a small block says little. */
const LEAST = 8

/** How many leaves a block has: up to the next power of two. */
export const widthFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(count, LEAST)))

/** The hash of this name: that of now as the service has it, an earlier one as the domain does. */
export function hashNamed({ hash }: Pick<ResealingNeeds, 'hash'>, name: string): Hash {
  const found = name === hash.name ? hash.of : renewalHashes[name]
  if (found === undefined) throw new ServiceError('ERR_INTERNAL', { hash: name })
  return found
}

/** The leaves of a page, filled up with random ones, and their root; with how many credentials are in it. */
export async function hashPage(needs: ResealingNeeds, renewing: Renewing, page: Page): Promise<{ block: NewBlock; count: number }> {
  const hash = hashNamed(needs, renewing.hash)
  const found = await leavesOf(needs, renewing, page, hash)
  const leaves = Uint8Array.from(needs.bytes(widthFor(page.whose.length) * NODE))
  for (const [i, leaf] of found.entries()) if (leaf !== null) leaves.set(leaf, i * NODE)
  const root = rootOfTree(toFlatTree(leaves, renewalLevel(hash)))
  const keys = page.first === null ? page.whose.map(({ id }) => id) : null
  return { block: { source: page.source, first: page.first, count: page.whose.length, keys, leaves, root }, count: found.filter(leaf => leaf !== null).length }
}

/** Each credential hashed with its lists and its renewal before; null for what was erased. */
async function leavesOf(needs: ResealingNeeds, renewing: Renewing, page: Page, hash: Hash): Promise<(Uint8Array | null)[]> {
  const before = await renewalReader(needs)(renewing.issuer, page.evidence, 'last')
  const once = hashedOnce(hash)
  const statusOf = (one: Evidence) => once(`status ${one.list} ${one.suspends}`, () => statusThen(needs, renewing.id, one))
  const contextsOf = (digest: Renewing['contexts']) => once(`contexts ${digest}`, () => needs.renewals.document(digest))
  const leaves: (Uint8Array | null)[] = []
  for (const [i, one] of page.evidence.entries()) {
    const earlier = before[i] ?? null
    if (one === null) {
      leaves.push(null)
      continue
    }
    const status = await statusOf(one)
    // Left out without a word, it would not be sealed again this year.
    if (status === null) throw new ServiceError('ERR_NOT_READY')
    leaves.push(renewalLeaf(hash, {
      salt: one.receipt.salt,
      // Canonical already: these are its very bytes.
      credential: hashText(hash, one.text),
      receipt: hashDocument(hash, one.receipt),
      deliberation: one.deliberation === null ? null : hashDocument(hash, one.deliberation),
      issuer: (await once(canonicalJson(one.issuerPart), async () => one.issuerPart))!,
      contexts: (await contextsOf(earlier?.contexts ?? renewing.contexts))!,
      status,
      previous: earlier ? hashDocument(hash, earlier.renewals[0]) : null,
    }))
  }
  return leaves
}

/** What many of a page share is read and hashed once; null where there is none. */
function hashedOnce(hash: Hash) {
  const known = new Map<string, Uint8Array | null>()
  return async (name: string, read: () => Promise<unknown>): Promise<Uint8Array | null> => {
    const found = known.get(name)
    if (found !== undefined) return found
    const document = await read()
    const made = document === null ? null : hashDocument(hash, document)
    known.set(name, made)
    return made
  }
}
