// SPDX-License-Identifier: EUPL-1.2
import { leafOf } from '#domain/anchoring/index.ts'
import { canonicalJson, digestOfText } from '#domain/canonical.ts'
import type { Deliberation, DeliberationNeeds } from './ports.ts'

/** Writes the minutes of a closed deliberation, and has their salted digest added to it on the ledger. */
export async function keepMinutes(needs: DeliberationNeeds, deliberation: Deliberation): Promise<void> {
  const { store, juries, edge } = needs
  const { id, academy, name, minutesDigest } = deliberation
  if (name === null) return
  if (minutesDigest === null) {
    const text = await minutesOf(needs, deliberation)
    return store.keepMinutes(id, text, leafOf(saltOf(text), `0x${digestOfText(text).slice('sha256:'.length)}`))
  }
  const { state } = await juries.addMinutes({ academy, deliberation: name, digest: minutesDigest })
  if (state === 'confirmed') await store.keepMinutesKept(id, edge.now())
}

const saltOf = (text: string) => (JSON.parse(text) as { salt: string }).salt

/** Who sat, who was absent, who signed what: one canonical JSON (RFC 8785), with its own salt, and the signatures. */
async function minutesOf({ store, edge, place }: DeliberationNeeds, deliberation: Deliberation): Promise<string> {
  const ledger = await place()
  const { session, academy, round, state, digest, counts, quorum, name, previous, root, resultsDigest, openedAt, closedAt, places } = deliberation
  return canonicalJson({
    format: 'compagnon-minutes-1', salt: edge.bytes32(), session, academy, round, outcome: state, quorum,
    results: { digest, salted: resultsDigest, counts }, previous, root,
    ledger: { chainId: ledger?.chainId ?? null, contract: ledger?.contract ?? null, deliberation: name },
    openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null,
    members: places.map((one) => ({
      name: one.name, member: one.member, key: one.point, vote: one.vote, signedAt: one.signedAt?.toISOString() ?? null,
      replacedBy: places.find(({ place }) => place === one.replacedBy)?.name ?? null,
    })),
    signatures: (await store.signatures(deliberation.id)).map(({ signedAt: _, ...one }) => one),
  })
}
