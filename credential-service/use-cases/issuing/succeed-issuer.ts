// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import { secondsAt, standingIssuer } from './close-issuer.ts'
import type { Issuer, IssuingNeeds } from './ports.ts'

type Needs = Pick<IssuingNeeds, 'ledger' | 'issuers' | 'edge'>

/**
 * Has another issuer take over from a school that is closed: the ledger is told, once and for ever, on the word of the
 * school's academy; then the successor signs and publishes the school's status lists, from the same table, at the same addresses.
 * Safe to ask again at any point.
 * Refuses ERR_SCHOOL_UNKNOWN, ERR_NOT_READY, ERR_ISSUER_NOT_CLOSED, ERR_ISSUER_SUCCEEDED (another did), and ERR_ISSUER_BUSY
 * while the school has published something that the ledger has not: afterwards it would not count.
 * @returns the successor, or null while the closing is not over or the ledger has not settled it
 */
export const succeedIssuer = (needs: Needs) => async (slug: string, by: string): Promise<Issuer | null> => {
  const { ledger, issuers, edge } = needs
  const issuer = await standingIssuer(needs, slug)
  const successor = await successorNamed(needs, by)
  if (issuer.closesAt === null || successor.did === issuer.did) throw new ServiceError('ERR_ISSUER_NOT_CLOSED', { school: slug })
  if (issuer.successor === successor.did) return successor
  if (issuer.successor !== null) throw new ServiceError('ERR_ISSUER_SUCCEEDED', { school: slug, successor: issuer.successor })
  if (secondsAt(edge.now()) <= issuer.closesAt) return null
  if (await issuers.isBusy(issuer.did)) throw new ServiceError('ERR_ISSUER_BUSY', { school: slug })
  const on = await ledger.succeed({ issuer: issuer.account, successor: successor.account, academy: issuer.school.academy })
  if (on.state !== 'confirmed') return null
  await issuers.keepSuccessor(issuer.did, successor.did)
  return successor
}

async function successorNamed({ issuers }: Needs, slug: string): Promise<Issuer> {
  const school = await issuers.schoolOfSlug(slug)
  const issuer = school && (await issuers.issuerOf(school.id))
  if (!issuer) throw new ServiceError('ERR_SCHOOL_UNKNOWN', { school: slug })
  if (issuer.registeredAt === null) throw new ServiceError('ERR_NOT_READY')
  return issuer
}

/** Whoever speaks for an issuer: itself, or its successor, or that one's. */
export async function speakerFor({ issuers }: Pick<Needs, 'issuers'>, did: string, known: string[] = []): Promise<Issuer | null> {
  const issuer = await issuers.issuerNamed(did)
  if (!issuer?.successor || known.includes(issuer.successor)) return issuer
  return speakerFor({ issuers }, issuer.successor, [...known, did])
}
