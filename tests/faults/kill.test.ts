// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Interface } from 'ethers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import type { Bundle } from '#domain/verification/bundle.ts'
import { openEmbedded } from '#service/adapters/database/index.ts'
import { freePort } from '#tests/support/ports.ts'
import { Visitor } from '#tests/support/service.ts'
import { startKillable } from './killable.ts'
import { heldBy, playPerfectly, validate } from './line.ts'
import { dumpLedger } from './raw-ledger.ts'
import type { RawLedger } from './raw-ledger.ts'

const KILLS = Number(process.env.KILLS ?? 10)
/** From the decision to the anchor takes some seconds: kills fall anywhere in it. */
const WITHIN_MS = 6_000
const words = new Interface(compiled.abi)

let dataDir: string
let port: number

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'compagnon-kill-'))
  port = await freePort()
})
afterAll(async () => rm(dataDir, { recursive: true, force: true }))

/** One life of the service: two results validated, then the end comes at a random moment. */
async function liveAndDie(validated: string[]): Promise<number> {
  const service = await startKillable(dataDir, port)
  const student = await new Visitor(service.origin).signIn('demo-ines')
  const teacher = await new Visitor(service.origin).signIn('demo-teacher')
  const attempts = [await playPerfectly(student), await playPerfectly(student)]
  for (const attempt of attempts) {
    await validate(teacher, attempt)
    validated.push(attempt)
  }
  const after = Math.floor(Math.random() * WITHIN_MS)
  await new Promise(resolve => setTimeout(resolve, after))
  await service.kill()
  return after
}

async function bundlesOf(student: Visitor, wanted: number): Promise<Bundle[]> {
  for (let n = 0; n < 240; n++) {
    const held = await heldBy(student)
    if (held.length >= wanted && held.every(({ status }) => status === 'ready')) {
      return Promise.all(held.map(async ({ id }) => (await (await student.get(`/api/credentials/${id}/bundle`)).json()) as Bundle))
    }
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  throw new Error(`Not all of ${wanted} ready: ${JSON.stringify(await heldBy(student))}`)
}

/** Roots as the ledger's own events tell them. */
function anchoredRoots(ledger: RawLedger): string[] {
  const topic = words.getEvent('RootAnchored')?.topicHash
  return ledger.receipts.flatMap(({ logs }) => logs).filter(({ topics }) => topics[0] === topic).map(({ topics }) => String(topics[1]))
}

it(`after ${KILLS} kills between decision and anchor, each validated result has one credential and one anchored leaf`, async () => {
  const validated: string[] = []
  const moments: number[] = []
  for (let n = 0; n < KILLS; n++) moments.push(await liveAndDie(validated))
  const service = await startKillable(dataDir, port)
  const student = await new Visitor(service.origin).signIn('demo-ines')
  const bundles = await bundlesOf(student, validated.length)
  const { rpc } = JSON.parse(await readFile(join(dataDir, 'ledger.json'), 'utf8')) as { rpc: string }
  const ledger = await dumpLedger(rpc)
  await service.stop()
  console.log(`killed after ${moments.join(', ')} ms; ${validated.length} results, ${new Set(bundles.map(b => b.receipt.root)).size} batches`)

  const distinct = (of: (bundle: Bundle) => unknown) => new Set(bundles.map(of)).size
  expect(bundles).toHaveLength(validated.length)
  expect(distinct(bundle => bundle.credential.id)).toBe(validated.length)
  expect(distinct(bundle => bundle.receipt.leaf)).toBe(validated.length)
  expect(distinct(bundle => (bundle.credential.credentialStatus as { id: string }[])[0]!.id)).toBe(validated.length)

  const roots = anchoredRoots(ledger)
  expect(new Set(roots).size).toBe(roots.length)
  expect(new Set(roots)).toEqual(new Set(bundles.map(({ receipt }) => receipt.root)))
  const statuses = new Map(ledger.receipts.map(({ transactionHash, status }) => [transactionHash, status]))
  for (const { receipt } of bundles) expect(statuses.get(receipt.ledger.transaction)).toBe('0x1')

  const database = await openEmbedded(join(dataDir, 'database'))
  const count = async (query: string) => Number((await sql<{ n: string }>`select count(*) as n from ${sql.raw(query)}`.execute(database.db)).rows[0]?.n)
  try {
    expect(await count('issuing_orders')).toBe(validated.length)
    expect(await count('credentials where signed is not null and batch is not null')).toBe(validated.length)
    expect(await count('status_indexes')).toBe(validated.length)
    expect(await count('batches where confirmed_at is not null')).toBe(roots.length)
    expect(await count('batches')).toBe(roots.length)
    expect(await count(`ledger_transactions where state <> 'confirmed'`)).toBe(0)
    expect(await count('ledger_transactions')).toBe(ledger.transactions.length)
  } finally {
    await database.close()
  }
}, 600_000)
