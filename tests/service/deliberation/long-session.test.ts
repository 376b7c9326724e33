// SPDX-License-Identifier: EUPL-1.2
// Two juries of one service: while the diplomas of a long session are being made, part by part, the other jury is opened,
// has its own diplomas made, decides, has them anchored and its minutes added.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newPasskey } from '#contracts/scripts/passkey.ts'
import { challengeOf, memberOf } from '#domain/anchoring/index.ts'
import { migrate, readMigrations } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { systemEdge } from '#service/adapters/people/index.ts'
import { fileReader, knownRegisters } from '#service/adapters/results-file/index.ts'
import { resultsKeys, tableResults } from '#service/adapters/results-store/index.ts'
import type { ResultsTables } from '#service/adapters/results-store/index.ts'
import { deliberationNeeds } from '#service/rooms/deliberation.ts'
import { diplomaNeeds } from '#service/rooms/diplomas.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { advanceDeliberations, advanceDiplomas, deliberationUseCases } from '#service/use-cases/deliberation/index.ts'
import type { DeliberationNeeds } from '#service/use-cases/deliberation/index.ts'
import { resultsUseCases } from '#service/use-cases/results/index.ts'
import { sharedOn } from '#tests/service/issuing/shared.ts'
import { openTestDatabase } from '#tests/support/memory.ts'
import { ACADEMY, csvOf, soundLine } from '#tests/support/results-file.ts'

// A real node, real threads and a real database: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 480_000, hookTimeout: 240_000 })

/** Parts so small that the long session takes some hundred of them. */
const SIZES = { part: 4, batch: 4_096, block: 16 }
const LONG = 900
const SHORT = 5
const officer = { id: 'officer', academy: ACADEMY }
const jury = ['first', 'second'].map((person) => ({ person, passkey: newPasskey() }))

let [database, needs] = [] as unknown as [Database, DeliberationNeeds]
let follow: () => Promise<number>
const closers: (() => Promise<void> | void)[] = []

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'compagnon-juries-'))
  closers.push(() => rm(folder, { recursive: true, force: true }))
  database = await openTestDatabase()
  closers.push(database.close)
  const ledger = await startEmbeddedLedger(folder)
  closers.push(ledger.close)
  await migrate(database, await readMigrations())
  const shared = sharedOn(database, ledger, folder)
  const issuing = await issuingNeeds(shared)
  closers.push(issuing.close)
  const diplomas = await diplomaNeeds(shared, issuing, 2)
  closers.push(diplomas.close)
  follow = issuing.needs.ledger.follow
  needs = deliberationNeeds(shared, { ...issuing, diplomas: { ...diplomas, over: (lines) => ({ ...diplomas.over(lines), sizes: SIZES }) } })
  await database.db.insertInto('people').values([officer.id, ...jury.map(({ person }) => person)].map((id) => (
    { id, issuer: 'test', subject: id, display_name: id, roles: id === officer.id ? ['academy'] : ['jury'], school: null, academy: null }))).execute()
  for (const { person, passkey: { point } } of jury) {
    await needs.store.keepPasskey({ person, member: memberOf(point), credential: person, point, signCount: 0, registeredAt: new Date() })
  }
  resultsOf = importer(resultsKeys(shared.secrets.keyFor('jury-results')))
})
afterAll(async () => { for (const close of closers.reverse()) await close() })

/** So many sound lines of a session, imported and confirmed; gives the results. */
let resultsOf: (session: string, lines: number) => Promise<string>

function importer(keys: ReturnType<typeof resultsKeys>): typeof resultsOf {
  const { openResults, uploadFile, confirmFile } = resultsUseCases({
    store: tableResults(database.db.withTables<ResultsTables>(), keys), registers: knownRegisters(), candidateOf: keys.candidateOf,
    reader: fileReader(10_000_000), edge: { now: systemEdge.now, uuid: randomUUID },
  })
  return async (session, lines) => {
    const { id } = await openResults(officer, session, ACADEMY)
    const text = csvOf(Array.from({ length: lines }, (_, n) => ({ ...soundLine(n), session })))
    async function* bytes() { yield Buffer.from(text) }
    const { id: file, digest } = await uploadFile(officer, id, { kind: 'results', format: 'csv', bytes: bytes() })
    await confirmFile(officer, file, { digest, leaveOutFaulty: false })
    return id
  }
}

it('brings a short session to its minutes while a long one is still being made, then the long one too', async () => {
  const { openDeliberation } = deliberationUseCases(needs)
  const open = async (session: string, lines: number) =>
    (await openDeliberation(officer, { results: await resultsOf(session, lines), people: jury.map(({ person }) => person), quorum: 2 })).id
  const long = await open('2026-06', LONG)
  const now = async (id: string) => (await needs.store.deliberation(id))!
  const made = async () => Number((await database.db.withTables<{ diplomas: { session: string } }>().selectFrom('diplomas')
    .select((eb) => eb.fn.countAll<number>().as('made')).where('session', '=', long).executeTakeFirstOrThrow()).made)

  // A turn of no length: each makes the few parts that are under way at once, of one session alone.
  const [advance, turn] = [advanceDeliberations(needs), advanceDiplomas(needs, 0)]
  const rounds = async (done: () => Promise<boolean>, makeDiplomas = turn) => {
    while (!(await done())) {
      await advance()
      await makeDiplomas()
      await follow()
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }
  await rounds(async () => (await made()) > 0)
  const short = await open('2026-09', SHORT)
  await rounds(async () => (await now(short)).root !== null)
  expect((await now(short)).counts).toMatchObject({ admitted: SHORT })

  const { name, resultsDigest, root } = await now(short)
  const place = (await needs.place())!
  for (const { passkey: { point, answer } } of jury) {
    const { authenticatorData, clientDataJSON, signature } = answer(challengeOf(place, { deliberation: name!, results: resultsDigest, root: root! }))
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
    await needs.store.sign(short, {
      member: memberOf(point), root: root!, authenticatorData: text(authenticatorData), clientData: text(clientDataJSON), signature: text(signature), signedAt: new Date(),
    })
  }
  await rounds(async () => (await now(short)).minutesKeptAt !== null)
  expect(await needs.diplomas.standing(short)).toEqual({ root, anchored: true })
  const before = await made()
  expect(before).toBeLessThan(LONG)
  expect((await now(long)).root).toBeNull()

  await rounds(async () => (await now(long)).root !== null, advanceDiplomas(needs))
  expect(await made()).toBe(LONG)
})
