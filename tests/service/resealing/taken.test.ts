// SPDX-License-Identifier: EUPL-1.2
// Another accredited account anchors a renewal's root first, on a real node: the renewal gets another root by itself.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { checkRenewals } from '#domain/anchoring/index.ts'
import { digestOf } from '#domain/canonical.ts'
import { verify } from '#domain/verification/index.ts'
import type { Bundle } from '#domain/verification/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { fastHashes } from '#service/adapters/hashing/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { diplomaNeeds } from '#service/rooms/diplomas.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { resealingNeeds } from '#service/rooms/resealing.ts'
import { issuingRound, listCredentials, readBundle } from '#service/use-cases/issuing/index.ts'
import { evidencePages, reseal } from '#service/use-cases/resealing/index.ts'
import type { ResealingNeeds } from '#service/use-cases/resealing/index.ts'
import { frontRunner } from '#tests/service/issuing/front-runner.ts'
import { learner, school, settle, validate } from '#tests/service/issuing/school.ts'
import { sharedOn } from '#tests/service/issuing/shared.ts'
import { eachDatabase } from '#tests/service/issuing/support.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

/** As many blocks as a tree has leaves: one for each credential. */
const BLOCKS = 8
const rivalSchool = { ...school, id: 'school-rival', slug: 'rival' }

type Asked = Parameters<ResealingNeeds['ledger']['anchor']>[0]

for (const { name, open } of eachDatabase) {
  describe(`a renewal’s root that a school anchors first, kept in ${name}`, () => {
    let [database, ledger, folder] = [] as unknown as [Database, EmbeddedLedger, string]
    let issuing: Awaited<ReturnType<typeof issuingNeeds>>
    let diplomas: Awaited<ReturnType<typeof diplomaNeeds>>
    let rival: Awaited<ReturnType<typeof frontRunner>>
    let needs: ResealingNeeds

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'compagnon-taken-'))
      ;[database, ledger] = await Promise.all([open(), startEmbeddedLedger(folder)])
      await settle(database)
      const shared = sharedOn(database, ledger, folder)
      issuing = await issuingNeeds(shared)
      diplomas = await diplomaNeeds(shared, issuing, 2)
      const { hashLevel } = await fastHashes()
      needs = {
        ...await resealingNeeds({ ...issuing, diplomas }),
        pages: evidencePages({ ...issuing.needs, diplomas: diplomas.needs.store, hashLevel, sizes: { page: 1, batch: 16 } }),
      }
      await issueAll()
      const other = { school: rivalSchool, did: 'did:web:localhost%3A3999:schools:rival', documentDigest: digestOf({}) }
      await vi.waitFor(async () => {
        await issuing.needs.ledger.follow()
        expect(await issuing.needs.ledger.register(other)).not.toBeNull()
      }, { timeout: 120_000, interval: 200 })
      rival = await frontRunner(ledger.rpcUrl, (await issuing.needs.ledger.place())!.contract, await issuing.needs.ledger.accountOf(rivalSchool))
    })
    afterAll(async () => {
      rival?.close()
      await diplomas?.close()
      issuing?.close()
      await ledger?.close()
      await database?.close()
      await rm(folder, { recursive: true, force: true })
    })

    async function issueAll(): Promise<void> {
      const round = issuingRound(issuing.needs, { ledgerAnswers: true, registered: false, lastError: null })
      for (let n = 0; n < BLOCKS; n++) await validate(database)
      await vi.waitFor(async () => {
        await round()
        expect((await listCredentials(issuing.needs)(learner.id)).map(({ status }) => status)).toEqual(Array.from({ length: BLOCKS }, () => 'ready'))
        expect(await issuing.needs.statuses.unanchored()).toEqual([])
      }, { timeout: 120_000, interval: 200 })
    }

    /** Steps until the year is done, with its anchoring disturbed. */
    async function through(year: number, anchor: (asked: Asked) => ReturnType<ResealingNeeds['ledger']['anchor']>) {
      const step = reseal({ ...needs, ledger: { ...needs.ledger, anchor } })
      for (let n = 0; n < 120; n++) {
        const far = await step(year, new Date())
        if (far.settled) return far
        await needs.ledger.follow()
        await new Promise(resolve => setTimeout(resolve, 100))
      }
      throw new Error('never sealed')
    }

    /** Every file holds, with so many renewals. */
    async function expectSealed(renewals: number): Promise<void> {
      const { rpc, chainId, contract } = (await issuing.needs.ledger.place())!
      const { reader, close } = trustedLedgerReader({ rpc, chainId, contract })
      for (const { id } of await listCredentials(issuing.needs)(learner.id)) {
        const text = await readBundle(issuing.needs)(learner.id, id)
        const bundle = JSON.parse(text) as Bundle
        expect(checkRenewals({ ...bundle, renewals: bundle.renewals ?? [] })).toEqual(Array.from({ length: renewals }, () => null))
        const { verdict } = await verify(text, { ledger: reader, now: Math.ceil(Date.now() / 1000) })
        expect([verdict.outcome, verdict.checks.filter(({ result }) => result !== 'passed')]).toEqual(['valid', []])
      }
      close()
    }
    const rowOf = async (year: number) =>
      (await sql<{ state: string; blocks: number; root: string }>`select state, blocks, root from renewals where year = ${year}`.execute(database.db)).rows[0]

    it('is left to whoever took it, and signed again over another, though its blocks fill a tree', async () => {
      const taken: string[] = []
      const far = await through(2026, async asked => {
        // Twice in a row: what is signed again may be taken again.
        if (taken.length < 2 && !taken.includes(asked.root)) {
          taken.push(asked.root)
          expect(await rival.settled(await rival.send('anchor', asked.root, 1))).toBe(1)
        }
        return needs.ledger.anchor(asked)
      })
      expect([far.sealed, taken.length]).toEqual([BLOCKS, 2])
      const row = await rowOf(2026)
      expect(row).toMatchObject({ state: 'confirmed', blocks: BLOCKS })
      expect(taken).not.toContain(row?.root)
      await expectSealed(1)
    })

    it('is left to whoever paid more for the same block, once ours has reverted', async () => {
      const before = (await rowOf(2026))?.root
      let raced: string | null = null
      await through(2027, async asked => {
        // The renewal before is asked for too, while its successor is hashed.
        if (raced !== null || asked.root === before) return needs.ledger.anchor(asked)
        raced = asked.root
        await rival.provider.send('evm_setAutomine', [false])
        const ours = await needs.ledger.anchor(asked)
        expect(ours).toEqual({ state: 'waiting' })
        const hash = await rival.send('anchor', asked.root, 1)
        await rival.provider.send('evm_mine', [])
        await rival.provider.send('evm_setAutomine', [true])
        expect(await rival.settled(hash)).toBe(1)
        return ours
      })
      const { rows } = await sql<{ state: string }>`select state from ledger_transactions where idempotency_key = ${`anchor:${raced}:1`}`.execute(database.db)
      expect(rows).toEqual([{ state: 'reverted' }])
      const row = await rowOf(2027)
      expect([row?.state, row?.blocks, row?.root === raced]).toEqual(['confirmed', BLOCKS, false])
      await expectSealed(2)
    })
  })
}
