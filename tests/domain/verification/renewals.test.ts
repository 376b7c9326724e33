// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renewalHashes, toBytes32 } from '#domain/anchoring/index.ts'
import type { Renewal } from '#domain/anchoring/index.ts'
import { digestOf } from '#domain/canonical.ts'
import { RENEWAL_KIND } from '#domain/credential/index.ts'
import { brokenToday, sayCheck, verify } from '#domain/verification/index.ts'
import type { Algorithm, BrokenAlgorithms, Bundle, LedgerReader, Verdict } from '#domain/verification/index.ts'
import type { StatusListRecord } from '#domain/verification/ledger.ts'
import { recordOf } from '#tests/domain/credential/records.ts'
import { archive, bytes32, renew } from './renewed.ts'
import type { Renewed } from './renewed.ts'
import { accredited, at, far, ledgerSaying, ministry, reseal, statusListOf, worldOf } from './world.ts'

const YEAR = 31_557_600
const NOW = at.anchored + 60 * YEAR
const names = ['blake2b-256', 'sha3-256', 'blake2b-256'] as const

type World = Awaited<ReturnType<typeof worldOf>>
type Anchored = { root: string; at: number }

/** The file of a world with renewals at these dates, and a ledger that knows of them. */
async function renewedAt(world: World, dates: readonly number[], how: Parameters<typeof renew>[1] = { year: 2026 }) {
  const { integrity: _, ...parts } = world.bundle
  let files: Renewed['files'] = [{ ...parts, renewals: [] }]
  const anchors: Anchored[] = []
  for (const [i, date] of dates.entries()) {
    const name = names[i % names.length]!
    const made = await renew({ files }, { hash: { name, of: renewalHashes[name]! }, ...how, year: 2026 + i })
    files = made.files
    anchors.push({ root: made.root, at: date })
  }
  const renewals: Renewal[] = files[0]!.renewals
  const text = renewals.length === 0 ? world.text : reseal(world.bundle, { version: 2, renewals })
  return { text, renewals, ledger: ledgerWith(world, anchors) }
}

function ledgerWith({ facts }: World, anchors: readonly Anchored[]): LedgerReader {
  const said = ledgerSaying({ ...facts, accreditations: { ...facts.accreditations, [archive]: [accredited({ issuer: archive, by: ministry, kind: RENEWAL_KIND, until: far * 4 })] } })
  return {
    ...said,
    anchorOf: async (root, kind) => {
      const found = anchors.find(anchor => anchor.root === root)
      return kind === RENEWAL_KIND ? (found ? { issuer: archive, anchoredAt: found.at, kind } : null) : said.anchorOf(root, kind)
    },
  }
}

const verdictOn = async (text: string, ledger: LedgerReader | null, broken: BrokenAlgorithms, now = NOW): Promise<Verdict> =>
  (await verify(text, { ledger, now, broken })).verdict
const reasonOf = ({ checks }: Verdict, name: string) => checks.find(check => check.name === name)?.reason

/** What the rule says, told another way: walk from the newest renewal, which covers the lists in the file, back to what came before the break. */
function standsBy(dates: readonly number[], broken: BrokenAlgorithms): boolean {
  const fallenAt = (algorithm: Algorithm) => broken[algorithm] ?? Infinity
  const fallen = Math.min(fallenAt('sha-256'), fallenAt('keccak-256'))
  let [covered, lists] = [false, false]
  // A date stands when the hash of its renewal was whole at `whole`: now, or when the next that stands was made.
  let whole: number | null = NOW
  for (let i = dates.length - 1; i >= 0; i--) {
    const name = names[i % names.length]!
    const next: number | undefined = dates[i + 1]
    const stands: boolean = fallenAt(name) > NOW || (whole !== null && next !== undefined && fallenAt(name) > next)
    whole = stands ? dates[i]! : null
    if (stands && dates[i]! < fallen) covered = true
    if (stands && i === dates.length - 1) lists = true
  }
  return (covered && lists) || fallen > NOW
}

