// SPDX-License-Identifier: EUPL-1.2
import { hashDocument, renewalHashes, renewalLevel, toHex } from '#domain/anchoring/index.ts'
import type { Hash, Renewal } from '#domain/anchoring/index.ts'
import { pathIn, toFlatTree } from '#domain/anchoring/tree.ts'
import type { FlatTree } from '#domain/anchoring/tree.ts'
import { RENEWAL_KIND } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { Bundle } from '#domain/verification/bundle.ts'
import { ServiceError } from '../errors.ts'
import { instant } from '../issuing/issue-credentials.ts'
import type { KeptBlock, Named, RenewedFile, Renewing, ResealingNeeds, Whose } from './ports.ts'

type Needs = Pick<ResealingNeeds, 'renewals' | 'ledger'>

const known = (name: string): Hash => {
  const hash = renewalHashes[name]
  if (hash === undefined) throw new ServiceError('ERR_INTERNAL', { hash: name })
  return hash
}

/** The lists of a credential as a holder's file carries them. */
export async function statusThen({ renewals }: Pick<Needs, 'renewals'>, renewal: string, { list, suspends }: Pick<Named, 'list' | 'suspends'>): Promise<Bundle['status'] | null> {
  const then = await renewals.listsThen(renewal, list)
  if (then === null) return null
  const part = ({ text, digest }: { text: string; digest: Bundle['status']['digest'] }) => ({ listCredential: JSON.parse(text) as JsonObject, digest })
  return {
    ...part(then.revocation), fetchedAt: instant(then.revocation.publishedAt),
    ...(suspends && then.suspension ? { suspension: part(then.suspension) } : {}),
  }
}

/**
 * The renewals of credentials of one source, as their files carry them, oldest first. What several share (trees, lists,
 * documents) is made once for all that one such reader is asked.
 */
export function renewalReader(needs: Needs) {
  const trees = new Map<string, FlatTree>()
  const shared = new Map<string, Promise<unknown>>()
  const once = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    if (!shared.has(name)) shared.set(name, make())
    return shared.get(name) as Promise<T>
  }
  const treeOver = (name: string, leaves: Uint8Array, hash: Hash) => {
    const tree = trees.get(name) ?? toFlatTree(leaves, renewalLevel(hash))
    // Blocks are asked for in their order: those of before are not needed again.
    if (trees.size > 16) trees.clear()
    trees.set(name, tree)
    return tree
  }
  const one = async (renewing: Renewing, block: KeptBlock, named: Named): Promise<Renewal> => {
    const { record, signer, roots } = renewing
    if (record === null || signer === null || roots === null) throw new ServiceError('ERR_INTERNAL')
    const hash = known(record.hash)
    const below = pathIn(treeOver(`${block.renewal} ${block.block}`, block.leaves, hash), placeIn(block, named))
    const above = pathIn(treeOver(block.renewal, roots, hash), block.block)
    const status = await once(`${renewing.id} ${named.list} ${named.suspends}`, async () => toHex(hashDocument(hash, await statusThen(needs, renewing.id, named))))
    const didDocument = await once(signer, () => needs.renewals.document(signer))
    return {
      record, signer: { did: String(didDocument.id), didDocument }, status, path: [...below, ...above].map(toHex),
      ledger: await once(`ledger ${renewing.id}`, () => anchorOf(needs, renewing)),
    }
  }
  /** Of each, all its renewals, or the last one; null for one that never was. */
  return async (issuer: string, named: readonly (Named | null)[], which: 'all' | 'last'): Promise<(Earlier | null)[]> => {
    const renewings = await once(`of ${issuer}`, () => needs.renewals.confirmed(issuer))
    if (renewings.length === 0) return named.map(() => null)
    const blocks = await needs.renewals.blocksOver(named.filter(whose => whose !== null))
    return Promise.all(named.map(async whose => {
      if (whose === null) return null
      const found = renewings.flatMap(renewing => {
        const block = blocks.find(kept => kept.renewal === renewing.id && placeIn(kept, whose) >= 0)
        return block ? [{ renewing, block }] : []
      })
      const [first, last] = [found[0], found.at(-1)]
      if (!first || !last) return null
      const made: Renewal[] = []
      for (const { renewing, block } of which === 'all' ? found : [last]) made.push(await one(renewing, block, whose))
      return { renewals: made, contexts: first.renewing.contexts, last: last.renewing.id }
    }))
  }
}

/** Renewals of one credential; the contexts of its first, which all later ones cover; and the row of the last. */
type Earlier = { renewals: Renewal[]; contexts: Renewing['contexts']; last: string }

/** Where the leaf of a credential is in a block, or -1. */
function placeIn({ keys, first, count }: KeptBlock, { id, place }: Whose): number {
  if (keys !== null || first === null || place === null) return keys?.indexOf(id) ?? -1
  return place >= first && place < first + count ? place - first : -1
}

/** Known by its key: what was asked when it was anchored is not asked again. */
async function anchorOf({ ledger }: Needs, { root, account, turn }: Renewing): Promise<Renewal['ledger']> {
  const place = await ledger.place()
  const on = root === null || account === null ? null : await ledger.anchor({ root, kind: RENEWAL_KIND, issuer: account, turn })
  if (on?.state !== 'confirmed' || !place || account === null) throw new ServiceError('ERR_CREDENTIAL_NOT_READY')
  return { chainId: on.chainId, contract: place.contract, issuer: account, kind: RENEWAL_KIND, transaction: on.transaction, block: on.block }
}

/** What renewals change in a holder's file: its lists are those of the last one, its contexts those of the first. */
export const renewedFile = (needs: Needs): RenewedFile => async (issuer, named) => {
  const [earlier] = await renewalReader(needs)(issuer, [named], 'all')
  if (!earlier) return null
  const status = await statusThen(needs, earlier.last, named)
  if (!status) throw new ServiceError('ERR_INTERNAL')
  return { version: 2, status, contexts: await needs.renewals.document(earlier.contexts) as Bundle['contexts'], renewals: earlier.renewals }
}
