// SPDX-License-Identifier: EUPL-1.2
import { leafOf, toBytes32 } from '#domain/anchoring/index.ts'
import { canonicalJson, digestOfBytes } from '#domain/canonical.ts'
import type { Deliberation, DeliberationNeeds, Minutes } from './ports.ts'

/** Writes and signs the minutes of a closed deliberation, and has their salted digest added to it on the ledger. */
export async function keepMinutes(needs: DeliberationNeeds, deliberation: Deliberation): Promise<void> {
  const { store, juries, edge } = needs
  const { id, academy, name, minutesDigest } = deliberation
  if (name === null) return
  if (minutesDigest === null) return writeMinutes(needs, deliberation)
  const { state } = await juries.addMinutes({ academy, deliberation: name, digest: minutesDigest })
  if (state === 'confirmed') await store.keepMinutesKept(id, edge.now())
}

// The digest is that of the signed document, which has the data attached: it covers both, and the signature.
async function writeMinutes(needs: DeliberationNeeds, deliberation: Deliberation): Promise<void> {
  const { store, results, edge } = needs
  const session = await results.session(deliberation.results)
  const signer = await needs.signerOf(session?.academy ?? '', deliberation.academy)
  const minutes = await minutesOf(needs, deliberation)
  if (signer === null || minutes === null) return
  // A document is dated to the second.
  const signedAt = new Date(Math.floor(edge.now().getTime() / 1000) * 1000)
  const document = await needs.writeMinutes(minutes, signer, signedAt)
  const digest = leafOf(minutes.salt, toBytes32(digestOfBytes(document)))
  await store.keepMinutes(deliberation.id, { text: canonicalJson(minutes), document, digest, signedAt })
}

/** Who sat, who was absent, who signed what, where the ledger has it; null until the ledger can be named. */
async function minutesOf({ store, juries, edge, place }: DeliberationNeeds, deliberation: Deliberation): Promise<Minutes | null> {
  const ledger = await place()
  const { id, session, academy, round, state, digest, counts, quorum, name, previous, resultsDigest, sessionDigest, openedAt, closedAt, closing, places } = deliberation
  if (!ledger || name === null || closedAt === null || (state !== 'decided' && state !== 'refused')) return null
  const { chainId, contract } = ledger
  return {
    format: 'compagnon-minutes-2', salt: edge.bytes32(), session, academy, round, outcome: state, quorum,
    results: { digest, salted: resultsDigest, counts }, previous, root: state === 'decided' ? deliberation.root : null,
    ledger: { chainId, contract, issuer: await juries.accountOf(academy), deliberation: name, session: sessionDigest, closing },
    openedAt: openedAt.toISOString(), closedAt: closedAt.toISOString(),
    members: places.map((one) => {
      const instead = places.find(({ place }) => place === one.replacedBy)
      return {
        name: one.name, member: one.member, key: one.point, vote: one.vote, signedAt: one.signedAt?.toISOString() ?? null,
        replacedBy: instead?.name ?? null, substitute: instead?.member ?? null,
      }
    }),
    signatures: (await store.signatures(id)).map(({ signedAt: _, ...one }) => one),
  }
}