describe('a file whose hash is broken', async () => {
  const world = await worldOf()
  const day = fc.integer({ min: 1, max: 59 }).map(years => at.anchored + years * YEAR + YEAR / 2)
  const policy = fc.record({ 'sha-256': day, 'keccak-256': day, 'blake2b-256': day, 'sha3-256': day }, { requiredKeys: [] })
  const dates = fc.uniqueArray(fc.integer({ min: 1, max: 59 }), { maxLength: 3 }).map(years => years.toSorted((a, b) => a - b).map(year => at.anchored + year * YEAR))

  it('stands when renewals lead from before the break to a hash that holds, and never else, whatever breaks when', async () => {
    let [stood, fell] = [0, 0]
    // Of what chance gives, one in fourteen stands: some that do, and one that does not, are always among them.
    const [first, second, broke] = [1, 5, 9].map(years => at.anchored + years * YEAR) as [number, number, number]
    const examples: [number[], BrokenAlgorithms][] = [
      [[first], { 'sha-256': broke }], [[first, second], { 'keccak-256': second - 1, 'blake2b-256': broke }], [[second], { 'sha-256': first }],
    ]
    await fc.assert(fc.asyncProperty(dates, policy, async (when, broken) => {
      const { text, ledger } = await renewedAt(world, when)
      const { outcome } = await verdictOn(text, ledger, broken)
      const stands = standsBy(when, broken)
      if (stands) stood++
      else fell++
      expect(outcome).toBe(!stands ? 'cannot-tell' : 'valid-when-issued')
    }), { numRuns: 40 + examples.length, examples })
    expect([stood > 0, fell > 0]).toEqual([true, true])
  }, 240_000)

  it('says so in both languages, with the day and the technique', async () => {
    const broken = { 'sha-256': at.anchored + 40 * YEAR }
    const { text, ledger } = await renewedAt(world, [at.anchored + YEAR])
    const renewed = await verdictOn(text, ledger, broken)
    const bare = await verdictOn(world.text, ledger, broken)
    const say = (verdict: Verdict, language: 'fr' | 'en') => sayCheck(verdict.checks.find(({ name }) => name === 'anchored')!, language)
    expect([say(renewed, 'fr'), say(renewed, 'en')]).toEqual([
      expect.stringMatching(/scellées à nouveau le \d.* 2026/), expect.stringMatching(/sealed again on .*2026/),
    ])
    expect([say(bare, 'fr'), say(bare, 'en')]).toEqual([expect.stringContaining('(sha-256)'), expect.stringContaining('(sha-256)')])
  })

  it('is judged without a policy as it always was, and by what this version knows to be broken: nothing yet', async () => {
    expect(brokenToday).toEqual({})
    const { text, ledger } = await renewedAt(world, [at.anchored + 100])
    const verdict = (await verify(text, { ledger, now: at.now })).verdict
    expect([verdict.outcome, verdict.checks.map(({ reason }) => reason)]).toEqual(['valid', (await verify(world.text, { ledger, now: at.now })).verdict.checks.map(({ reason }) => reason)])
  })

  it('stays not valid when it was revoked, whatever else breaks', async () => {
    const { text, ledger } = await renewedAt(await worldOf({ revoked: [recordOf().status.index] }), [at.anchored + YEAR])
    const verdict = await verdictOn(text, ledger, { 'sha-256': at.anchored + 2 * YEAR })
    expect([verdict.outcome, reasonOf(verdict, 'status')]).toEqual(['not-valid', 'revoked'])
  })

  it('knows its status as of the last renewal, and says so', async () => {
    const { text, ledger } = await renewedAt(world, [at.anchored + YEAR, at.anchored + 3 * YEAR])
    const verdict = await verdictOn(text, ledger, { 'keccak-256': at.anchored + 2 * YEAR })
    expect(verdict.checks.find(({ name }) => name === 'status')).toMatchObject({ reason: 'status-at-renewal', values: { date: at.anchored + 3 * YEAR } })
  })
})

describe('a list that came after the last renewal', async () => {
  const world = await worldOf()
  const years = (n: number) => at.anchored + n * YEAR
  const place = recordOf().status.index
  const broken = { 'sha-256': years(20) }
  /** A school that has not closed by then. */
  const open = ({ bundle, facts, text }: World): World => {
    const accreditation = bundle.issuer.accreditation.map(record => ({ ...record, until: far * 4 }))
    const accreditations = Object.fromEntries(accreditation.map(record => [record.issuer, [record]]))
    return { bundle: { ...bundle, issuer: { ...bundle.issuer, accreditation } }, facts: { ...facts, accreditations }, text }
  }
  /** Renewed after a year; then these lists, recorded so many years after. */
  async function answer(lists: Partial<Record<'statusLists' | 'suspensionLists', readonly number[]>>, policy: BrokenAlgorithms = broken, from = open(world), served?: number[]) {
    const list = await statusListOf(served ?? [place], years(5))
    const added = (records: StatusListRecord[] = [], when: readonly number[] = []) =>
      [...records, ...when.map((n, i) => ({ digest: i === 0 ? toBytes32(digestOf(list)) : bytes32(70 + i), recordedAt: years(n) }))]
    const facts = {
      ...from.facts, statusLists: added(from.facts.statusLists, lists.statusLists), suspensionLists: added(from.facts.suspensionLists, lists.suspensionLists),
    }
    const { text, ledger } = await renewedAt({ ...from, facts }, [years(1)])
    const { verdict } = await verify(text, { ledger, now: NOW, broken: policy, ...(served ? { fetchStatus: async () => list } : {}) })
    return `${verdict.outcome}: ${reasonOf(verdict, 'status')}`
  }

  it('and before the break leaves nobody able to tell, while it cannot be read: as before the break', async () => {
    const untold = 'cannot-tell: status-newer-list'
    expect(await answer({ statusLists: [5] }, {})).toBe(untold)
    for (const algorithm of ['sha-256', 'keccak-256', 'secp256k1'] as const) expect(await answer({ statusLists: [5] }, { [algorithm]: years(20) })).toBe(untold)
    expect(await answer({ suspensionLists: [5] })).toBe(untold)
    expect(await answer({ statusLists: [5, 25] })).toBe(untold)
  })

  it('was opened leaves nobody able to tell, though the renewal was anchored after it', async () => {
    expect(await answer({ statusLists: [0.99] })).toBe('cannot-tell: status-newer-list')
  })

  it('and after the first break may be forged, and is not listened to', async () => {
    const then = 'valid-when-issued: status-at-renewal'
    expect(await answer({})).toBe(then)
    expect(await answer({ statusLists: [20], suspensionLists: [21] })).toBe(then)
    expect(await answer({ statusLists: [5] }, { ...broken, 'secp256k1': years(3) })).toBe(then)
  })

  it('is told to be out of reach when its school has closed', async () => {
    expect(await answer({ statusLists: [5] }, broken, world)).toBe('valid-when-issued: status-not-known-since')
  })

  it('counts when it can be read and says revoked', async () => {
    expect(await answer({ statusLists: [5] }, broken, open(world), [place])).toBe('not-valid: revoked')
    expect(await answer({ statusLists: [5] }, broken, open(world), [])).toBe('valid-when-issued: status-at-renewal')
  })

  it('spoils nothing that no renewal covers: that is what is said', async () => {
    expect(await answer({ statusLists: [5] }, { ...broken, 'blake2b-256': years(6) })).toBe('cannot-tell: status-not-renewed')
  })
})

