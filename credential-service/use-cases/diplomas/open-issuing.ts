// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import type { DiplomaNeeds } from './ports.ts'

type Needs = Pick<DiplomaNeeds, 'store' | 'issuers' | 'lines' | 'edge' | 'bytes'>
export type Opening = { results: string; session: string; academy: { slug: string; code: string } }

/**
 * Opens the issuing of a session's confirmed results by its academy; asked again, it changes nothing. What is dated is
 * fixed here: a restart signs the same instant.
 * Refuses ERR_SCHOOL_UNKNOWN (no such academy) and ERR_NOT_READY (the ledger does not know it yet).
 */
export const openIssuing = ({ store, issuers, lines, edge, bytes }: Needs) => async ({ results, session, academy }: Opening): Promise<void> => {
  if (await store.session(results)) return
  const school = await issuers.schoolOfSlug(academy.slug)
  if (school?.kind !== 'academy') throw new ServiceError('ERR_SCHOOL_UNKNOWN', { school: academy.slug })
  const issuer = await issuers.issuerOf(school.id)
  if (!issuer || issuer.registeredAt === null) throw new ServiceError('ERR_NOT_READY')
  const now = edge.now()
  const seconds = Math.max(Math.floor(now.getTime() / 1000), issuer.registeredAt)
  await store.open({
    id: results, issuer: issuer.did, session, academy: academy.code, key: bytes(32),
    validFrom: new Date(seconds * 1000), expected: await lines.count(results), resumedAt: now,
  })
}
