// SPDX-License-Identifier: EUPL-1.2
import { eachInTurn } from './each-in-turn.ts'
import type { Edition, IssuingNeeds, Publication, StatusList } from './ports.ts'
import { formsOf, LIFE_MS } from './status-forms.ts'
import { speakerFor } from './succeed-issuer.ts'

type Needs = Pick<IssuingNeeds, 'ledger' | 'agent' | 'issuers' | 'statuses' | 'edge'>
type Unanchored = Publication & { issuer: string }

/**
 * Signs each list that has changed, was never signed or will end, in every form that says something new; then has the digests written on
 * the ledger. A closed issuer's lists are signed and published by its successor.
 * @throws the first failure, after every other list was served
 */
export const publishStatusLists = (needs: Needs) => async (): Promise<void> => {
  const [signed] = await Promise.allSettled([eachInTurn(await needs.statuses.lists(), list => publish(needs, list))])
  await eachInTurn(await needs.statuses.unanchored(), publication => anchor(needs, publication))
  if (signed.status === 'rejected') throw signed.reason
}

async function anchor({ ledger, issuers, statuses, edge }: Needs, { address, digest, issuer: did }: Unanchored): Promise<void> {
  const issuer = await speakerFor({ issuers }, did)
  if (!issuer) return
  const on = await ledger.publishStatusList({ address, digest, issuer: issuer.account })
  if (on.state === 'confirmed') await statuses.keepAnchored(digest, edge.now())
}

/** A list that ends before this date is to be published again. */
export const renewalAt = (now: Date) => new Date(now.getTime() + LIFE_MS / 2)

async function publish(needs: Needs, list: StatusList): Promise<void> {
  const { issuers, statuses, edge } = needs
  const [standing, last] = [await statuses.standing(list.id), await statuses.edition(list.id)]
  const now = edge.now()
  if (last?.version === standing.version && last.expiresAt && last.expiresAt > renewalAt(now)) return
  const issuer = await speakerFor({ issuers }, list.issuer)
  if (!issuer || issuer.registeredAt === null) return
  const publishedAt = new Date(Math.max(Math.floor(now.getTime() / 1000), issuer.registeredAt) * 1000)
  // Times are told in seconds: of two editions in one second, the later could have the very text of one before it.
  if (last?.expiresAt && publishedAt.getTime() + LIFE_MS <= last.expiresAt.getTime()) return
  const edition: Edition = {
    version: standing.version,
    turn: last?.version === standing.version ? last.turn + 1 : 1,
    expiresAt: new Date(publishedAt.getTime() + LIFE_MS),
  }
  await statuses.keep(edition, await formsOf(needs, { list, issuer, standing, publishedAt }))
}
