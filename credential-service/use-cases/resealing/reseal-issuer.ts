// SPDX-License-Identifier: EUPL-1.2
import { anchoredRootOf, renewalLevel, signedPartOf, toHex } from '#domain/anchoring/index.ts'
import type { RenewalRecord } from '#domain/anchoring/index.ts'
import { rootOfTree, toFlatTree } from '#domain/anchoring/tree.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { RENEWAL_KIND } from '#domain/credential/index.ts'
import { toBase58 } from '#domain/credential/multibase.ts'
import { ServiceError } from '../errors.ts'
import { speakerFor } from '../issuing/succeed-issuer.ts'
import { hashNamed, hashPage, widthFor } from './hash-page.ts'
import type { Renewing, ResealingNeeds } from './ports.ts'
import { CREDENTIALS } from './shapes.ts'

const NODE = 32

/**
 * One step of an issuer's renewal of a year: a block is hashed, or the whole signed, or its root anchored. Nothing is
 * kept in memory between two steps, so whoever comes next goes on from what is stored; once done, a year is done.
 */
export const resealIssuer = (needs: ResealingNeeds) => async (issuer: string, year: number, archivist: string): Promise<Renewing> => {
  const { renewals, contexts, edge, hash } = needs
  const renewing = await renewals.ofYear(issuer, year) ?? await renewals.open({
    id: edge.uuid(), issuer, year, hash: hash.name, openedAt: edge.now(), cursor: { source: CREDENTIALS, after: null }, contexts: canonicalJson(contexts),
  })
  if (renewing.state === 'hashing') await (renewing.cursor === null ? sign(needs, renewing, archivist) : hashOn(needs, renewing))
  if (renewing.state === 'signed') await anchor(needs, renewing)
  return await renewals.ofYear(issuer, year) ?? renewing
}

async function hashOn(needs: ResealingNeeds, renewing: Renewing): Promise<void> {
  const { issuer, openedAt, cursor } = renewing
  if (cursor === null) return
  const page = await needs.pages.page(issuer, openedAt, cursor)
  const made = page.whose.length === 0 ? { block: null, count: 0 } : await hashPage(needs, renewing, page)
  await needs.renewals.keepBlock(renewing, made.block, made.count, page.next)
}

/** The tree over the roots of its blocks, and the record of it under the key of whoever speaks for the issuer now. */
async function sign(needs: ResealingNeeds, renewing: Renewing, archivist: string): Promise<void> {
  const { renewals, agent, bytes } = needs
  const found = await renewals.rootsOf(renewing.id)
  if (found.length === 0) return renewals.keepNothing(renewing.id)
  const speaker = await speakerFor(needs, renewing.issuer)
  if (!speaker || speaker.registeredAt === null) throw new ServiceError('ERR_NOT_READY')
  const hash = hashNamed(needs, renewing.hash)
  // One at least is random, so that a root that another account anchored first is never signed again.
  const roots = Uint8Array.from(bytes(widthFor(found.length / NODE + 1) * NODE))
  roots.set(found)
  const { issuer, year } = renewing
  const unsigned: Omit<RenewalRecord, 'signature'> = {
    type: 'CompagnonRenewal', version: 1, issuer, year, hash: renewing.hash,
    root: toHex(rootOfTree(toFlatTree(roots, renewalLevel(hash)))), verificationMethod: speaker.verificationMethod,
  }
  const record = { ...unsigned, signature: toBase58(await agent.signBytes(speaker, signedPartOf(unsigned))) }
  await renewals.keepSigned(renewing.id, { record, signer: canonicalJson(speaker.document), roots, root: anchoredRootOf(hash, record), account: archivist })
}

async function anchor({ renewals, ledger, edge }: ResealingNeeds, { id, root, account, turn }: Renewing): Promise<void> {
  if (root === null || account === null) return
  const on = await ledger.anchor({ root, kind: RENEWAL_KIND, issuer: account, turn })
  if (on.state === 'reverted') return renewals.nextTurn(id)
  if (on.state === 'taken') return renewals.signAgain(id, root)
  if (on.state === 'confirmed') await renewals.keepConfirmed(id, edge.now())
}
