// SPDX-License-Identifier: EUPL-1.2
import { canonicalJson, digestOf } from '#domain/canonical.ts'
import { bitstringOf, packBitstring, toStatusListCredential } from '#domain/credential/index.ts'
import { instant } from './issue-credentials.ts'
import type { IssuingNeeds, StatusList } from './ports.ts'

type Needs = Pick<IssuingNeeds, 'ledger' | 'agent' | 'issuers' | 'statuses' | 'edge'>

/** Signs each list that has changed (or was never signed), then has its digest written on the ledger. */
export const publishStatusLists = (needs: Needs) => async (): Promise<void> => {
  for (const list of await needs.statuses.lists()) await publish(needs, list)
  for (const publication of await needs.statuses.unanchored()) {
    const issuer = await needs.issuers.issuerNamed(publication.issuer)
    if (!issuer) continue
    const { address, digest } = publication
    const on = await needs.ledger.publishStatusList({ address, digest, issuer: issuer.account })
    if (on.state === 'confirmed') await needs.statuses.keepAnchored(digest, needs.edge.now())
  }
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
