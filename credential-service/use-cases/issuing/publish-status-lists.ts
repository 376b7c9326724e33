// SPDX-License-Identifier: EUPL-1.2
import { canonicalJson, digestOf } from '#domain/canonical.ts'
import { bitstringOf, packBitstring, toStatusListCredential } from '#domain/credential/index.ts'
import { eachInTurn } from './each-in-turn.ts'
import { instant } from './issue-credentials.ts'
import type { IssuingNeeds, Publication, StatusList } from './ports.ts'

type Needs = Pick<IssuingNeeds, 'ledger' | 'agent' | 'issuers' | 'statuses' | 'edge'>
type Unanchored = Publication & { issuer: string }

/**
 * Signs each list that has changed (or was never signed), then has its digest written on the ledger.
 * @throws the first failure, after every other list was served
 */
export const publishStatusLists = (needs: Needs) => async (): Promise<void> => {
  const [signed] = await Promise.allSettled([eachInTurn(await needs.statuses.lists(), list => publish(needs, list))])
  await eachInTurn(await needs.statuses.unanchored(), publication => anchor(needs, publication))
  if (signed.status === 'rejected') throw signed.reason
}

async function anchor({ ledger, issuers, statuses, edge }: Needs, { address, digest, issuer: did }: Unanchored): Promise<void> {
  const issuer = await issuers.issuerNamed(did)
  if (!issuer) return
  const on = await ledger.publishStatusList({ address, digest, issuer: issuer.account })
  if (on.state === 'confirmed') await statuses.keepAnchored(digest, edge.now())
}

async function publish({ agent, issuers, statuses, edge }: Needs, list: StatusList): Promise<void> {
  const [revoked, latest] = [await statuses.revoked(list.id), await statuses.latest(list.id)]
  if (latest && latest.revokedCount === revoked.length) return
  const issuer = await issuers.issuerNamed(list.issuer)
  if (!issuer || issuer.registeredAt === null) return
  const seconds = Math.max(Math.floor(edge.now().getTime() / 1000), issuer.registeredAt)
  const publishedAt = new Date(seconds * 1000)
  const validFrom = instant(publishedAt)
  const encodedList = await packBitstring(bitstringOf(revoked))
  const unsigned = toStatusListCredential({ address: list.address, issuer: issuer.did, validFrom, encodedList })
  const credential = await agent.sign(issuer, unsigned, validFrom)
  const publication = { list: list.id, address: list.address, digest: digestOf(credential), text: canonicalJson(credential), publishedAt }
  await statuses.keep(publication, revoked.length)
}
