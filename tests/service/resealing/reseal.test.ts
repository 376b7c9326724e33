// SPDX-License-Identifier: EUPL-1.2
// A real node, a real database: what was issued is sealed again, year after year, and outlives the hash it was issued with.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { checkRenewals, renewalHashes } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { bundleText, sealBundle, verify } from '#domain/verification/index.ts'
import type { BrokenAlgorithms, Bundle, Verdict } from '#domain/verification/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { fastHashes } from '#service/adapters/hashing/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { academyOf } from '#service/issuing/run.ts'
import { diplomaNeeds } from '#service/rooms/diplomas.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { resealingNeeds } from '#service/rooms/resealing.ts'
import { decideIssuing, issueSession, openIssuing, readDiploma, readProgress } from '#service/use-cases/diplomas/index.ts'
import type { DiplomaNeeds } from '#service/use-cases/diplomas/index.ts'
import { closeIssuer, issuingRound, listCredentials, readBundle, registerIssuer, rotateKey, succeedIssuer } from '#service/use-cases/issuing/index.ts'
import { evidencePages, reseal, resealYearly } from '#service/use-cases/resealing/index.ts'
import type { ResealingNeeds } from '#service/use-cases/resealing/index.ts'
import * as jury from '#tests/service/diplomas/jury.ts'
import { madeUpLines } from '#tests/service/diplomas/lines.ts'
import { learner, settle, validate } from '#tests/service/issuing/school.ts'
import { sharedOn } from '#tests/service/issuing/shared.ts'
import { eachDatabase } from '#tests/service/issuing/support.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const SIZES = { part: 16, batch: 16, block: 8 }
const PAGE = 4
const DIPLOMAS = 27
const CREDENTIALS = 5
const FAR = 4_000_000_000
const academy = academyOf('25', 'Versailles')
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

