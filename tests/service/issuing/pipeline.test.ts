// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keccak256, toUtf8Bytes } from 'ethers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { checkReceipt } from '#domain/anchoring/index.ts'
import { digestOf } from '#domain/canonical.ts'
import { assertionKeyOf, checkProof } from '#domain/credential/index.ts'
import type { JsonObject, StatusForm } from '#domain/credential/index.ts'
import type { Bundle } from '#domain/verification/bundle.ts'
import { verify } from '#domain/verification/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { issuingRound, listCredentials, readBundle, readStatusList } from '#service/use-cases/issuing/index.ts'
import type { IssuingTables } from '#service/adapters/issuing-store/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { learner, school, settle, validate } from './school.ts'
import { sharedOn } from './shared.ts'
import { eachDatabase } from './support.ts'
import { change } from './two-persons.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

for (const { name, open } of eachDatabase) {
  describe(`from a validated result to the holder's file, kept in ${name}`, () => {
    let database: Database
    let ledger: EmbeddedLedger
    let folder: string
    let made: Awaited<ReturnType<typeof issuingNeeds>>

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'compagnon-issuing-'))
      ;[database, ledger] = await Promise.all([open(), startEmbeddedLedger(folder)])
      await settle(database)
      made = await issuingNeeds(sharedOn(database, ledger, folder))
    })
    afterAll(async () => {
      made.close()
      await ledger.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    })

    const allReady = async () => {
      const round = issuingRound(made.needs, { ledgerAnswers: false, registered: false, lastError: null })
      for (let n = 0; n < 120; n++) {
        await round()
        const held = await listCredentials(made.needs)(learner.id)
        if (held.length && held.every(({ status }) => status === 'ready')) return held
        await new Promise(resolve => setTimeout(resolve, 250))
      }
      throw new Error('never ready')
    }

    it('gives each order one credential, one leaf, and a bundle that holds', async () => {
      for (let n = 0; n < 3; n++) await validate(database)
      const held = await allReady()
      expect(held).toHaveLength(3)
      const texts = await Promise.all(held.map(({ id }) => readBundle(made.needs)(learner.id, id)))
      const bundles = texts.map(text => JSON.parse(text) as Bundle)
      expect(new Set(bundles.map(bundle => bundle.receipt.leaf)).size).toBe(3)
      for (const { integrity, ...rest } of bundles) {
        expect(integrity).toBe(digestOf(rest))
        expect(checkReceipt(rest.receipt, rest.credential)).toBeNull()
        expect(rest.receipt.path.length).toBeGreaterThanOrEqual(3)
        expect(rest.issuer.accreditation).toHaveLength(2)
        const { verificationMethod } = rest.credential.proof as JsonObject
        const key = assertionKeyOf(rest.issuer.didDocument, String(verificationMethod))
        expect(await checkProof(rest.credential, String(key), rest.contexts)).toEqual({ verified: true })
        expect(await checkProof(rest.status.listCredential, String(key), rest.contexts)).toEqual({ verified: true })
      }
      expect(await readBundle(made.needs)(learner.id, String(held[0]?.id))).toBe(texts[0])
    })

    const verdictOn = async (text: string, fetchStatus?: (address: string) => Promise<unknown>) => {
      const { rpc, chainId, contract } = (await made.needs.ledger.place()) ?? { rpc: '', chainId: 0, contract: '' }
      const { reader, close } = trustedLedgerReader({ rpc, chainId, contract })
      const { verdict } = await verify(text, { ledger: reader, fetchStatus, now: Math.ceil(Date.now() / 1000) })
      close()
      return verdict
    }

    it('is valid to a verifier who trusts this ledger, by every check, as soon as it is handed over', async () => {
      await validate(database)
      for (const { id } of await allReady()) {
        const verdict = await verdictOn(await readBundle(made.needs)(learner.id, id))
        expect([verdict.outcome, verdict.checks.filter(({ result }) => result !== 'passed')]).toEqual(['valid', []])
      }
    })

    const readForm = (address: string) => {
      const [list = '', form] = address.split('/status/')[1]?.split('/') ?? []
      return readStatusList(made.needs)(list, form as StatusForm | undefined)
    }

    it('is not valid once its place in the list is set, and the others stay valid', async () => {
      const attempt = await validate(database)
      const held = await allReady()
      const { id } = await database.db.withTables<IssuingTables>().selectFrom('credentials').select('id').where('record_key', '=', attempt).executeTakeFirstOrThrow()
      await change(database, attempt, 'revoke', 'issued-in-error')
      for (let n = 0; n < 20; n++) await issuingRound(made.needs, { ledgerAnswers: true, registered: true, lastError: null })()
      const fetchStatus = async (address: string) => JSON.parse(await readForm(address)) as unknown
      const outcomes = await Promise.all(held.map(async one => [one.id, (await verdictOn(await readBundle(made.needs)(learner.id, one.id), fetchStatus)).outcome]))
      expect(outcomes).toEqual(held.map(one => [one.id, one.id === id ? 'not-valid' : 'valid']))
    })

    it('leaves a record that breaks a rule aside with the reason, and serves the others', async () => {
      const db = database.db.withTables<IssuingTables>()
      const bad = await validate(database)
      await db.updateTable('issuing_orders').set({ results: JSON.stringify({ competences: [] }) }).where('attempt', '=', bad).execute()
      const good = await validate(database)
      const round = issuingRound(made.needs, { ledgerAnswers: true, registered: true, lastError: null })
      await expect(round()).rejects.toMatchObject({ code: 'ERR_RECORD_INVALID' })
      await round()
      const rows = await db.selectFrom('credentials').select(['record_key', 'signed', 'problem']).where('record_key', 'in', [bad, good]).execute()
      expect(rows.find(row => row.record_key === bad)).toMatchObject({ signed: null, problem: expect.stringContaining('competences') })
      expect(rows.find(row => row.record_key === good)?.signed).toContain('eddsa-rdfc-2022')
      await db.deleteFrom('credentials').where('record_key', '=', bad).execute()
      await db.deleteFrom('issuing_orders').where('attempt', '=', bad).execute()
      await allReady()
    })

    it('signs the same bytes again when it was killed between choosing and keeping', async () => {
      const db = database.db.withTables<IssuingTables>()
      const [row] = await db.selectFrom('credentials').select(['record_key', 'signed', 'digest', 'leaf', 'id']).execute()
      await db.updateTable('credentials').set({ signed: null, digest: null, leaf: null }).where('record_key', '=', String(row?.record_key)).execute()
      await issuingRound(made.needs, { ledgerAnswers: true, registered: true, lastError: null })()
      const again = await db.selectFrom('credentials').select(['record_key', 'signed', 'digest', 'leaf', 'id']).where('record_key', '=', String(row?.record_key)).execute()
      expect(again).toEqual([row])
    })

    it('says by name why the contract refuses, and journals nothing for it', async () => {
      const issuer = await made.needs.ledger.accountOf(school)
      const root = `0x${'7'.repeat(64)}`
      await expect(made.needs.ledger.anchor({ root, kind: 9, issuer, turn: 1 })).rejects.toThrow(`CredentialAnchorNotAccredited(${issuer}, 9)`)
      expect(await made.needs.ledger.follow()).toBe(0)
    })

    it('keeps a school’s DID to its account: another school, accredited too, cannot declare it', async () => {
      const { register, accountOf } = made.needs.ledger
      const squatter = {
        school: { ...school, id: 'school-other', slug: 'other' }, did: 'did:web:localhost%3A3999:schools:test', documentDigest: digestOf({ forged: true }),
      }
      const held = `IssuerRegistryDidHeld(${keccak256(toUtf8Bytes(squatter.did))}, ${await accountOf(school)})`
      await vi.waitFor(() => expect(register(squatter)).rejects.toThrow(held), { timeout: 60_000, interval: 250 })
      await expect(register({ ...squatter, did: 'did:web:localhost%3A3999:schools:other' })).resolves.toBeDefined()
    })

    it('gives nothing to another person', async () => {
      const [held] = await listCredentials(made.needs)(learner.id)
      await expect(readBundle(made.needs)('person-else', String(held?.id))).rejects.toMatchObject({ code: 'ERR_CREDENTIAL_UNKNOWN' })
    })

    it('issues again to nobody when it is asked again', async () => {
      const before = await listCredentials(made.needs)(learner.id)
      await issuingRound(made.needs, { ledgerAnswers: true, registered: true, lastError: null })()
      expect(await listCredentials(made.needs)(learner.id)).toEqual(before)
    })
  })
}
