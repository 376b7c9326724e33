// SPDX-License-Identifier: EUPL-1.2
// Another accredited account anchors our root first, on a real node: the batch gets another root by itself.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { digestOf } from '#domain/canonical.ts'
import { verify } from '#domain/verification/index.ts'
import type { Bundle } from '#domain/verification/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { IssuingTables } from '#service/adapters/issuing-store/index.ts'
import type { Happening } from '#service/adapters/ledger/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { issuingRound, listCredentials, readBundle } from '#service/use-cases/issuing/index.ts'
import type { IssuingNeeds } from '#service/use-cases/issuing/index.ts'
import { frontRunner } from './front-runner.ts'
import { learner, school, settle, validate } from './school.ts'
import { sharedOn } from './shared.ts'
import { eachDatabase } from './support.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const rivalSchool = { ...school, id: 'school-rival', slug: 'rival' }
const idle = { ledgerAnswers: true, registered: true, lastError: null }

for (const { name, open } of eachDatabase) {
  describe(`a root that another school anchors first, kept in ${name}`, () => {
    let [database, ledger, folder] = [] as unknown as [Database, EmbeddedLedger, string]
    let made: Awaited<ReturnType<typeof issuingNeeds>>
    let rival: Awaited<ReturnType<typeof frontRunner>>
    const told: Happening[] = []

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'compagnon-taken-'))
      ;[database, ledger] = await Promise.all([open(), startEmbeddedLedger(folder)])
      await settle(database)
      made = await issuingNeeds({
        ...sharedOn(database, ledger, folder),
        tell: happening => void told.push(happening),
      })
      const other = { school: rivalSchool, did: 'did:web:localhost%3A3999:schools:rival', documentDigest: digestOf({}) }
      const round = issuingRound(made.needs, { ...idle, registered: false })
      await vi.waitFor(async () => {
        await round()
        expect(await made.needs.ledger.register(other)).not.toBeNull()
        expect((await made.needs.issuers.issuerOf(school.id))?.registeredAt).not.toBeNull()
      }, { timeout: 120_000, interval: 250 })
      const { contract } = (await made.needs.ledger.place())!
      rival = await frontRunner(ledger.rpcUrl, contract, await made.needs.ledger.accountOf(rivalSchool))
    })
    afterAll(async () => {
      rival?.close()
      made?.close()
      await ledger?.close()
      await database?.close()
      await rm(folder, { recursive: true, force: true })
    })

    /** Rounds until everything is in the wallet; the ledger's anchors may be disturbed. */
    const untilReady = async (anchor: IssuingNeeds['ledger']['anchor']) => {
      const needs = { ...made.needs, ledger: { ...made.needs.ledger, anchor } }
      for (let n = 0; n < 120; n++) {
        await issuingRound(needs, idle)()
        const held = await listCredentials(made.needs)(learner.id)
        if (held.length && held.every(({ status }) => status === 'ready')) return held
        await new Promise(resolve => setTimeout(resolve, 250))
      }
      throw new Error('never ready')
    }
    const expectValid = async (id: string) => {
      const { rpc, chainId, contract } = (await made.needs.ledger.place())!
      const { reader, close } = trustedLedgerReader({ rpc, chainId, contract })
      const text = await readBundle(made.needs)(learner.id, id)
      const { verdict } = await verify(text, { ledger: reader, now: Math.ceil(Date.now() / 1000) })
      close()
      expect([verdict.outcome, verdict.checks.filter(({ result }) => result !== 'passed')]).toEqual(['valid', []])
      return (JSON.parse(text) as Bundle).receipt
    }

    it('is left to whoever took it: the same credentials get another root, and their files hold', async () => {
      await validate(database)
      await validate(database)
      const taken: string[] = []
      const held = await untilReady(async batch => {
        // Twice in a row: what is drawn again may be taken again.
        if (taken.length < 2 && !taken.includes(batch.root)) {
          taken.push(batch.root)
          expect(await rival.settled(await rival.send('anchor', batch.root, batch.kind))).toBe(1)
        }
        return made.needs.ledger.anchor(batch)
      })
      expect(taken).toHaveLength(2)
      expect(held).toHaveLength(2)
      for (const { id } of held) expect(taken).not.toContain((await expectValid(id)).root)
      expect(told.filter(({ what }) => what === 'taken').map(happening => 'root' in happening && happening.root)).toEqual(taken)
    })

    it('is left to whoever paid more for the same block, once ours has reverted', async () => {
      const attempt = await validate(database)
      let raced: string | null = null
      await untilReady(async batch => {
        if (raced !== null) return made.needs.ledger.anchor(batch)
        raced = batch.root
        await rival.provider.send('evm_setAutomine', [false])
        const asked = await made.needs.ledger.anchor(batch)
        expect(asked).toEqual({ state: 'waiting' })
        const hash = await rival.send('anchor', batch.root, batch.kind)
        await rival.provider.send('evm_mine', [])
        await rival.provider.send('evm_setAutomine', [true])
        expect(await rival.settled(hash)).toBe(1)
        return asked
      })
      const { id } = await database.db.withTables<IssuingTables>().selectFrom('credentials').select('id').where('record_key', '=', attempt).executeTakeFirstOrThrow()
      const { root } = await expectValid(id)
      expect(root).not.toBe(raced)
      const { rows } = await sql<{ state: string }>`select state from ledger_transactions where idempotency_key = ${`anchor:${raced}:1`}`.execute(database.db)
      expect(rows).toEqual([{ state: 'reverted' }])
    })

    it('is not drawn again when it is ours already: the refusal is said by its name', async () => {
      const [batch] = await database.db.withTables<IssuingTables>().selectFrom('batches').select('root').execute()
      const issuer = await made.needs.ledger.accountOf(school)
      await expect(made.needs.ledger.anchor({ root: String(batch?.root), kind: 1, issuer, turn: 99 })).rejects.toThrow('CredentialAnchorAlreadyAnchored')
    })

    it('gives a batch without padding one more leaf at least, so that its root changes', async () => {
      const needs = { ...made.needs, batching: { ...made.needs.batching, least: 2 } }
      await Promise.all([validate(database), validate(database)])
      const roots: string[] = []
      const disturbed = { ...needs, ledger: { ...needs.ledger, anchor: async (batch: Parameters<IssuingNeeds['ledger']['anchor']>[0]) => {
        roots.push(batch.root)
        return roots.length === 1 ? { state: 'taken' as const } : needs.ledger.anchor(batch)
      } } }
      for (let n = 0; n < 60 && !(await listCredentials(needs)(learner.id)).every(({ status }) => status === 'ready'); n++) {
        await issuingRound(disturbed, idle)()
        await new Promise(resolve => setTimeout(resolve, 250))
      }
      expect(roots[1]).not.toBe(roots[0])
      for (const { id } of await listCredentials(needs)(learner.id)) await expectValid(id)
    })
  })
}
