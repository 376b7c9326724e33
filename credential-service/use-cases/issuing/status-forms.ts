// SPDX-License-Identifier: EUPL-1.2
import { canonicalJson, digestOf, digestOfText } from '#domain/canonical.ts'
import {
  addressOfForm, bitstringOf, jwsInput, jwsOf, packBitstring, packTokenList, toStatusListCredential, toStatusListToken,
} from '#domain/credential/index.ts'
import type { JsonObject, Standing } from '#domain/credential/index.ts'
import { instant } from './issue-credentials.ts'
import type { Agent, Issuer, Publication, StatusList, StatusStore } from './ports.ts'

/** A published list ends after thirty days, so that an old copy cannot be shown for ever; it is made anew at half of it. */
export const LIFE_MS = 30 * 24 * 3600 * 1000

type Needs = { agent: Agent; statuses: Pick<StatusStore, 'latest'> }
type Content = { list: StatusList; issuer: Issuer; standing: Standing; publishedAt: Date }

/**
 * One state of a list in its forms, signed by its issuer: they say the same, since they are made of the same. A Bitstring
 * list that would say what its last one says, under the same key, is not signed again: it has no end, and each new one
 * costs a transaction.
 */
export async function formsOf(needs: Needs, content: Content): Promise<Publication[]> {
  const made = [await bitstringList(needs, content, 'revocation'), await bitstringList(needs, content, 'suspension')]
  return [...made.filter(publication => publication !== null), await tokenList(needs, content)]
}

async function bitstringList(
  { agent, statuses }: Needs, { list, issuer, standing, publishedAt }: Content, form: 'revocation' | 'suspension',
): Promise<Publication | null> {
  const address = addressOfForm(list.address, form)
  const validFrom = instant(publishedAt)
  const encodedList = await packBitstring(bitstringOf(form === 'revocation' ? standing.revoked : standing.suspended))
  const last = await statuses.latest(list.id, form)
  if (last && saysAlready(last.text, encodedList, issuer)) return null
  const unsigned = toStatusListCredential({ address, issuer: issuer.did, validFrom, encodedList, purpose: form })
  const credential = await agent.sign(issuer, unsigned, validFrom)
  return { list: list.id, form, address, digest: digestOf(credential), text: canonicalJson(credential), publishedAt }
}

function saysAlready(text: string, encodedList: string, { verificationMethod }: Issuer): boolean {
  const { credentialSubject, proof } = JSON.parse(text) as { credentialSubject: JsonObject; proof: JsonObject }
  return credentialSubject.encodedList === encodedList && proof.verificationMethod === verificationMethod
}

async function tokenList({ agent }: Needs, { list, issuer, standing, publishedAt }: Content): Promise<Publication> {
  const address = addressOfForm(list.address, 'token')
  const issuedAt = Math.floor(publishedAt.getTime() / 1000)
  const { header, claims } = toStatusListToken({
    address, issuer: issuer.did, verificationMethod: issuer.verificationMethod, issuedAt, expiresAt: issuedAt + LIFE_MS / 1000,
    lst: await packTokenList(standing),
  })
  const input = jwsInput(header, claims)
  const text = jwsOf(input, await agent.signBytes(issuer, new TextEncoder().encode(input)))
  return { list: list.id, form: 'token', address, digest: digestOfText(text), text, publishedAt }
}
