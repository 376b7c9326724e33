// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Selectable } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Bundle } from '#domain/verification/bundle.ts'
import { verify } from '#domain/verification/index.ts'
import { writeTo } from '#service/adapters/evidence-store/write.ts'
import type { EvidenceTables } from '#service/adapters/evidence-store/tables.ts'
import type { Database } from '#service/adapters/database/index.ts'
import type { IssuingTables } from '#service/adapters/issuing-store/index.ts'
import { flip } from '#service/adapters/status-store/acts.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { closeIssuer, issuingRound, listCredentials, readBundle, readIssuerDocument, readStatusList, registerIssuer, succeedIssuer } from '#service/use-cases/issuing/index.ts'
import type { Attempt } from '#service/use-cases/evidence/ports.ts'
import type { IssuingOrder } from '#service/use-cases/issuing/index.ts'
import { learner, school, settle, validate } from './school.ts'
import { sharedOn } from './shared.ts'
import { eachDatabase } from './support.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

const academy = { id: 'academy-10', slug: 'lyon', name: 'Académie de Lyon', academy: 'Lyon', kind: 'academy' as const }
const AHEAD = 4

const toOrder = (row: Selectable<IssuingTables['issuing_orders']>): IssuingOrder => ({
  attempt: row.attempt, learner: row.learner, school: row.school, scenario: row.scenario,
  scenarioDigest: row.scenario_digest as IssuingOrder['scenarioDigest'], results: row.results,
  evidenceDigest: row.evidence_digest as IssuingOrder['evidenceDigest'], assurance: row.assurance as IssuingOrder['assurance'],
  finishedAt: row.finished_at, decidedAt: row.decided_at, decidedBy: row.decided_by,
})

