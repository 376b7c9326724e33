// SPDX-License-Identifier: EUPL-1.2
import { toHex } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { pathIn, placeOf, toFlatTree } from '#domain/anchoring/tree.ts'
import { kinds, namesSuspension, SHORTEST_LIST } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { bundleText, sealBundle } from '#domain/verification/bundle.ts'
import type { Bundle } from '#domain/verification/bundle.ts'
import { ServiceError } from '../errors.ts'
import { sessionTree } from './anchor-session.ts'
import { instant } from '../issuing/issue-credentials.ts'
import type { Publication } from '../issuing/ports.ts'
import type { DiplomaBatch, DiplomaNeeds, IssuingSession, KeptDiploma } from './ports.ts'

type Needs = Pick<DiplomaNeeds, 'store' | 'ledger' | 'issuers' | 'statuses' | 'contexts' | 'renewed' | 'hashLevel' | 'sizes'>

/**
 * The file a diploma's holder keeps, put together from what is stored: the tree is made again for one block alone.
 * Refuses ERR_CREDENTIAL_UNKNOWN (none, erased, or not for who asks) and ERR_CREDENTIAL_NOT_READY (not settled on the ledger).
 */
export const readDiploma = (needs: Needs) => async (id: string, mayHave: (session: IssuingSession) => boolean): Promise<string> => {
  const kept = await needs.store.kept(id)
  if (!kept || !mayHave(kept.session)) throw new ServiceError('ERR_CREDENTIAL_UNKNOWN', { credential: id })
  const { session, place } = kept
  const batches = await needs.store.batches(session.id)
  const batch = batches[Math.floor(place / needs.sizes.batch)]
  const parts = batch ? await diplomaEvidence(needs, session, batches, batch)(kept, await placeInBatch(needs, kept, batch)) : null
  if (!parts) throw new ServiceError('ERR_CREDENTIAL_NOT_READY', { credential: id })
  const { list, status } = await statusOf(needs, kept)
  const renewed = await needs.renewed(session.issuer, { source: session.id, id, place, list, suspends: namesSuspension(parts.credential) })
  return bundleText(sealBundle({ type: 'CompagnonBundle', version: 1, ...parts, status, contexts: { ...needs.contexts }, ...renewed }))
}

/** Where a leaf is among the sorted leaves of its batch, and its siblings up to the root. */
export type InBatch = { place: number; path: Uint8Array[] }
type DiplomaParts = Pick<Bundle, 'credential' | 'receipt' | 'deliberation' | 'issuer'>
type Leaf = Pick<KeptDiploma, 'text' | 'digest' | 'leaf' | 'salt'>

/**
 * What is the same in every file of the diplomas of a batch, however often they are renewed; null while the ledger has
 * not settled it. The document is the one in force when it was anchored: it has the key of that time, and the ledger says
 * so of no later one.
 */
export function diplomaEvidence({ ledger, issuers, hashLevel }: Pick<Needs, 'ledger' | 'issuers' | 'hashLevel'>, session: IssuingSession, batches: readonly DiplomaBatch[], batch: DiplomaBatch) {
  // Asked once for all the diplomas of the batch.
  const asked = Promise.all([issuers.issuerNamed(session.issuer), ledger.place()])
  const anchors = new Map<string, ReturnType<typeof anchorOf>>()
  // Known by its key: what was asked when it was anchored is not asked again.
  const anchorOf = async (account: string, root: string, turn: number) => {
    const on = await ledger.anchorDecided({ root, deliberation: session.deliberation ?? '', path: [], issuer: account, turn })
    return on.state === 'confirmed' ? { ...on, then: await issuers.issuerNamed(session.issuer, new Date(on.block.timestamp * 1000)) } : null
  }
  const above = pathIn(sessionTree(batches, hashLevel), batch.ordinal)
  return async ({ text, digest, leaf, salt }: Leaf, within: InBatch): Promise<DiplomaParts | null> => {
    const [signer, at] = await asked
    if (!batch.confirmedAt || !signer || !at) return null
    const { root, turn, path, beyond } = anchoredOver(batch, within)
    const asking = anchors.get(root) ?? anchorOf(signer.account, root, turn)
    anchors.set(root, asking)
    const on = await asking
    if (on === null) return null
    const { transaction, block, chainId } = on
    const issuer = on.then ?? signer
    return {
      credential: JSON.parse(text) as JsonObject,
      receipt: {
        salt: toHex(salt), credentialDigest: toHex(digest), leaf: toHex(leaf), path: path.map(toHex), root: root as Bytes32,
        ledger: { chainId, contract: at.contract, issuer: issuer.account, kind: kinds.diploma, transaction, block },
      },
      ...(batch.decision ? { deliberation: { ...batch.decision, path: [...beyond, ...above].map(toHex) } } : {}),
      issuer: { did: issuer.did, didDocument: issuer.document, accreditation: batch.accreditation ?? [] },
    }
  }
}

/** What was anchored over a leaf: the batch's root or, where that was taken, a node under it; the path up to it, and beyond. */
function anchoredOver(batch: DiplomaBatch, { place, path }: InBatch): { root: string; turn: number; path: Uint8Array[]; beyond: Uint8Array[] } {
  const part = batch.parts.find(({ level, place: its }) => place >> (path.length - level) === its)
  const { root, turn, level } = part ?? { ...batch, level: 0 }
  return { root, turn, path: path.slice(0, path.length - level), beyond: path.slice(path.length - level) }
}

/** From the leaf up to its block's root, then from there up to the batch's. */
async function placeInBatch({ store, hashLevel }: Needs, { session, leaf }: KeptDiploma, batch: DiplomaBatch): Promise<InBatch> {
  const found = await store.block(session.id, batch.ordinal, leaf)
  const at = found ? placeOf(found.leaves, leaf) : -1
  if (!found || at < 0) throw new ServiceError('ERR_INTERNAL')
  const path = [...pathIn(toFlatTree(found.leaves, hashLevel), at), ...pathIn(toFlatTree(batch.roots, hashLevel), found.block)]
  return { place: found.block * (found.leaves.length / 32) + at, path }
}

/**
 * The lists as they were when the diploma was issued, signed by the key of that time: what shows for ever that it was
 * neither revoked nor suspended then. What they have become, a verifier reads from the ledger and their address.
 */
async function statusOf({ store, statuses }: Needs, { session, place, text }: KeptDiploma): Promise<{ list: string; status: Bundle['status'] }> {
  const ordinal = Math.floor(place / SHORTEST_LIST)
  const list = (await store.lists(session, ordinal + 1))[ordinal]
  const [revocations, suspensions] = list ? await Promise.all([statuses.first(list.id, 'revocation'), statuses.first(list.id, 'suspension')]) : []
  if (!list || !revocations) throw new ServiceError('ERR_NOT_READY')
  const carried = ({ text: signed, digest }: Publication) => ({ listCredential: JSON.parse(signed) as JsonObject, digest })
  const status = {
    ...carried(revocations), fetchedAt: instant(revocations.publishedAt),
    // One issued before there were suspensions names no such list.
    ...(suspensions && namesSuspension(JSON.parse(text) as JsonObject) ? { suspension: carried(suspensions) } : {}),
  }
  return { list: list.id, status }
}
