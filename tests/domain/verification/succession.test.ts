// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { toBytes32 } from '#domain/anchoring/index.ts'
import { digestOf } from '#domain/canonical.ts'
import { sayCheck, verify } from '#domain/verification/index.ts'
import type { LedgerFacts, Verdict } from '#domain/verification/index.ts'
import { recordOf } from '#tests/domain/credential/records.ts'
import { academy, accredited, at, ledgerSaying, ministry, school, statusListOf, worldOf } from './world.ts'

const world = await worldOf()
const place = recordOf().status.index
const closing = at.anchored + 100
const succession = closing + 10
const later = succession + 1000

/** What the successor publishes: the credential neither revoked nor not, by the places that are set. */
const listed = async (set: number[], recordedAt: number, by?: string) => {
  const list = await statusListOf(set, recordedAt)
  return { list, record: { digest: toBytes32(digestOf(list)), recordedAt, ...(by !== undefined && { by }) } }
}
type Listed = Awaited<ReturnType<typeof listed>>

/** The world once the school is closed; its academy has taken over, unless it is said otherwise. */
const closed = (lists: Listed[], changes: Partial<LedgerFacts> = {}): LedgerFacts => ({
  ...world.facts,
  accreditations: { ...world.facts.accreditations, [school]: [accredited({ withdrawnAt: closing })] },
  statusLists: [...world.facts.statusLists, ...lists.map(({ record }) => record)],
  successors: [{ successor: academy, recordedAt: succession }],
  ...changes,
})
const answer = async (facts: LedgerFacts, served?: Listed, now = later + 5): Promise<Verdict> =>
  (await verify(world.text, { ledger: ledgerSaying(facts), now, fetchStatus: async () => served?.list ?? Promise.reject(new Error('gone')) })).verdict
const statusOf = ({ outcome, checks }: Verdict) => `${outcome}: ${checks.find(({ name }) => name === 'status')?.reason}`

describe('the list of a closed school', () => {
  it('is accepted from its successor when the ledger says so, and the credential stays valid when issued', async () => {
    const ofAcademy = await listed([1], later, academy)
    expect(statusOf(await answer(closed([ofAcademy]), ofAcademy))).toBe('valid-when-issued: not-revoked-by-successor')
  })

  it('revokes and suspends from its successor’s hand', async () => {
    const ofAcademy = await listed([place], later, academy)
    const verdict = await answer(closed([ofAcademy]), ofAcademy)
    expect(statusOf(verdict)).toBe('not-valid: revoked-by-successor')
    const said = verdict.checks.find(({ name }) => name === 'status')!
    expect([sayCheck(said, 'fr'), sayCheck(said, 'en')]).toEqual([
      'Le successeur de l’établissement fermé a révoqué cette attestation.', 'The closed school’s successor has revoked this credential.',
    ])
    const address = `${recordOf().status.list}/suspension`
    const suspended = await statusListOf([place], later, address)
    const facts = closed([], { suspensionLists: [...world.facts.suspensionLists ?? [], { digest: toBytes32(digestOf(suspended)), recordedAt: later, by: academy }] })
    const { verdict: found } = await verify(world.text, { ledger: ledgerSaying(facts), now: later + 5, fetchStatus: async () => suspended })
    expect(statusOf(found)).toBe('not-valid: suspended-by-successor')
  })

  it('is refused from anyone whom the ledger does not name', async () => {
    const forged = await listed([place], later, ministry)
    expect(statusOf(await answer(closed([forged]), forged))).toBe('valid-when-issued: not-revoked')
    const early = await listed([place], later, academy)
    expect(statusOf(await answer(closed([early], { successors: [] }), early))).toBe('valid-when-issued: not-revoked')
  })

  it('is refused from the closed school itself once it has a successor, and from the successor before that', async () => {
    for (const [recordedAt, by] of [[later, undefined], [succession, undefined], [succession - 1, academy]] as const) {
      const forged = await listed([place], recordedAt, by)
      expect(statusOf(await answer(closed([forged]), forged))).toBe('valid-when-issued: not-revoked')
    }
    const last = await listed([place], succession - 1)
    expect(statusOf(await answer(closed([last]), last))).toBe('not-valid: revoked')
  })

  it('that the successor published but that somebody else serves changed is not taken for it', async () => {
    const [ofAcademy, forged] = [await listed([place], later, academy), await listed([1], later + 1)]
    expect(statusOf(await answer(closed([ofAcademy]), forged))).toBe('valid-when-issued: status-not-known-since')
    expect(statusOf(await answer(closed([ofAcademy])))).toBe('valid-when-issued: status-not-known-since')
  })

  it('follows a successor that closed in its turn, and never counts a second twice', async () => {
    const [first, second] = [await listed([1], later, academy), await listed([place], later + 100, ministry)]
    const successors = [{ successor: academy, recordedAt: succession }, { successor: ministry, recordedAt: later + 50 }]
    expect(statusOf(await answer(closed([first, second], { successors }), second, later + 500))).toBe('not-valid: revoked-by-successor')
    // The academy had closed before it was named: nothing of its own counts.
    const gone = [{ successor: academy, recordedAt: later + 50 }, { successor: ministry, recordedAt: succession }]
    expect(statusOf(await answer(closed([await listed([place], later + 60, academy)], { successors: gone }), undefined, later + 500))).toBe('valid-when-issued: not-revoked')
  })

  it('asks nothing about succession of a ledger where the school’s accreditation never ended', async () => {
    const ledger = { ...ledgerSaying(world.facts), successorOf: () => Promise.reject(new Error('no such function')) }
    expect((await verify(world.text, { ledger, now: at.now })).verdict.outcome).toBe('valid')
    const after = { ...ledgerSaying(closed([])), successorOf: () => Promise.reject(new Error('no such function')) }
    expect((await verify(world.text, { ledger: after, now: later })).verdict.outcome).toBe('cannot-tell')
  })
})

describe('a credential signed after the closing', () => {
  it('is not valid, whoever succeeded', async () => {
    for (const withdrawnAt of [at.anchored, at.anchored - 50]) {
      const facts = closed([], { accreditations: { ...world.facts.accreditations, [school]: [accredited({ withdrawnAt })] } })
      const verdict = await answer(facts)
      expect([verdict.outcome, verdict.checks[2]?.reason]).toEqual(['not-valid', 'withdrawn-before'])
    }
  })

  it('is not valid anchored by the successor in the school’s name', async () => {
    const facts = closed([], { anchor: { issuer: academy, anchoredAt: later, kind: 1 } })
    expect((await answer(facts)).outcome).toBe('not-valid')
  })
})
