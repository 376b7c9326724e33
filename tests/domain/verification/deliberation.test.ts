// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { sayCheck, verify } from '#domain/verification/index.ts'
import type { Bundle, DeliberationRecord, LedgerFacts, Ports } from '#domain/verification/index.ts'
import { academy, at, ledgerSaying, reseal, worldOf } from './world.ts'

const { bundle, facts, text } = await worldOf({ diploma: true })
const carried = bundle.deliberation!
const held = facts.deliberation as DeliberationRecord
const other = `0x${'7'.repeat(64)}` as const

async function answer(file: string, saying: LedgerFacts | null, ports: Partial<Ports> = {}) {
  const { verdict: { outcome, checks } } = await verify(file, { ledger: saying && ledgerSaying(saying), now: at.now, ...ports })
  const found = checks.find(({ name }) => name === 'deliberation')
  const failed = checks.filter(({ result }) => result === 'failed').map(({ name }) => name)
  return { outcome, failed, found, said: `${found?.result} ${found?.reason}` }
}
const telling = (changes: Partial<typeof carried>): string => reseal(bundle, { deliberation: { ...carried, ...changes } })
const holding = (changes: Partial<DeliberationRecord>): LedgerFacts => ({ ...facts, deliberation: { ...held, ...changes } })
const untold = (): string => {
  const { deliberation: _, ...before } = bundle
  return reseal(before as Bundle, {})
}

describe('a diploma that a jury decided over', () => {
  it('is valid, and says how many of how many signed, when, in which round and under which name', async () => {
    const { outcome, found } = await answer(text, facts)
    expect(outcome).toBe('valid')
    expect(found).toEqual({
      name: 'deliberation', result: 'passed', reason: 'jury-decided',
      values: { signatures: 2, members: 3, moment: at.anchored - 30, round: 1, deliberation: held.name },
    })
    expect(sayCheck(found!, 'fr')).toBe('Un jury a délibéré : 2 membres sur 3 ont signé la décision, le 23 novembre 2025 à 18:00 UTC (tour 1, délibération 0x3c3c3c3c…). Le registre a vérifié chaque signature.')
    expect(sayCheck(found!, 'en')).toContain('2 members of 3 signed the decision, on November 23, 2025 at 6:00 PM UTC (round 1')
  })

  it('without a ledger says what the file says, and that nobody confirms it', async () => {
    const { outcome, said, found } = await answer(text, null)
    expect([outcome, said]).toEqual(['cannot-tell', 'unknown jury-by-the-file-alone'])
    expect(found!.values).toMatchObject({ signatures: 2, members: 3 })
  })

  it('carries nothing of its members: no key, no signature, no name of a passkey', () => {
    expect(Object.keys(carried).sort()).toEqual(['decidedAt', 'deliberation', 'members', 'path', 'quorum', 'results', 'root', 'round', 'signatures'])
  })

  it('of the root itself, anchored whole, needs no path', async () => {
    const whole = { ...held, root: bundle.receipt.root as typeof held.root }
    expect((await answer(telling({ root: whole.root, path: [] }), { ...facts, deliberation: whole })).outcome).toBe('valid')
  })
})

describe('a diploma of before files told of the jury', () => {
  it('is read as ever: the ledger tells', async () => {
    const { outcome, said } = await answer(untold(), facts)
    expect([outcome, said]).toEqual(['valid', 'passed jury-decided'])
  })

  it('is never called decided without one', async () => {
    const { outcome, said } = await answer(untold(), null)
    expect([outcome, said]).toEqual(['cannot-tell', 'unknown jury-not-told'])
  })

  it('cannot be told by a ledger of before juries, and is not called decided', async () => {
    for (const file of [text, untold()]) {
      const { outcome, said } = await answer(file, { ...facts, deliberation: 'not-answered' })
      expect([outcome, said]).toEqual(['cannot-tell', 'unknown jury-not-answered'])
    }
  })
})

describe('a diploma is refused by its jury’s check alone', () => {
  const bads: [name: string, reason: string, file: string, ledger: LedgerFacts][] = [
    ['telling of another deliberation', 'jury-differs', telling({ deliberation: other }), facts],
    ['telling of other results', 'jury-differs', telling({ results: other }), facts],
    ['telling of more signatures', 'jury-differs', telling({ signatures: 3 }), facts],
    ['telling of fewer members', 'jury-differs', telling({ members: 2 }), facts],
    ['telling of a smaller quorum', 'jury-differs', telling({ quorum: 1 }), facts],
    ['telling of another round', 'jury-differs', telling({ round: 2 }), facts],
    ['telling of another moment', 'jury-differs', telling({ decidedAt: carried.decidedAt + 1 }), facts],
    ['telling that the jury signed its own batch', 'jury-differs', telling({ root: bundle.receipt.root as typeof other, path: [] }), facts],
    ['with a path that leads elsewhere', 'jury-path-differs', telling({ path: [other] }), facts],
    ['with another root than its path leads to', 'jury-path-differs', telling({ root: other }), facts],
    ['anchored under no deliberation', 'jury-none', text, { ...facts, deliberation: null }],
    ['whose jury refused', 'jury-none', text, holding({ outcome: 'refused' })],
    ['whose jury has not decided', 'jury-none', text, holding({ outcome: 'open' })],
    ['decided by another academy’s jury', 'jury-of-another', text, holding({ issuer: academy })],
    ['decided by fewer than had to sign', 'jury-too-few', text, holding({ quorum: 3 })],
  ]
  for (const [name, reason, file, ledger] of bads) {
    it(name, async () => {
      const { outcome, failed, said } = await answer(file, ledger)
      expect([outcome, failed, said]).toEqual(['not-valid', ['deliberation'], `failed ${reason}`])
    })
  }

  it('also without a ledger, where the file contradicts itself', async () => {
    const { outcome, said } = await answer(telling({ path: [other] }), null)
    expect([outcome, said]).toEqual(['not-valid', 'failed jury-path-differs'])
  })

  it('and its issuer is then asked nothing', async () => {
    let asked = 0
    const newer = { ...facts, statusLists: [...facts.statusLists, { digest: other, recordedAt: at.anchored + 50 }], deliberation: null }
    await answer(text, newer, { fetchStatus: async () => { asked += 1 } })
    expect(asked).toBe(0)
    await answer(text, { ...newer, deliberation: held }, { fetchStatus: async () => { asked += 1 } })
    expect(asked).toBe(1)
  })
})

it('asks nothing of juries about a credential that none decides over', async () => {
  const { text: competences, facts: said } = await worldOf()
  const ledger = { ...ledgerSaying(said), deliberationUnder: () => Promise.reject(new Error('asked')) }
  const { outcome, found } = await answer(competences, null, { ledger })
  expect([outcome, found]).toEqual(['valid', undefined])
})
