// SPDX-License-Identifier: EUPL-1.2
// Another academy, with a jury of its own that signs the same root, anchors a batch of ours first, on a real node.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { verify } from '#domain/verification/index.ts'
import type { Bundle } from '#domain/verification/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { diplomaCounts } from '#service/adapters/diploma-store/index.ts'
import type { DiplomaTables } from '#service/adapters/diploma-store/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { academyOf } from '#service/issuing/run.ts'
import { diplomaNeeds } from '#service/rooms/diplomas.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { countSession, decideIssuing, issueSession, openIssuing, readDiploma, readProgress } from '#service/use-cases/diplomas/index.ts'
import type { DiplomaNeeds } from '#service/use-cases/diplomas/index.ts'
import { publishStatusLists } from '#service/use-cases/issuing/publish-status-lists.ts'
import { registerIssuer } from '#service/use-cases/issuing/index.ts'
import { frontRunner } from '#tests/service/issuing/front-runner.ts'
import { sharedOn } from '#tests/service/issuing/shared.ts'
import { eachDatabase } from '#tests/service/issuing/support.ts'
import * as jury from './jury.ts'
import { madeUpLines } from './lines.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const SIZES = { part: 64, batch: 128, block: 16 }
const [ours, other] = [academyOf('25', 'Versailles'), academyOf('10', 'Lyon')]

for (const { name, open } of eachDatabase) {
  describe(`a decided root that another academy anchors first, kept in ${name}`, () => {
    let [database, ledger, folder] = [] as unknown as [Database, EmbeddedLedger, string]
    let issuing: Awaited<ReturnType<typeof issuingNeeds>>
    let diplomas: Awaited<ReturnType<typeof diplomaNeeds>>
    let rival: Awaited<ReturnType<typeof frontRunner>>
    let thief: string

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'compagnon-taken-'))
      ;[database, ledger] = await Promise.all([open(), startEmbeddedLedger(folder)])
      const shared = sharedOn(database, ledger, folder)
      issuing = await issuingNeeds(shared)
      diplomas = await diplomaNeeds(shared, issuing, 2)
      for (const academy of [ours, other]) {
        await issuing.needs.issuers.keepAcademy(academy)
        await vi.waitFor(async () => {
          await issuing.needs.ledger.follow()
          expect((await registerIssuer(issuing.needs)(academy)).registeredAt).not.toBeNull()
        }, { timeout: 120_000, interval: 250 })
      }
      thief = (await issuing.needs.issuers.issuerOf(other.id))!.account
      rival = await frontRunner(ledger.rpcUrl, (await issuing.needs.ledger.place())!.contract, thief)
    })
    afterAll(async () => {
      rival?.close()
      await diplomas?.close()
      issuing?.close()
      await ledger?.close()
      await database?.close()
      await rm(folder, { recursive: true, force: true })
    })

    /** Has the other academy's jury sign this root, and anchors it in its name. */
    const take = async (root: string) => {
      const place = (await issuing.needs.ledger.place())!
      const deliberation = await jury.decide({ ...place, rpc: ledger.rpcUrl }, thief, `of ${root}`, root as Bytes32)
      await rival.provider.send('anvil_impersonateAccount', [thief])
      expect(await rival.settled(await rival.send('anchorDecided', root, deliberation, []))).toBe(1)
    }

    it('has the two halves of its tree anchored instead, and their halves; every diploma’s file holds', async () => {
      const needs: DiplomaNeeds = { ...diplomas.over(madeUpLines(200)), sizes: SIZES }
      await openIssuing(needs)({ results: 'taken', session: '2026-07', academy: ours })
      await issueSession(needs)('taken')
      const { root } = await readProgress(needs)('taken')
      const issuer = (await issuing.needs.issuers.issuerOf(ours.id))!
      const place = (await needs.ledger.place())!
      await decideIssuing(needs)('taken', await jury.decide({ ...place, rpc: ledger.rpcUrl }, issuer.account, 'taken', root as Bytes32))
      // The first batch's root is taken, then the first of its halves.
      const taken: number[] = []
      const anchorDecided: DiplomaNeeds['ledger']['anchorDecided'] = async batch => {
        const isNext = taken.length === 0 || (taken.length === 1 && batch.path.length > taken[0]!)
        if (isNext) {
          taken.push(batch.path.length)
          await take(batch.root)
        }
        return needs.ledger.anchorDecided(batch)
      }
      while (await issueSession({ ...needs, ledger: { ...needs.ledger, anchorDecided } })('taken')) {
        await needs.ledger.follow()
        await new Promise(resolve => setTimeout(resolve, 200))
      }
      expect(await readProgress(needs)('taken')).toMatchObject({ state: 'anchored', issued: 200, batches: { closed: 2, confirmed: 2 } })
      const batches = await needs.store.batches('taken')
      expect(batches.map(({ parts }) => parts.map(({ level, place: at }) => [level, at]))).toEqual([[[1, 1], [2, 0], [2, 1]], []])

      const counting = { ...needs, counts: diplomaCounts(database.db.withTables<DiplomaTables>()), anchors: issuing.diplomaAnchors }
      expect(await countSession(counting)('taken', madeUpLines(200))).toMatchObject({ diplomas: 200, anchored: 200, confirmed: 2, faults: [] })

      await vi.waitFor(async () => {
        await publishStatusLists(issuing.needs)()
        await needs.ledger.follow()
        expect(await issuing.needs.statuses.unanchored()).toEqual([])
      }, { timeout: 60_000, interval: 250 })
      const { reader, close } = trustedLedgerReader({ rpc: ledger.rpcUrl, chainId: place.chainId, contract: place.contract })
      const { rows } = await sql<{ id: string }>`select id from diplomas where session = 'taken' order by place`.execute(database.db)
      const roots = new Set<string>()
      for (const { id } of rows.filter((_, i) => i % 8 === 0)) {
        const text = await readDiploma(needs)(id, () => true)
        const { verdict } = await verify(text, { ledger: reader, now: Math.ceil(Date.now() / 1000) })
        expect([verdict.outcome, verdict.checks.filter(({ result }) => result !== 'passed')]).toEqual(['valid', []])
        roots.add((JSON.parse(text) as Bundle).receipt.root)
      }
      close()
      expect([...roots].toSorted()).toEqual([...batches[0]!.parts.map(part => part.root), batches[1]!.root].toSorted())
    })
  })
}
