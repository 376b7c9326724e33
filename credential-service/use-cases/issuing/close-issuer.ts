// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import type { Issuer, IssuingNeeds } from './ports.ts'

type Needs = Pick<IssuingNeeds, 'ledger' | 'issuers' | 'edge'>

/** How far ahead a closing is dated, in seconds: the ledger refuses one that is past when it gets there. */
const AHEAD = 30

/**
 * Closes a school: no order is taken from now on, and its accreditation is withdrawn on the ledger, on its academy's word.
 * Its document, its lists and what it issued stay. Safe to ask again at any point.
 * Refuses ERR_SCHOOL_UNKNOWN, ERR_NOT_READY when the school is not on the ledger yet, and ERR_ISSUER_BUSY while something
 * of its own waits to be anchored: it never could be afterwards.
 * @returns the ledger time (seconds) of the closing, or null while the ledger has not settled it
 */
export const closeIssuer = (needs: Needs, ahead = AHEAD) => async (slug: string): Promise<number | null> => {
  const { ledger, issuers, edge } = needs
  const issuer = await standingIssuer(needs, slug)
  const date = issuer.closesAt ?? await dateOf(needs, issuer, ahead)
  const on = await ledger.withdraw({ issuer: issuer.account, academy: issuer.school.academy, date })
  if (on.state === 'confirmed') return date
  // Too late for that date: the next one is asked for at the next turn.
  if (on.state === 'reverted') await issuers.keepClosing(issuer.did, secondsAt(edge.now()) + ahead)
  return null
}

async function dateOf({ issuers, edge }: Needs, { did, school }: Issuer, ahead: number): Promise<number> {
  if (await issuers.isBusy(did)) throw new ServiceError('ERR_ISSUER_BUSY', { school: school.slug })
  const date = secondsAt(edge.now()) + ahead
  await issuers.keepClosing(did, date)
  return date
}

/** The school as issuer, on the ledger. Refuses ERR_SCHOOL_UNKNOWN (an academy too) and ERR_NOT_READY. */
export async function standingIssuer({ issuers }: Pick<Needs, 'issuers'>, slug: string): Promise<Issuer> {
  const school = await issuers.schoolOfSlug(slug)
  const issuer = school?.kind === 'school' && (await issuers.issuerOf(school.id))
  if (!issuer) throw new ServiceError('ERR_SCHOOL_UNKNOWN', { school: slug })
  if (issuer.registeredAt === null) throw new ServiceError('ERR_NOT_READY')
  return issuer
}

export const secondsAt = (date: Date) => Math.floor(date.getTime() / 1000)
