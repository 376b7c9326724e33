// SPDX-License-Identifier: EUPL-1.2
import { credentialDigestOf, leafOf } from '#domain/anchoring/index.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { toCredential } from '#domain/credential/index.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issuer, IssuingNeeds, IssuingOrder, Prepared } from './ports.ts'
import { ServiceError } from '../errors.ts'

type Needs = Pick<IssuingNeeds, 'agent' | 'issuers' | 'store' | 'statuses' | 'descriptions' | 'edge'>

/** Kind of credential on the ledger. */
const COMPETENCE = 1
const ROUND = 100

/**
 * Gives each waiting order its one credential: first a row that fixes what chance and the clock chose, then the signed
 * text, kept once. A crash between the two signs the same bytes again. A record that breaks a rule is left aside with
 * the reason.
 * @returns how many were signed
 * @throws the first failure, after every other order was served
 */
export const issueCredentials = (needs: Needs) => async (): Promise<number> => {
  const failures: unknown[] = []
  const failed = (error: unknown) => void failures.push(error)
  for (const order of await needs.store.ordersWaiting(ROUND)) await prepare(needs, order).catch(failed)
  const prepared = await needs.store.unsigned(ROUND)
  for (const row of prepared) await sign(needs, row).catch(failed)
  // Said after the others were served: one bad record holds up nobody else.
  if (failures.length) throw failures[0]
  return prepared.length
}

async function prepare({ issuers, statuses, store, edge }: Needs, order: IssuingOrder): Promise<void> {
  const issuer = await issuers.issuerOf(order.school)
  // The ledger must know the issuer first: a credential dated before its accreditation would be worth nothing.
  if (!issuer || issuer.registeredAt === null) return
  if (issuer.closesAt !== null) throw new ServiceError('ERR_ISSUER_CLOSED', { school: issuer.school.slug })
  const list = await statuses.currentList(issuer.did)
  if (!(await statuses.latest(list.id, 'suspension'))) return
  const seconds = Math.max(Math.floor(edge.now().getTime() / 1000), issuer.registeredAt)
  const issuedAt = new Date(seconds * 1000)
  await store.prepare({ order, id: edge.uuid(), issuer: issuer.did, kind: COMPETENCE, issuedAt, salt: edge.bytes32() }, list)
}

async function sign(needs: Needs, row: Prepared): Promise<void> {
  const { order } = row
  try {
    const issuer = await needs.issuers.issuerNamed(row.issuer, row.issuedAt)
    const published = await needs.statuses.latest(row.status.list, 'revocation')
    if (!issuer || !published) throw new ServiceError('ERR_NOT_READY')
    const credential = await needs.agent.sign(issuer, toCredential(await recordOf(needs, row, issuer)), instant(row.issuedAt))
    const digest = credentialDigestOf(credential)
    const text = canonicalJson(credential)
    await needs.store.keepSigned(order.attempt, { text, digest, leaf: leafOf(row.salt, digest), statusDigest: published.digest })
  } catch (error) {
    if (error instanceof DomainError) await needs.store.keepProblem(order.attempt, error.message)
    throw error
  }
}

async function recordOf({ descriptions }: Needs, { id, issuedAt, order, status }: Prepared, issuer: Issuer) {
  const described = await descriptions.describe(order)
  if (!described) throw new DomainError('ERR_RECORD_INVALID', { member: 'scenario' })
  return {
    ...described,
    id: `urn:uuid:${id}`,
    validFrom: instant(issuedAt),
    language: 'fr' as const,
    issuer: { did: issuer.did, name: issuer.school.name },
    evidence: { digest: order.evidenceDigest, assurance: order.assurance, mode: 'assessed' as const },
    status: { list: status.address, index: status.index },
  }
}

/** RFC 3339, UTC, whole seconds. */
export const instant = (date: Date) => `${date.toISOString().slice(0, 19)}Z`
