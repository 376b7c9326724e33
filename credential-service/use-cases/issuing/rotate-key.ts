// SPDX-License-Identifier: EUPL-1.2
import { digestOf } from '#domain/canonical.ts'
import { keyAddress, multikeysOf, toDidDocument } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import type { Issuer, IssuerDocument, IssuingNeeds } from './ports.ts'

type Needs = Pick<IssuingNeeds, 'ledger' | 'agent' | 'issuers'>

/**
 * Gives a school a new signing key. The new DID document names it first and keeps the earlier ones, so that what they
 * signed still verifies anywhere; the new key signs once the ledger has the document. Safe to ask again at any point: a
 * rotation under way goes on with the key it drew.
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
  const publicKeys = [multikey, ...multikeysOf(current)]
  const document = toDidDocument({ did, publicKeys, chainId: await ledger.chainId(), account })
  return issuers.keepNextDocument(did, {
    document, digest: digestOf(document), signingKid: kid, verificationMethod: keyAddress(did, multikey),
  })
}
