// SPDX-License-Identifier: EUPL-1.2
import { digestOf } from '#domain/canonical.ts'
import { fromMultikey, keyAddress, multikeysOf, toDidDocument } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import type { Issuer, IssuerDocument, IssuingNeeds } from './ports.ts'

type Needs = Pick<IssuingNeeds, 'ledger' | 'agent' | 'issuers'>

/**
 * Gives a school a new signing key, and a new P-256 key for the other forms. The new DID document names them before the
 * earlier ones, which it keeps, so that what those signed still verifies anywhere; the new keys sign once the ledger has
 * the document. Safe to ask again at any point: a rotation under way goes on with the keys it drew.
 * Refuses ERR_SCHOOL_UNKNOWN, and ERR_NOT_READY when the school is not on the ledger yet.
 * @returns the document in force, or null while the ledger has not settled it
 */
export const rotateKey = (needs: Needs) => async (slug: string): Promise<IssuerDocument | null> => {
  const { ledger, issuers } = needs
  const school = await issuers.schoolOfSlug(slug)
  const issuer = school && (await issuers.issuerOf(school.id))
  if (!issuer) throw new ServiceError('ERR_SCHOOL_UNKNOWN', { school: slug })
  if (issuer.registeredAt === null) throw new ServiceError('ERR_NOT_READY')
  const next = (await issuers.nextDocument(issuer.did)) ?? (await drawNext(needs, issuer))
  const at = await ledger.recordDocument({ did: issuer.did, documentDigest: next.digest, issuer: issuer.account })
  if (at === null) return null
  await issuers.adoptDocument(issuer.did, next.digest, at)
  return next
}

async function drawNext({ ledger, agent, issuers }: Needs, { did, account, document: current }: Issuer): Promise<IssuerDocument> {
  const { kid, multikey } = await agent.newSigningKey()
  const formsKey = await agent.newFormsKey()
  const earlier = multikeysOf(current)
  const isSigning = (key: string) => fromMultikey(key) !== null
  // Of each kind the first is the one in use.
  const publicKeys = [multikey, ...earlier.filter(isSigning), formsKey, ...earlier.filter(key => !isSigning(key))]
  const document = toDidDocument({ did, publicKeys, chainId: await ledger.chainId(), account })
  return issuers.keepNextDocument(did, {
    document, digest: digestOf(document), signingKid: kid, verificationMethod: keyAddress(did, multikey),
  })
}
