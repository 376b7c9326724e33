// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNames, judge, judgeUnread, reasons, sayCheck } from '#domain/verification/index.ts'
import type { DeliberationRecord, Facts, LedgerFacts } from '#domain/verification/index.ts'
import { gatherFacts } from '#domain/verification/index.ts'
import { academy, academyRecord, accredited, at, ledgerSaying, ministry, school, worldOf } from './world.ts'

const { bundle, facts: said } = await worldOf()
const good = await gatherFacts(bundle, { ledger: ledgerSaying(said), now: at.now })
const diploma = await worldOf({ diploma: true })
const goodDiploma = await gatherFacts(diploma.bundle, { ledger: ledgerSaying(diploma.facts), now: at.now })

const time = fc.constantFrom(0, at.accredited, at.issued, at.anchored - 1, at.anchored, at.anchored + 1, at.now, at.later, 2_000_000_000)
const digest = fc.constantFrom(good.key.documentDigest, good.status.digest, `0x${'7'.repeat(64)}` as const)
const account = fc.constantFrom(school, academy, ministry)
const record = fc.record({ issuer: account, by: account, kind: fc.constantFrom(1, 2), mayAccredit: fc.boolean(), from: time, until: time, recordedAt: time, withdrawnAt: time })
  .map(changes => accredited(changes))

const few = fc.integer({ min: 1, max: 3 })
const deliberation = fc.record<DeliberationRecord>({
  name: digest, issuer: account, outcome: fc.constantFrom('open', 'decided', 'refused'), round: few, results: digest, root: digest,
  members: few, quorum: few, signatures: few, closedAt: time,
})
const jury: fc.Arbitrary<NonNullable<Facts['jury']>> = fc.record({
  leads: fc.boolean(),
  said: fc.oneof(fc.constant(goodDiploma.jury!.said), fc.record({
    deliberation: digest, results: digest, root: digest, path: fc.array(digest, { maxLength: 0 }), round: few, members: few, quorum: few, signatures: few, decidedAt: time,
  })),
})

const ledger: fc.Arbitrary<Facts['ledger']> = fc.oneof(
  fc.constantFrom({ missing: 'ledger-not-given' as const }, { missing: 'ledger-unreachable' as const }),
  fc.record<LedgerFacts>({
    chainId: fc.constantFrom(said.chainId, 1),
    contract: fc.constantFrom(said.contract, academy),
    rootAuthority: account,
    anchor: fc.option(fc.record({ issuer: account, anchoredAt: time, kind: fc.constantFrom(1, 2) })),
    block: fc.constantFrom(said.block, 'future', 'pruned', { hash: '0x', timestamp: 0, transactions: [] }),
    accreditations: fc.oneof(fc.constant(said.accreditations), fc.dictionary(account, fc.array(record, { maxLength: 3 }))),
    documents: fc.array(fc.record({ didDigest: fc.constantFrom(good.key.didDigest, good.status.digest), documentDigest: digest, recordedAt: time }), { maxLength: 3 }),
    statusLists: fc.array(fc.record({ digest, recordedAt: time, by: account }, { requiredKeys: ['digest', 'recordedAt'] }), { maxLength: 3 }),
    successors: fc.array(fc.record({ successor: account, recordedAt: time }), { maxLength: 2 }),
    deliberation: fc.oneof(fc.constantFrom(diploma.facts.deliberation, null, 'not-answered' as const), deliberation),
  }, { requiredKeys: [
    'chainId', 'contract', 'rootAuthority', 'anchor', 'block', 'accreditations', 'documents', 'statusLists', 'successors',
  ] }),
)

