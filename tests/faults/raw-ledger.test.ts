// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { keccak, leafOf, toBytes32 } from '#domain/anchoring/index.ts'
import { digestOf, digestOfText } from '#domain/canonical.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { Bundle } from '#domain/verification/bundle.ts'
import { openInMemory } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { demonstrationPeople } from '#service/adapters/people/index.ts'
import { startService } from '#tests/support/service.ts'
import type { RunningService } from '#tests/support/service.ts'
import { heldBy, playPerfectly, validate } from './line.ts'
import { dumpLedger } from './raw-ledger.ts'
import type { RawLedger } from './raw-ledger.ts'

vi.setConfig({ testTimeout: 300_000 })

const NO_SALT = `0x${'0'.repeat(64)}`

/** Every way a text could lie on a ledger: in plain, or behind a hash that anyone who guesses the text can make. */
function tracesOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
  const spellings = new Set([text, plain, text.toLowerCase(), plain.toLowerCase(), text.toUpperCase(), text.replaceAll('-', '')])
  return [...spellings].flatMap(spelling => {
    const bytes = utf8ToBytes(spelling)
    const hash = toBytes32(digestOfText(spelling))
    return [Buffer.from(bytes).toString('hex'), hash, keccak(bytes), keccak(Buffer.from(hash.slice(2), 'hex')), keccak(Buffer.from(keccak(bytes).slice(2), 'hex'))]
  }).concat(/^[0-9a-f-]{36}$/.test(text) ? [text.replaceAll('-', '')] : [])
}

/** A digest, and what an issuer who forgot the salt would have anchored. */
function tracesOfDigest(digest: string): string[] {
  const bytes = Buffer.from(digest.slice(2), 'hex')
  return [digest, keccak(bytes), keccak(Buffer.from(keccak(bytes).slice(2), 'hex')), leafOf(NO_SALT, digest)]
}

describe('the raw ledger, after results became credentials', () => {
  let service: RunningService
  let database: Database
  let ledger: RawLedger
  let haystack: string
  let bundles: Bundle[]
  let attempts: string[]

  const holds = (trace: string) => haystack.includes(trace.replace(/^0x/, '').toLowerCase())

  beforeAll(async () => {
    database = await openInMemory()
    service = await startService({ database })
    const [student, teacher] = [await service.signIn('demo-ines'), await service.signIn('demo-teacher')]
    attempts = [await playPerfectly(student), await playPerfectly(student)]
    for (const attempt of attempts) await validate(teacher, attempt)
    for (let n = 0; n < 240 && (await heldBy(student)).some(({ status }) => status !== 'ready'); n++) {
      await new Promise(resolve => setTimeout(resolve, 250))
    }
    const read = async ({ id }: { id: string }) => (await (await student.get(`/api/credentials/${id}/bundle`)).json()) as Bundle
    bundles = await Promise.all((await heldBy(student)).map(read))
    const { rpc } = JSON.parse(await readFile(join(service.dataDir, 'ledger.json'), 'utf8')) as { rpc: string }
    ledger = await dumpLedger(rpc)
    haystack = JSON.stringify(ledger).toLowerCase()
  })
  afterAll(async () => service.close())

  it('is searched where things are: roots, the digest of the DID document and of the status list are found', () => {
    expect(bundles).toHaveLength(2)
    for (const { receipt, issuer, status } of bundles) {
      expect(holds(receipt.root)).toBe(true)
      expect(holds(digestOf(issuer.didDocument).slice('sha256:'.length))).toBe(true)
      expect(holds(status.digest.slice('sha256:'.length))).toBe(true)
    }
  })

  it('holds no name, number or address of anyone, in plain or hashed', async () => {
    const people = await database.db.selectFrom('people').select(['id', 'subject', 'display_name']).execute()
    expect(people.length).toBeGreaterThanOrEqual(2)
    const texts = [
      ...people.flatMap(({ id, subject, display_name }) => [id, subject, display_name, ...display_name.split(' ')]),
      ...demonstrationPeople.flatMap(({ name, subject }) => [name, subject, `${subject}@compagnon.example`]),
      ...attempts,
      ...bundles.flatMap(({ credential }) => [String(credential.id), String(credential.id).slice('urn:uuid:'.length)]),
    ].filter(text => text.length > 3)
    for (const text of texts) expect([text, tracesOf(text).filter(holds)]).toEqual([text, []])
  })

  it('holds no digest of a credential or of an evidence, and no leaf: what is salted stays salted', async () => {
    const { rows } = await sql<{ evidence_digest: string; nonce: string }>`select evidence_digest, nonce from issuing_orders
      join attempts on attempts.id = issuing_orders.attempt`.execute(database.db)
    const digests = [
      ...bundles.flatMap(({ credential, receipt, integrity }) => [
        receipt.credentialDigest, `0x${integrity.slice(7)}`, `0x${digestOf(credential.credentialSubject).slice(7)}`,
        ...unsigned(credential).map(part => `0x${digestOf(part).slice(7)}`),
      ]),
      ...rows.map(({ evidence_digest }) => `0x${evidence_digest.slice(7)}`),
    ]
    for (const digest of digests) expect([digest, tracesOfDigest(digest).filter(holds)]).toEqual([digest, []])
    for (const { receipt } of bundles) expect([receipt.leaf, receipt.salt, ...receipt.path].filter(holds)).toEqual([])
    for (const { nonce } of rows) expect(tracesOf(nonce).filter(holds)).toEqual([])
  })

  it('knows accounts of institutions only', async () => {
    const { rows } = await sql<{ address: string; name: string }>`select address, name from ledger_accounts`.execute(database.db)
    const known = new Set(rows.map(({ address }) => address.toLowerCase()))
    expect(rows.every(({ name }) => /^(ministry|academy:|school:)/.test(name))).toBe(true)
    expect(ledger.transactions.length).toBeGreaterThanOrEqual(6)
    for (const { from } of ledger.transactions) expect(known).toContain(from.toLowerCase())
  })

  it('hides how many people are in a batch', () => {
    for (const { receipt } of bundles) expect(receipt.path.length).toBe(3)
  })
})

const unsigned = ({ proof: _, ...credential }: JsonObject) => [credential, credential.credentialSubject, credential.evidence]
