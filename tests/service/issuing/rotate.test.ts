// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { assertionKeyOf, checkProof, formsKeyOf, multikeysOf } from '#domain/credential/index.ts'
import type { Bundle } from '#domain/verification/bundle.ts'
import { verify } from '#domain/verification/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { issuingRound, listCredentials, readBundle, readIssuerDocument, readStatusList, rotateKey } from '#service/use-cases/issuing/index.ts'
import { learner, settle, validate } from './school.ts'
import { sharedOn } from './shared.ts'
import { eachDatabase } from './support.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

describe('a school that is given a new key', () => {
  let database: Database
  let ledger: EmbeddedLedger
  let folder: string
  let made: Awaited<ReturnType<typeof issuingNeeds>>
  let round: () => Promise<boolean>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'compagnon-rotate-'))
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

  const until = async <T>(look: () => Promise<T | null | undefined | false>): Promise<T> => {
    for (let n = 0; n < 600; n++) {
      const found = await look()
      if (found) return found
      await round()
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error('never came to be')
  }
  const issued = async (): Promise<string> => {
    await validate(database)
    return until(async () => {
      const held = await listCredentials(made.needs)(learner.id)
      return held.every(({ status }) => status === 'ready') && held[0] ? readBundle(made.needs)(learner.id, held[0].id) : null
    })
  }
  const verdictOn = async (text: string) => {
    const { rpc, chainId, contract } = (await made.needs.ledger.place())!
    const { reader, close } = trustedLedgerReader({ rpc, chainId, contract })
    const fetchStatus = async (address: string) => {
      const [list = '', form] = address.split('/status/')[1]?.split('/') ?? []
      return JSON.parse(await readStatusList(made.needs)(list, form as 'suspension' | undefined)) as unknown
    }
    const { verdict } = await verify(text, { ledger: reader, fetchStatus, now: Math.ceil(Date.now() / 1000) })
    close()
    return verdict
  }
  const keyIn = (text: string) => String(((JSON.parse(text) as Bundle).credential.proof as { verificationMethod: string }).verificationMethod)

  it('signs with it once the ledger has it; what it signed before stays good, here and by its did:web', async () => {
    const before = await issued()
    const next = await until(() => rotateKey(made.needs)('test'))
    // Time is told in seconds: what is issued from now on is after the new document.
    await new Promise(resolve => setTimeout(resolve, 1_100))
    const after = await issued()
    expect(keyIn(after)).toBe(next.verificationMethod)
    expect(keyIn(before)).not.toBe(keyIn(after))

    expect((await verdictOn(after)).outcome).toBe('valid')
    const old = await verdictOn(before)
    expect([old.outcome, old.checks.filter(({ result }) => result !== 'passed')]).toEqual(['valid-when-issued', []])
    expect(old.checks.find(({ name }) => name === 'issuerKey')?.reason).toBe('key-then')

    const document = await readIssuerDocument(made.needs)('test', 'school')
    const [current = '', earlier = ''] = multikeysOf(document)
    const bundles = [before, after].map(text => JSON.parse(text) as Bundle)
    expect(await Promise.all([earlier, current].map((key, i) => checkProof(bundles[i]!.credential, key, bundles[i]!.contexts)))).toEqual([{ verified: true }, { verified: true }])
  })

  it('hands the same bytes over again for what was issued before', async () => {
    const held = await listCredentials(made.needs)(learner.id)
    const texts = await Promise.all(held.map(({ id }) => readBundle(made.needs)(learner.id, id)))
    await until(() => rotateKey(made.needs)('test'))
    expect(await Promise.all(held.map(({ id }) => readBundle(made.needs)(learner.id, id)))).toEqual(texts)
  })

  it('has another key for the other forms too, beside the earlier one; one made without has its first', async () => {
    const document = () => readIssuerDocument(made.needs)('test', 'school')
    const before = formsKeyOf(await document())!
    await until(() => rotateKey(made.needs)('test'))
    const now = formsKeyOf(await document())!
    expect(now).not.toEqual(before)
    expect(assertionKeyOf(await document(), before.address)).toBe(before.multikey)

    await sql`update issuers set document = jsonb_set(document, '{assertionMethod}', jsonb_build_array(document->'assertionMethod'->0))`.execute(database.db)
    expect(formsKeyOf(await document())).toBeNull()
    await until(() => rotateKey(made.needs)('test'))
    expect(formsKeyOf(await document())).not.toBeNull()
  })

  it('is refused by name when nobody knows it', async () => {
    await expect(rotateKey(made.needs)('nowhere')).rejects.toMatchObject({ code: 'ERR_SCHOOL_UNKNOWN', values: { school: 'nowhere' } })
  })
})