for (const { name, open } of eachDatabase) {
  describe(`what was issued, sealed again each year, kept in ${name}`, () => {
    let [database, ledger, folder] = [] as unknown as [Database, EmbeddedLedger, string]
    let issuing: Awaited<ReturnType<typeof issuingNeeds>>
    let diplomas: Awaited<ReturnType<typeof diplomaNeeds>>
    let session: DiplomaNeeds
    let needs: ResealingNeeds

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'compagnon-reseal-'))
      ;[database, ledger] = await Promise.all([open(), startEmbeddedLedger(folder)])
      await settle(database)
      const shared = sharedOn(database, ledger, folder)
      issuing = await issuingNeeds(shared)
      diplomas = await diplomaNeeds(shared, issuing, 2)
      session = { ...diplomas.over(madeUpLines(DIPLOMAS)), sizes: SIZES }
      const made = await resealingNeeds({ ...issuing, diplomas })
      const { hashLevel } = await fastHashes()
      needs = { ...made, pages: evidencePages({ ...issuing.needs, diplomas: session.store, hashLevel, sizes: { page: PAGE, batch: SIZES.batch } }) }
      await issueEverything()
    })
    afterAll(async () => {
      await diplomas?.close()
      issuing?.close()
      await ledger?.close()
      await database?.close()
      await rm(folder, { recursive: true, force: true })
    })

    async function issueEverything(): Promise<void> {
      const round = issuingRound(issuing.needs, { ledgerAnswers: true, registered: false, lastError: null })
      for (let n = 0; n < CREDENTIALS; n++) await validate(database)
      await issuing.needs.issuers.keepAcademy(academy)
      await vi.waitFor(async () => {
        await round()
        expect((await registerIssuer(issuing.needs)(academy)).registeredAt).not.toBeNull()
        expect((await listCredentials(issuing.needs)(learner.id)).map(({ status }) => status)).toEqual(Array.from({ length: CREDENTIALS }, () => 'ready'))
      }, { timeout: 120_000, interval: 200 })
      await openIssuing(session)({ results: 'july', session: '2026-07', academy })
      await issueSession(session)('july')
      const { root } = await readProgress(session)('july')
      const issuer = (await issuing.needs.issuers.issuerOf(academy.id))!
      const place = (await issuing.needs.ledger.place())!
      await decideIssuing(session)('july', await jury.decide({ ...place, rpc: ledger.rpcUrl }, issuer.account, 'july', root as Bytes32))
      while (await issueSession(session)('july')) {
        await session.ledger.follow()
        await pause(100)
      }
      await vi.waitFor(async () => {
        await round()
        expect(await issuing.needs.statuses.unanchored()).toEqual([])
      }, { timeout: 60_000, interval: 200 })
    }

    /** Steps until the year is done, whatever fails on the way; gives how far it came. */
    async function through(year: number, work: ResealingNeeds = needs) {
      const step = reseal(work)
      for (let n = 0; n < 400; n++) {
        const far = await step(year, new Date()).catch((error: unknown) => { if (!String(error).includes('dies here')) throw error })
        if (far?.settled) return far
        await needs.ledger.follow()
        await pause(50)
      }
      throw new Error('Never settled')
    }
    const filesOf = async () => {
      const held = await listCredentials(issuing.needs)(learner.id)
      const { rows } = await sql<{ id: string }>`select id from diplomas where session = 'july' and salt is not null order by place`.execute(database.db)
      const read = readDiploma(session)
      return [
        ...await Promise.all(held.map(({ id }) => readBundle(issuing.needs)(learner.id, id))),
        ...await Promise.all(rows.map(({ id }) => read(id, () => true))),
      ]
    }
    const bundleIn = (text: string) => JSON.parse(text) as Bundle
    async function verdictOn(text: string, broken: BrokenAlgorithms = {}, now = Math.ceil(Date.now() / 1000)): Promise<Verdict> {
      const { rpc, chainId, contract } = (await issuing.needs.ledger.place())!
      const { reader, close } = trustedLedgerReader({ rpc, chainId, contract })
      const { verdict } = await verify(text, { ledger: reader, now, broken })
      close()
      return verdict
    }
    const reasonOf = ({ checks }: Verdict, check: string) => checks.find(({ name: its }) => its === check)?.reason
    const sealedAt = (bundle: Bundle, i = 0) => bundle.renewals![i]!.ledger.block.timestamp
    const transactions = async () => (await sql<{ n: number }>`select count(*)::int as n from ledger_transactions`.execute(database.db)).rows[0]!.n

    it('gives every file its renewal, though the process dies at each block and another works beside it', async () => {
      const before = await filesOf()
      expect(before.map(text => bundleIn(text).version)).toEqual(Array.from({ length: CREDENTIALS + DIPLOMAS }, () => 1))
      let deaths = 0
      const dying: ResealingNeeds = { ...needs, renewals: { ...needs.renewals, keepBlock: async (...block) => {
        if (deaths++ % 2 === 0) throw new Error('the process dies here')
        return needs.renewals.keepBlock(...block)
      } } }
      const [far] = await Promise.all([through(2026, dying), through(2026)])
      expect(far).toEqual({ settled: true, issuers: 2, done: 2, sealed: CREDENTIALS + DIPLOMAS })
      const after = await filesOf()
      expect(after.flatMap(text => checkRenewals({ ...bundleIn(text), renewals: bundleIn(text).renewals ?? [] }))).toEqual(after.map(() => null))
      for (const [i, text] of after.entries()) {
        const [old, bundle] = [bundleIn(before[i]!), bundleIn(text)]
        expect([bundle.version, bundle.renewals?.length]).toEqual([2, 1])
        expect([bundle.credential, bundle.receipt, bundle.deliberation, bundle.issuer]).toEqual([old.credential, old.receipt, old.deliberation, old.issuer])
        const verdict = await verdictOn(text)
        expect([verdict.outcome, verdict.checks.filter(({ result }) => result !== 'passed')]).toEqual(['valid', []])
      }
    })

    it('does nothing more that year', async () => {
      const before = await transactions()
      expect(await through(2026)).toMatchObject({ settled: true, sealed: CREDENTIALS + DIPLOMAS })
      expect(await transactions()).toBe(before)
    })

    it('is valid when issued once its hash is broken, if it was renewed before, and else nobody can tell', async () => {
      for (const text of (await filesOf()).filter((_, i) => i % 6 === 0)) {
        const bundle = bundleIn(text)
        const late = await verdictOn(text, { 'sha-256': sealedAt(bundle) + 1, 'keccak-256': sealedAt(bundle) + 1 }, FAR)
        expect([late.outcome, reasonOf(late, 'anchored'), reasonOf(late, 'status')]).toEqual(['valid-when-issued', 'anchored-renewed', 'status-at-renewal'])
        const early = await verdictOn(text, { 'sha-256': sealedAt(bundle) }, FAR)
        expect([early.outcome, reasonOf(early, 'anchored')]).toEqual(['cannot-tell', 'not-renewed'])
        const { integrity: _, renewals: __, ...bare } = bundle
        const without = await verdictOn(bundleText(sealBundle({ ...bare, version: 1 })), { 'keccak-256': sealedAt(bundle) + 1 }, FAR)
        expect([without.outcome, reasonOf(without, 'anchored')]).toEqual(['cannot-tell', 'not-renewed'])
      }
    })

    it('outlives the signature by its anchor alone', async () => {
      const [text] = await filesOf()
      const { timestamp } = bundleIn(text!).receipt.ledger.block
      const verdict = await verdictOn(text!, { ed25519: timestamp + 1 }, FAR)
      expect([verdict.outcome, reasonOf(verdict, 'signature')]).toEqual(['valid-when-issued', 'signature-sealed'])
      expect((await verdictOn(text!, { ed25519: timestamp })).outcome).toBe('cannot-tell')
    })

    it('is not valid with the renewal of another, or with a renewal that no archive anchored', async () => {
      const [one, two] = (await filesOf()).map(bundleIn)
      const { integrity: _, ...parts } = one!
      const swapped = await verdictOn(bundleText(sealBundle({ ...parts, renewals: two!.renewals })))
      expect([swapped.outcome, reasonOf(swapped, 'anchored')]).toEqual(['not-valid', 'renewal-differs'])
      const [renewal] = one!.renewals!
      const elsewhere = { ...renewal!, ledger: { ...renewal!.ledger, issuer: one!.receipt.ledger.issuer } }
      const forged = bundleText(sealBundle({ ...parts, renewals: [elsewhere] }))
      expect((await verdictOn(forged, { 'sha-256': sealedAt(one!) + 1 }, FAR)).outcome).toBe('cannot-tell')
    })

    it('is chained to the next year’s, after a new key and an erased diploma, and outlives the hash of the first renewal', async () => {
      const [erased] = (await sql<{ id: string }>`select id from diplomas where session = 'july' and place = 3`.execute(database.db)).rows
      expect(await session.store.forget(erased!.id)).toBe(true)
      await vi.waitFor(async () => {
        await needs.ledger.follow()
        expect(await rotateKey(issuing.needs)('test')).not.toBeNull()
      }, { timeout: 60_000, interval: 200 })
      // The first renewal's hash is doubted first: the next is made with the one in reserve.
      const reserve = { ...needs, hash: { name: 'sha3-256', of: renewalHashes['sha3-256']! } }
      expect(await through(2027, reserve)).toMatchObject({ settled: true, sealed: CREDENTIALS + DIPLOMAS - 1 })
      await expect(readDiploma(session)(erased!.id, () => true)).rejects.toMatchObject({ code: 'ERR_CREDENTIAL_UNKNOWN' })
      const files = await filesOf()
      expect(files).toHaveLength(CREDENTIALS + DIPLOMAS - 1)
      for (const text of files.filter((_, i) => i % 5 === 0)) {
        const bundle = bundleIn(text)
        expect(bundle.renewals!.map(({ record }) => [record.year, record.hash])).toEqual([[2026, 'blake2b-256'], [2027, 'sha3-256']])
        const [first, second] = [sealedAt(bundle), sealedAt(bundle, 1)]
        expect(second).toBeGreaterThan(first + 1)
        const broken = { 'sha-256': first + 1, 'blake2b-256': second + 1 }
        const verdict = await verdictOn(text, broken, FAR)
        expect([verdict.outcome, reasonOf(verdict, 'anchored')]).toEqual(['valid-when-issued', 'anchored-renewed'])
        expect(verdict.checks.find(({ name: its }) => its === 'anchored')?.values).toEqual({ date: first })
        expect((await verdictOn(text, { 'sha-256': first + 1, 'blake2b-256': second }, FAR)).outcome).toBe('cannot-tell')
      }
    })

    it('goes on by itself once a year has begun, and not before', async () => {
      const at = (date: Date) => resealYearly({ ...needs, edge: { ...needs.edge, now: () => date } })
      const before = await transactions()
      expect(await at(new Date())()).toBe(false)
      expect(await transactions()).toBe(before)
      // Its lists are signed again by then, with the new key, which the document of the day of issue does not know.
      await vi.waitFor(async () => {
        await issuingRound(issuing.needs, { ledgerAnswers: true, registered: true, lastError: null })()
        expect(await issuing.needs.statuses.unanchored()).toEqual([])
      }, { timeout: 120_000, interval: 200 })
      const nextYears = at(new Date(Date.UTC(2028, 0, 3)))
      await vi.waitFor(async () => {
        await needs.ledger.follow()
        expect(await nextYears()).toBe(false)
      }, { timeout: 120_000, interval: 100 })
      const [file] = await filesOf()
      expect(bundleIn(file!).renewals).toHaveLength(3)
      const verdict = await verdictOn(file!)
      expect([verdict.outcome, verdict.checks.filter(({ result }) => result !== 'passed')]).toEqual(['valid-when-issued', []])
    })

    it('goes on for a school that closed, in the name of the academy that succeeds it', async () => {
      const round = issuingRound(issuing.needs, { ledgerAnswers: true, registered: true, lastError: null })
      await vi.waitFor(async () => {
        await round()
        expect(await closeIssuer(issuing.needs, 4)('test')).not.toBeNull()
      }, { timeout: 120_000, interval: 200 })
      await vi.waitFor(async () => {
        await round()
        expect(await succeedIssuer(issuing.needs)('test', academy.slug)).not.toBeNull()
      }, { timeout: 120_000, interval: 200 })
      await vi.waitFor(async () => {
        await round()
        expect(await issuing.needs.statuses.unanchored()).toEqual([])
      }, { timeout: 120_000, interval: 200 })
      await through(2029)
      const [text] = await filesOf()
      const bundle = bundleIn(text!)
      expect(bundle.renewals!.at(-1)!.signer.did).toBe((await issuing.needs.issuers.issuerOf(academy.id))!.did)
      expect(bundle.renewals!.at(-1)!.record).toMatchObject({ year: 2029, issuer: bundle.issuer.did })
      const late = await verdictOn(text!, { 'sha-256': sealedAt(bundle, 3) + 1 })
      expect([late.outcome, reasonOf(late, 'status')]).toEqual(['valid-when-issued', 'status-at-renewal'])
    })

    it('writes nothing on the ledger but one root a year for each issuer, by the archive’s account', async () => {
      const { rows } = await sql<{ name: string; n: number }>`select a.name, count(*)::int as n from ledger_transactions t join ledger_accounts a on a.address = t.account
        join renewals r on t.idempotency_key = 'anchor:' || r.root || ':' || r.anchoring where t.state = 'confirmed' group by a.name`.execute(database.db)
      expect(rows).toEqual([{ name: 'archive', n: 8 }])
    })
  })
}
