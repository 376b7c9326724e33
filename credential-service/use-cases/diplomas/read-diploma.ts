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

type Needs = Pick<DiplomaNeeds, 'store' | 'ledger' | 'issuers' | 'statuses' | 'contexts' | 'hashLevel' | 'sizes'>

/**
 * The file a diploma's holder keeps, put together from what is stored: the tree is made again for one block alone.
 * Refuses ERR_CREDENTIAL_UNKNOWN (none, erased, or not for who asks) and ERR_CREDENTIAL_NOT_READY (not settled on the ledger).
 */
export const readDiploma = (needs: Needs) => async (id: string, mayHave: (session: IssuingSession) => boolean): Promise<string> => {
  const kept = await needs.store.kept(id)
  if (!kept || !mayHave(kept.session)) throw new ServiceError('ERR_CREDENTIAL_UNKNOWN', { credential: id })
  const batches = await needs.store.batches(kept.session.id)
  const batch = batches[Math.floor(kept.place / needs.sizes.batch)]
  const [signer, place] = [await needs.issuers.issuerNamed(kept.session.issuer), await needs.ledger.place()]
  if (!batch?.confirmedAt || !signer || !place) throw new ServiceError('ERR_CREDENTIAL_NOT_READY', { credential: id })
  // Known by its key: what was asked when it was anchored is not asked again.
  const on = await needs.ledger.anchorDecided({
    root: batch.root, deliberation: kept.session.deliberation ?? '', path: [], issuer: signer.account, turn: batch.turn,
  })
  if (on.state !== 'confirmed') throw new ServiceError('ERR_CREDENTIAL_NOT_READY', { credential: id })
  const { transaction, block, chainId } = on
  // The document in force when it was anchored: it has the key of that time, and the ledger says so of no later one.
  const issuer = (await needs.issuers.issuerNamed(kept.session.issuer, new Date(block.timestamp * 1000))) ?? signer
  return bundleText(sealBundle({
    type: 'CompagnonBundle',
    version: 1,
    credential: JSON.parse(kept.text) as JsonObject,
    receipt: {
      salt: toHex(kept.salt), credentialDigest: toHex(kept.digest), leaf: toHex(kept.leaf), path: await pathOf(needs, kept, batch),
      root: batch.root as Bytes32,
      ledger: { chainId, contract: place.contract, issuer: issuer.account, kind: kinds.diploma, transaction, block },
    },
    ...(batch.decision ? { deliberation: { ...batch.decision, path: pathIn(sessionTree(batches, needs.hashLevel), batch.ordinal).map(toHex) } } : {}),
    issuer: { did: issuer.did, didDocument: issuer.document, accreditation: batch.accreditation ?? [] },
    status: await statusOf(needs, kept),
    contexts: { ...needs.contexts },
  }))
}

/** From the leaf up to its block's root, then from there up to the batch's. */
async function pathOf({ store, hashLevel }: Needs, { session, leaf }: KeptDiploma, batch: DiplomaBatch): Promise<Bytes32[]> {
  const found = await store.block(session.id, batch.ordinal, leaf)
  const at = found ? placeOf(found.leaves, leaf) : -1
  if (!found || at < 0) throw new ServiceError('ERR_INTERNAL')
  return [...pathIn(toFlatTree(found.leaves, hashLevel), at), ...pathIn(toFlatTree(batch.roots, hashLevel), found.block)].map(toHex)
}

/**
 * The lists as they were when the diploma was issued, signed by the key of that time: what shows for ever that it was
 * neither revoked nor suspended then. What they have become, a verifier reads from the ledger and their address.
 */
async function statusOf({ store, statuses }: Needs, { session, place, text }: KeptDiploma): Promise<Bundle['status']> {
  const ordinal = Math.floor(place / SHORTEST_LIST)
  const list = (await store.lists(session, ordinal + 1))[ordinal]
  const [revocations, suspensions] = list ? await Promise.all([statuses.first(list.id, 'revocation'), statuses.first(list.id, 'suspension')]) : []
  if (!revocations) throw new ServiceError('ERR_NOT_READY')
  const carried = ({ text: signed, digest }: Publication) => ({ listCredential: JSON.parse(signed) as JsonObject, digest })
  return {
    ...carried(revocations), fetchedAt: instant(revocations.publishedAt),
    // One issued before there were suspensions names no such list.
    ...(suspensions && namesSuspension(JSON.parse(text) as JsonObject) ? { suspension: carried(suspensions) } : {}),
  }
}