describe('a school that closes, and the academy that takes over', () => {
  let database: Database
  let ledger: EmbeddedLedger
  let folder: string
  let made: Awaited<ReturnType<typeof issuingNeeds>>
  let round: () => Promise<boolean>
  let file: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'compagnon-succession-'))
    ;[database, ledger] = await Promise.all([eachDatabase[0]!.open(), startEmbeddedLedger(folder)])
    await settle(database)
    made = await issuingNeeds(sharedOn(database, ledger, folder))
    round = issuingRound(made.needs, { ledgerAnswers: true, registered: false, lastError: null })
  })
  afterAll(async () => {
    made.close()
    await ledger.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  const until = async <T>(look: () => Promise<T | null | undefined | false>, meanwhile: () => Promise<unknown> = round): Promise<T> => {
    for (let n = 0; n < 600; n++) {
      const found = await look()
      if (found) return found
      await meanwhile()
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error('never came to be')
  }
  const issuing = () => database.db.withTables<IssuingTables>()
  const follow = () => made.needs.ledger.follow()
  const close = () => closeIssuer(made.needs, AHEAD)('test')
  const listOf = (text: string) => String((JSON.parse(text) as Bundle).status.listCredential.id).split('/').at(-1) ?? ''
  const statusOf = async (text: string) => {
    const { rpc, chainId, contract } = (await made.needs.ledger.place())!
    const { reader, close: done } = trustedLedgerReader({ rpc, chainId, contract })
    const fetchStatus = async (address: string) => {
      const [list = '', form] = address.split('/status/')[1]?.split('/') ?? []
      return JSON.parse(await readStatusList(made.needs)(list, form as 'suspension' | undefined)) as unknown
    }
    const { verdict } = await verify(text, { ledger: reader, fetchStatus, now: Math.ceil(Date.now() / 1000) })
    done()
    return `${verdict.outcome}: ${verdict.checks.find(({ name }) => name === 'status')?.reason}`
  }

  it('is not closed while a result of its own waits to be anchored, nor succeeded before it is closed', async () => {
    await validate(database)
    await until(async () => (await made.needs.issuers.issuerOf(school.id))?.registeredAt)
    await expect(close()).rejects.toMatchObject({ code: 'ERR_ISSUER_BUSY', values: { school: 'test' } })
    file = await until(async () => {
      const held = await listCredentials(made.needs)(learner.id)
      return held[0]?.status === 'ready' && readBundle(made.needs)(learner.id, held[0].id)
    })
    await made.needs.issuers.keepAcademy(academy)
    await until(async () => (await registerIssuer(made.needs)(academy)).registeredAt)
    await until(async () => !(await made.needs.issuers.isBusy((await made.needs.issuers.issuerOf(school.id))!.did)))
    await expect(succeedIssuer(made.needs)('test', 'lyon')).rejects.toMatchObject({ code: 'ERR_ISSUER_NOT_CLOSED' })
    await expect(closeIssuer(made.needs)('nowhere')).rejects.toMatchObject({ code: 'ERR_SCHOOL_UNKNOWN' })
    await expect(closeIssuer(made.needs)('lyon')).rejects.toMatchObject({ code: 'ERR_SCHOOL_UNKNOWN' })
  })

  it('closes on the ledger at a date, on its academy’s word; what it issued stays valid when issued, its document stays', async () => {
    const date = await until(close, follow)
    const { account } = (await made.needs.issuers.issuerOf(school.id))!
    expect((await made.needs.ledger.accreditation(account, 1))[0]?.withdrawnAt).toBe(date)
    expect(await close()).toBe(date)
    await until(async () => Date.now() / 1000 > date + 1, follow)
    expect(await statusOf(file)).toBe('valid-when-issued: not-revoked')
    expect((await readIssuerDocument(made.needs)('test', 'school')).id).toBe('did:web:localhost%3A3999:schools:test')
  })

  it('takes no order any more, and makes no credential of one that comes by another way', async () => {
    const attempt = await validate(database)
    await expect(round()).rejects.toMatchObject({ code: 'ERR_ISSUER_CLOSED', values: { school: 'test' } })
    expect(await issuing().selectFrom('credentials').select('id').where('record_key', '=', attempt).execute()).toEqual([])
    // The same decision, as the room of evidence writes it.
    const order = toOrder(await issuing().selectFrom('issuing_orders').selectAll().where('attempt', '=', attempt).executeTakeFirstOrThrow())
    await issuing().deleteFrom('issuing_orders').where('attempt', '=', attempt).execute()
    const decision = { decision: 'validated' as const, reason: null, decidedAt: order.decidedAt, decidedBy: learner.id }
    const evidence = database.db.withTables<EvidenceTables>()
    const found = await evidence.selectFrom('attempts').select('id').where('id', '=', attempt).executeTakeFirstOrThrow()
    const asked = evidence.transaction().execute(tx => writeTo(tx, found as Attempt, { kind: 'decision', decision, order }))
    await expect(asked).rejects.toMatchObject({ code: 'ERR_ISSUER_CLOSED', values: { school: 'test' } })
    expect(await evidence.selectFrom('decisions').selectAll().where('attempt', '=', attempt).execute()).toEqual([])
  })

  it('has its lists signed and published by its successor, from the same table, which a verifier accepts', async () => {
    const successor = await until(() => succeedIssuer(made.needs)('test', 'lyon'), follow)
    expect(await succeedIssuer(made.needs)('test', 'lyon')).toMatchObject({ did: successor.did })
    const list = listOf(file)
    const published = await until(async () => {
      const found = JSON.parse(await readStatusList(made.needs)(list)) as { issuer: string; proof: { verificationMethod: string } }
      return found.issuer === successor.did && (await made.needs.statuses.unanchored()).length === 0 && found
    })
    expect(published.proof.verificationMethod).toBe(successor.verificationMethod)
    expect(await statusOf(file)).toBe('valid-when-issued: not-revoked-by-successor')
  })

  it('has revocations published by its successor too', async () => {
    const { record_key } = await issuing().selectFrom('credentials').select('record_key').executeTakeFirstOrThrow()
    await issuing().transaction().execute(tx => flip(tx, record_key, 'revoked', new Date()))
    await until(async () => (await statusOf(file)) === 'not-valid: revoked-by-successor')
  })
})
