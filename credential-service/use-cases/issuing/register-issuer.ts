// SPDX-License-Identifier: EUPL-1.2
import { digestOf } from '#domain/canonical.ts'
import { keyAddress, toDidDocument } from '#domain/credential/index.ts'
import type { Issuer, IssuingNeeds, School } from './ports.ts'

type Needs = Pick<IssuingNeeds, 'origin' | 'ledger' | 'agent' | 'issuers' | 'statuses'>

/** The did:web of a school or an academy under an origin (did:web method §3.1: the port's colon is percent-encoded). */
export const didOf = (origin: string, slug: string, kind: School['kind'] = 'school') =>
  `did:web:${encodeURIComponent(new URL(origin).host)}:${kind === 'academy' ? 'academies' : 'schools'}:${slug}`

/**
 * The school or academy as issuer: its keys, its DID and its account, made once; then its accreditation and DID document seen on
 * the ledger. Safe to ask again at any point; `registeredAt` stays null while the ledger has not settled it.
 */
export const registerIssuer = (needs: Needs) => async (school: School): Promise<Issuer> => {
  const issuer = (await needs.issuers.issuerOf(school.id)) ?? (await make(needs, school))
  if (issuer.registeredAt !== null) return issuer
  await needs.agent.adopt(issuer)
  const { did, documentDigest } = issuer
  const at = await needs.ledger.register({ school, did, documentDigest })
  if (at === null) return issuer
  await needs.issuers.keepRegistered(did, at)
  await needs.statuses.currentList(did)
  return { ...issuer, registeredAt: at }
}

async function make({ origin, ledger, agent, issuers }: Needs, school: School): Promise<Issuer> {
  const did = didOf(origin, school.slug, school.kind)
  const [chainId, account] = [await ledger.chainId(), await ledger.accountOf(school)]
  const [key, formsKey] = [await agent.newSigningKey(), await agent.newFormsKey()]
  const document = toDidDocument({ did, publicKeys: [key.multikey, formsKey], chainId, account })
  return issuers.keep({
    did, school, account, document,
    signingKid: key.kid,
    verificationMethod: keyAddress(did, key.multikey),
    documentDigest: digestOf(document),
    registeredAt: null, closesAt: null, successor: null,
  })
}
