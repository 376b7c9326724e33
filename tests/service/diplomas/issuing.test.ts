// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { checkReceipt, credentialDigestOf } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { assertionKeyOf, checkProof, kinds } from '#domain/credential/index.ts'
import { verify } from '#domain/verification/index.ts'
import type { Bundle } from '#domain/verification/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { academyOf } from '#service/issuing/run.ts'
import { diplomaNeeds } from '#service/rooms/diplomas.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { cancelIssuing, decideIssuing, issueSession, openIssuing, pauseIssuing, readDiploma, readProgress, resumeIssuing } from '#service/use-cases/diplomas/index.ts'
import type { AdmittedLines, DiplomaNeeds } from '#service/use-cases/diplomas/index.ts'
import { registerIssuer } from '#service/use-cases/issuing/index.ts'
import { sharedOn } from '#tests/service/issuing/shared.ts'
import { eachDatabase } from '#tests/service/issuing/support.ts'
import * as jury from './jury.ts'
import { madeUpLines } from './lines.ts'

// Real nodes, threads and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const SIZES = { part: 64, batch: 256, block: 16 }
const anyone = () => true
const academy = academyOf('25', 'Versailles')

for (const { name, open } of eachDatabase) {
  describe(`a session of diplomas, kept in ${name}`, () => {
    let [database, ledger, folder] = [] as unknown as [Database, EmbeddedLedger, string]
    let issuing: Awaited<ReturnType<typeof issuingNeeds>>
    let diplomas: Awaited<ReturnType<typeof diplomaNeeds>>

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'compagnon-diplomas-'))
      ;[database, ledger] = await Promise.all([open(), startEmbeddedLedger(folder)])
      const shared = sharedOn(database, ledger, folder)
      issuing = await issuingNeeds(shared)
      diplomas = await diplomaNeeds(shared, issuing, 2)
      await issuing.needs.issuers.keepAcademy(academy)
      await vi.waitFor(async () => {
        await issuing.needs.ledger.follow()
        expect((await registerIssuer(issuing.needs)(academy)).registeredAt).not.toBeNull()
      }, { timeout: 120_000, interval: 250 })
    })
    afterAll(async () => {
      await diplomas.close()
      issuing.close()
      await ledger.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    })

    const over = (lines: AdmittedLines): DiplomaNeeds => ({ ...diplomas.over(lines), sizes: SIZES })
    const begin = (needs: DiplomaNeeds, results: string) => openIssuing(needs)({ results, session: '2026-07', academy })
    /** Signs everything, has the jury decide on the very root, and anchors it. */
    const finish = async (needs: DiplomaNeeds, results: string) => {
      await issueSession(needs)(results)
      const { state, root } = await readProgress(needs)(results)
      expect(state).toBe('issued')
      const issuer = (await issuing.needs.issuers.issuerOf(academy.id))!
      const place = (await needs.ledger.place())!
      await decideIssuing(needs)(results, await jury.decide({ ...place, rpc: ledger.rpcUrl }, issuer.account, results, root as Bytes32))
      while (await issueSession(needs)(results)) {
        await needs.ledger.follow()
        await new Promise(resolve => setTimeout(resolve, 200))
      }
    }
    const keysOf = async (session: string) => {
      const { rows } = await sql<{ key: string; leaf: Uint8Array; place: number }>`select record_key as key, leaf, place from diplomas
        where session = ${session} order by place`.execute(database.db)
      return rows
    }
    const expectOnceEach = async (session: string, count: number) => {
      const rows = await keysOf(session)
      expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: count }, (_, i) => i))
      expect(new Set(rows.map(({ key }) => key)).size).toBe(count)
      expect(new Set(rows.map(({ leaf }) => Buffer.from(leaf).toString('hex'))).size).toBe(count)
    }

    it('gives each line one diploma and one leaf, and each diploma a file that holds', async () => {
      const needs = over(madeUpLines(601))
      await begin(needs, 'whole')
      await finish(needs, 'whole')
      expect(await readProgress(needs)('whole')).toMatchObject({ state: 'anchored', issued: 601, expected: 601, secondsLeft: 0, batches: { closed: 3, confirmed: 3 } })
      await expectOnceEach('whole', 601)
      const { rows } = await sql<{ id: string; place: number }>`select id, place from diplomas where session = 'whole' and place in (0, 7, 255, 256, 600)`.execute(database.db)
      expect(rows).toHaveLength(5)
      for (const { id } of rows) {
        const { credential, receipt, issuer, status } = JSON.parse(await readDiploma(needs)(id, anyone)) as Bundle
        expect(checkReceipt(receipt, credential)).toBeNull()
        expect(receipt.credentialDigest).toBe(credentialDigestOf(credential))
        expect(receipt.ledger.kind).toBe(kinds.diploma)
        const key = assertionKeyOf(issuer.didDocument, (credential.proof as { verificationMethod: string }).verificationMethod)
        expect(await checkProof(credential, String(key), contexts)).toEqual({ verified: true })
        expect(issuer.accreditation).toHaveLength(1)
        expect((credential.credentialStatus as { statusListCredential: string }[])[0]!.statusListCredential).toBe(status.listCredential.id)
      }
      const places = (await Promise.all(rows.map(async ({ id }) => JSON.parse(await readDiploma(needs)(id, anyone)) as Bundle)))
        .map(({ credential }) => (credential.credentialStatus as { statusListIndex: string }[])[0]!.statusListIndex)
      expect(new Set(places).size).toBe(5)
    })

    it('tells in each file what its jury decided, with the path to it, and the ledger says the same', async () => {
      const needs = over(madeUpLines(0))
      const place = (await needs.ledger.place())!
      const { reader, close } = trustedLedgerReader({ ...place, rpc: ledger.rpcUrl })
      const { rows } = await sql<{ id: string }>`select id from diplomas where session = 'whole' and place in (3, 300, 600)`.execute(database.db)
      const told = await Promise.all(rows.map(async ({ id }) => {
        const file = await readDiploma(needs)(id, anyone)
        const { verdict } = await verify(file, { ledger: reader, now: Math.floor(Date.now() / 1000) })
        expect(verdict.checks.find(({ name }) => name === 'deliberation')).toMatchObject({ result: 'passed', reason: 'jury-decided', values: { signatures: 2, members: 3 } })
        return (JSON.parse(file) as Bundle).deliberation!
      }))
      close()
      // Three batches, one decision: a path of two from each, and nothing beside.
      expect(new Set(told.map(({ root, deliberation }) => `${root} ${deliberation}`)).size).toBe(1)
      expect(told.map(({ path }) => path.length)).toEqual([2, 2, 2])
      expect(Object.keys(told[0]!).sort()).toEqual(['decidedAt', 'deliberation', 'members', 'path', 'quorum', 'results', 'root', 'round', 'signatures'])
    })

    it('leaves a file of before juries were told of as it was, and the ledger tells', async () => {
      const needs = over(madeUpLines(0))
      await sql`update diploma_batches set decision = null where session = 'whole' and ordinal = 2`.execute(database.db)
      const { rows: [row] } = await sql<{ id: string }>`select id from diplomas where session = 'whole' and place = 600`.execute(database.db)
      const file = await readDiploma(needs)(row!.id, anyone)
      expect(JSON.parse(file)).not.toHaveProperty('deliberation')
      const { verdict } = await verify(file, { ledger: null, now: Math.floor(Date.now() / 1000) })
      expect(verdict.checks.find(({ name }) => name === 'deliberation')).toMatchObject({ result: 'unknown', reason: 'jury-not-told' })
    })

    it('anchors nothing before its jury has decided', async () => {
      const needs = over(madeUpLines(30))
      await begin(needs, 'undecided')
      expect(await issueSession(needs)('undecided')).toBe(false)
      expect(await issueSession(needs)('undecided')).toBe(false)
      expect(await readProgress(needs)('undecided')).toMatchObject({ state: 'issued', issued: 30, batches: { closed: 1, confirmed: 0 } })
    })

    it('goes on after a fault at any part, without a double or a gap', async () => {
      const lines = madeUpLines(500)
      const sound = over(lines)
      await begin(sound, 'faulty')
      for (let fault = 0; fault < 4; fault++) {
        let left = fault
        const store = { ...sound.store, keepPart: async (...part: Parameters<DiplomaNeeds['store']['keepPart']>) => {
          if (left-- === 0) throw new Error('the process dies here')
          return sound.store.keepPart(...part)
        } }
        await expect(issueSession({ ...sound, store })('faulty')).rejects.toThrow('dies here')
      }
      await finish(sound, 'faulty')
      await expectOnceEach('faulty', 500)
    })

    it('is taken up by one of two processes at a time', async () => {
      const needs = over(madeUpLines(400))
      await begin(needs, 'shared')
      await Promise.all([issueSession(needs)('shared'), issueSession(over(madeUpLines(400)))('shared')])
      await finish(needs, 'shared')
      await expectOnceEach('shared', 400)
    })

    it('pauses after a part, goes on, and is cancelled with nothing left while nothing is on the ledger', async () => {
      const needs = over(madeUpLines(400))
      await begin(needs, 'paused')
      let parts = 0
      const store = { ...needs.store, keepPart: async (...part: Parameters<DiplomaNeeds['store']['keepPart']>) => {
        if (parts++ === 2) await pauseIssuing(needs)('paused')
        return needs.store.keepPart(...part)
      } }
      await issueSession({ ...needs, store })('paused')
      expect(await readProgress(needs)('paused')).toMatchObject({ state: 'paused', issued: 128 })
      await expect(pauseIssuing(needs)('paused')).rejects.toMatchObject({ code: 'ERR_ISSUING_STATE' })
      await resumeIssuing(needs)('paused')
      await cancelIssuing(needs)('paused')
      expect(await keysOf('paused')).toEqual([])
      await expect(resumeIssuing(needs)('paused')).rejects.toMatchObject({ code: 'ERR_ISSUING_STATE' })
    })

    it('stops at a line that breaks a rule, and says which, and nothing of whom it speaks', async () => {
      const spoilt = over(madeUpLines(200, line => (line.key === '000000150' ? { ...line, result: { ...line.result, familyName: '  ' } } : line)))
      await begin(spoilt, 'spoilt')
      await issueSession(spoilt)('spoilt')
      const { state, issued, problem } = await readProgress(spoilt)('spoilt')
      expect({ state, issued }).toEqual({ state: 'paused', issued: 128 })
      expect(problem).toBe('ERR_RECORD_INVALID {"member":"holder.familyName","line":"000000150"}')
    })

    it('keeps no salt in plain, and forgets a diploma with its salt', async () => {
      const needs = over(madeUpLines(0))
      const { rows: [row] } = await sql<{ id: string; salt: Uint8Array }>`select id, salt from diplomas where session = 'whole' and place = 9`.execute(database.db)
      const { receipt } = JSON.parse(await readDiploma(needs)(row!.id, anyone)) as Bundle
      expect(receipt.salt).not.toBe(`0x${Buffer.from(row!.salt).toString('hex')}`)
      expect(await needs.store.forget(row!.id)).toBe(true)
      await expect(readDiploma(needs)(row!.id, anyone)).rejects.toMatchObject({ code: 'ERR_CREDENTIAL_UNKNOWN' })
    })
  })
}