const anyFacts: fc.Arbitrary<Facts> = fc.record<Facts>({
  now: time,
  integrity: fc.constantFrom('intact', 'altered', 'context-altered'),
  said: fc.record({ validFrom: fc.option(time), validUntil: fc.oneof(fc.constant(undefined), fc.option(time)), signedAt: fc.option(time), kind: fc.constantFrom(1, 2, null) }),
  key: fc.record({
    issuerAgrees: fc.boolean(), accountNamed: fc.boolean(), documentDigest: digest, didDigest: fc.constant(good.key.didDigest),
    signature: fc.constantFrom(null, { verified: true as const }, { verified: false as const, reason: 'signature-altered' as const }),
  }),
  receipt: fc.constantFrom(null, 'leaf-differs' as const, 'path-differs' as const).map(fault => ({ ...good.receipt, fault })),
  accreditation: fc.constantFrom(good.accreditation, [], [academyRecord]),
  jury,
  status: fc.record({ genuine: fc.boolean(), digest, revoked: fc.option(fc.boolean()), fresh: fc.option(fc.record({ digest, revoked: fc.option(fc.boolean()) })) }),
  ledger,
}, { requiredKeys: ['now', 'integrity', 'said', 'key', 'receipt', 'accreditation', 'status', 'ledger'] })

describe('the judge', () => {
  it('finds these facts good', () => {
    expect(judge(good).outcome).toBe('valid')
    expect(judge(goodDiploma).outcome).toBe('valid')
  })

  it('has an answer for every combination of facts, with every check by name and a reason in words', () => {
    fc.assert(fc.property(anyFacts, facts => {
      const { outcome, checks } = judge(facts)
      // A jury decides over diplomas alone.
      expect(checks.map(({ name }) => name)).toEqual(checkNames.filter(name => name !== 'deliberation' || facts.said.kind === 2))
      const results = checks.map(({ result }) => result)
      if (results.includes('failed')) expect(outcome).toBe('not-valid')
      else if (outcome !== 'valid-when-issued' && results.includes('unknown')) expect(outcome).toBe('cannot-tell')
      else expect(['valid', 'valid-when-issued']).toContain(outcome)
      for (const check of checks) {
        expect(Object.keys(reasons)).toContain(check.reason)
        for (const language of ['fr', 'en'] as const) expect(sayCheck(check, language)).not.toMatch(/[{}]|Invalid/)
      }
    }), { numRuns: 1500 })
  })

  it('never calls valid what any single spoilt fact would spoil', () => {
    const spoilt: Partial<Facts>[] = [
      { integrity: 'altered' }, { integrity: 'context-altered' },
      { key: { ...good.key, signature: null } }, { key: { ...good.key, issuerAgrees: false } }, { key: { ...good.key, accountNamed: false } },
      { receipt: { ...good.receipt, fault: 'path-differs' } }, { said: { ...good.said, kind: null } }, { said: { ...good.said, validFrom: null } },
      { status: { ...good.status, genuine: false } }, { status: { ...good.status, revoked: null } }, { status: { ...good.status, revoked: true } },
    ]
    for (const fact of spoilt) expect(judge({ ...good, ...fact }).outcome).toBe('not-valid')
  })

  it('without a ledger never goes further than "cannot tell"', () => {
    fc.assert(fc.property(anyFacts, facts => {
      const { outcome } = judge({ ...facts, ledger: { missing: 'ledger-not-given' } })
      expect(['cannot-tell', 'not-valid']).toContain(outcome)
    }), { numRuns: 1000 })
  })

  it('answers for a file it cannot read: not valid, or a newer version', () => {
    expect(judgeUnread('file-not-text').outcome).toBe('not-valid')
    expect(judgeUnread('file-of-another-version').outcome).toBe('cannot-tell')
  })
})

it('every reason is said in both languages, and differently', () => {
  for (const { fr, en } of Object.values(reasons)) {
    expect(fr.length > 10 && en.length > 10 && String(fr) !== String(en)).toBe(true)
  }
  expect(sayCheck({ name: 'anchored', result: 'passed', reason: 'anchored', values: { date: at.anchored } }, 'fr')).toContain('23 novembre 2025')
  expect(sayCheck({ name: 'anchored', result: 'passed', reason: 'anchored', values: { date: at.anchored } }, 'en')).toContain('November 23, 2025')
})
