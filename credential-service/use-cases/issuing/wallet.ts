// SPDX-License-Identifier: EUPL-1.2
import { toBatch, toReceipt } from '#domain/anchoring/index.ts'
import type { Batch as Tree } from '#domain/anchoring/index.ts'
import { namesSuspension } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { Text } from '#domain/text.ts'
import { bundleText, sealBundle } from '#domain/verification/bundle.ts'
import type { Bundle } from '#domain/verification/bundle.ts'
import { ServiceError } from '../errors.ts'
import { CREDENTIALS } from '../resealing/shapes.ts'
import { instant } from './issue-credentials.ts'
import type { Batch, HeldCredential, IssuingNeeds, Kept, OnLedger } from './ports.ts'

type Needs = Pick<IssuingNeeds, 'store' | 'ledger' | 'issuers' | 'descriptions' | 'contexts' | 'renewed'>

/** The credentials of one learner, newest first. */
export const listCredentials = ({ store, descriptions }: Needs) =>
  async (learner: string): Promise<(Omit<HeldCredential, 'scenario'> & { title: Text })[]> => {
    const held = await store.heldBy(learner)
    return Promise.all(held.map(async ({ scenario, ...credential }) =>
      ({ ...credential, title: await descriptions.titleOf(scenario) })))
  }

/**
 * The file its holder keeps, as canonical JSON. It is put together from what was stored, so the same credential gives
 * the same bytes each time.
 * Refuses ERR_CREDENTIAL_UNKNOWN (none, or someone else's) and ERR_CREDENTIAL_NOT_READY (not settled on the ledger).
 */
export const readBundle = (needs: Needs) => async (learner: string, id: string): Promise<string> =>
  handedOver(needs, id, kept => kept.learner === learner)

/** The same file for whoever may have it. */
export async function handedOver(needs: Needs, id: string, mayHave: (kept: { learner: string }) => boolean): Promise<string> {
  const kept = await needs.store.kept(id)
  if (!kept || !mayHave(kept)) throw new ServiceError('ERR_CREDENTIAL_UNKNOWN', { credential: id })
  if (kept.signed === null || !kept.batch?.confirmedAt) throw new ServiceError('ERR_CREDENTIAL_NOT_READY', { credential: id })
  const parts = await evidenceOf(needs, { ...kept, batch: kept.batch })
  if (!parts) throw new ServiceError('ERR_CREDENTIAL_NOT_READY', { credential: id })
  const suspends = namesSuspension(parts.credential)
  const renewed = await needs.renewed(kept.issuer, { source: CREDENTIALS, id, place: null, list: kept.status.list, suspends })
  return bundleText(sealBundle({
    type: 'CompagnonBundle',
    version: 1,
    ...parts,
    status: {
      listCredential: JSON.parse(kept.status.text) as JsonObject,
      digest: kept.status.digest,
      fetchedAt: instant(kept.status.publishedAt),
      ...(kept.suspension && suspends ? { suspension: listOf(kept.suspension) } : {}),
    },
    contexts: { ...needs.contexts },
    ...renewed,
  }))
}

/** What is the same in every file of a credential, however often it is renewed; null while the ledger has not settled it. */
export async function evidenceOf(
  needs: Pick<Needs, 'ledger' | 'issuers'>, kept: Kept, treeOf: (batch: Batch) => Tree = ({ leaves }) => toBatch(leaves, []),
): Promise<Pick<Bundle, 'credential' | 'receipt' | 'issuer'> | null> {
  const { root, kind, account, turn } = kept.batch
  const on = await needs.ledger.anchor({ root, kind, issuer: account, turn })
  if (on.state !== 'confirmed') return null
  const [issuer, place] = [await needs.issuers.issuerNamed(kept.issuer, kept.issuedAt), await needs.ledger.place()]
  if (!issuer || !place) throw new ServiceError('ERR_NOT_READY')
  return {
    credential: JSON.parse(kept.signed) as JsonObject,
    receipt: toReceipt(treeOf(kept.batch), kept.salt, kept.digest, onLedger(kept.batch, on, place.contract)),
    issuer: { did: issuer.did, didDocument: issuer.document, accreditation: kept.batch.accreditation ?? [] },
  }
}

const listOf = ({ text, digest }: NonNullable<Kept['suspension']>) => ({ listCredential: JSON.parse(text) as JsonObject, digest })

const onLedger = (batch: Batch, on: Extract<OnLedger, { state: 'confirmed' }>, contract: string) => ({
  chainId: on.chainId,
  contract,
  issuer: batch.account,
  kind: batch.kind,
  transaction: on.transaction,
  block: on.block,
})