describe('a broken signature', async () => {
  const world = await worldOf()
  const after = at.anchored + 10 * YEAR
  const outcome = async (broken: BrokenAlgorithms, ledger: LedgerReader | null = ledgerWith(world, [])) => (await verdictOn(world.text, ledger, broken)).outcome

  it('is outlived by the anchor alone when it broke afterwards', async () => {
    expect(await outcome({ 'ed25519': after })).toBe('valid-when-issued')
    expect(await outcome({ 'secp256k1': after })).toBe('cannot-tell')
    const { text, ledger } = await renewedAt(world, [at.anchored + YEAR])
    expect((await verdictOn(text, ledger, { 'secp256k1': after, 'ed25519': after })).outcome).toBe('valid-when-issued')
  })

  it('proves nothing when it was broken before, of the issuer or of the account, or when no ledger dates it', async () => {
    expect(await outcome({ 'ed25519': at.anchored })).toBe('cannot-tell')
    expect(await outcome({ 'secp256k1': at.anchored })).toBe('cannot-tell')
    expect(await outcome({ 'ed25519': after }, null)).toBe('cannot-tell')
  })

  it('of a renewal’s account makes that renewal count for nothing', async () => {
    const { text, ledger } = await renewedAt(world, [at.anchored + 12 * YEAR])
    expect((await verdictOn(text, ledger, { 'sha-256': at.anchored + 20 * YEAR })).outcome).toBe('valid-when-issued')
    expect((await verdictOn(text, ledger, { 'sha-256': at.anchored + 20 * YEAR, 'secp256k1': after })).outcome).toBe('cannot-tell')
  })
})

describe('a renewal that somebody made up', async () => {
  const world = await worldOf()
  const date = at.anchored + YEAR
  const broken = { 'sha-256': date + YEAR }

  it('counts for nothing when the ledger has none of it, or from an account that nobody accredited for renewals', async () => {
    const { text } = await renewedAt(world, [date])
    expect((await verdictOn(text, ledgerWith(world, []), broken)).outcome).toBe('cannot-tell')
    const { ledger, text: made } = await renewedAt(world, [date])
    const stranger: LedgerReader = { ...ledger, accreditationsOf: async account => (account === archive ? [] : ledger.accreditationsOf(account)) }
    expect((await verdictOn(made, stranger, broken)).outcome).toBe('cannot-tell')
    const otherKind: LedgerReader = { ...ledger, accreditationsOf: async account => (await ledger.accreditationsOf(account)).map(record => ({ ...record, kind: 1 })) }
    expect((await verdictOn(made, otherKind, broken)).outcome).toBe('cannot-tell')
  })

  it('is not valid when another key signed it, and counts for nothing under a document that the ledger never had', async () => {
    const forged = await renewedAt(world, [date], { year: 2026, signedWith: 2 })
    const verdict = await verdictOn(forged.text, forged.ledger, broken)
    expect([verdict.outcome, reasonOf(verdict, 'anchored')]).toEqual(['not-valid', 'renewal-differs'])
    const { did, didDocument } = world.bundle.issuer
    const unknown = await renewedAt(world, [date], { year: 2026, signer: { did, didDocument: { ...didDocument, alsoKnownAs: ['https://example.org'] } } })
    expect((await verdictOn(unknown.text, unknown.ledger, broken)).outcome).toBe('cannot-tell')
  })

  it('makes a file not valid when it is another credential’s, though nothing is broken', async () => {
    const other = await renewedAt(await worldOf({ record: { holder: { displayName: 'Somebody else' } } }), [date])
    const text = reseal(world.bundle, { version: 2, renewals: other.renewals } as Partial<Bundle>)
    const verdict = await verdictOn(text, other.ledger, {}, at.now)
    expect([verdict.outcome, reasonOf(verdict, 'anchored')]).toEqual(['not-valid', 'renewal-differs'])
  })
})
