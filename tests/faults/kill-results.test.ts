// SPDX-License-Identifier: EUPL-1.2
// The service is killed while a file of results comes in, and while one is confirmed: nothing of it, or the whole.
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openEmbedded } from '#service/adapters/database/index.ts'
import { freePort } from '#tests/support/ports.ts'
import { Visitor } from '#tests/support/service.ts'
import { csvOf, soundLine } from '#tests/support/results-file.ts'
import { startKillable, type Killable } from './killable.ts'

vi.setConfig({ testTimeout: 300_000 })

const ROWS = 4_000
const text = (month: number) => csvOf(Array.from({ length: ROWS }, (_, n) => ({ ...soundLine(n), session: monthOf(month) })))
const monthOf = (month: number) => `2026-${String(month).padStart(2, '0')}`

describe('results of juries, when the service is killed', () => {
  let dataDir: string
  let service: Killable
  let port: number
  let officer: Visitor
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'compagnon-kill-'))
    port = await freePort()
    await start()
  })
  afterAll(async () => {
    await service?.kill()
    await rm(dataDir, { recursive: true, force: true })
  })

  async function start() {
    service = await startKillable(dataDir, port)
    officer = await new Visitor(service.origin).signIn('demo-academy')
  }
  type File = { id: string; digest: string; state: string; sound: number; resultsDigest: string | null }
  const read = async <Body>(answer: Promise<Response>) => (await (await answer).json()) as Body
  const open = async (month: number) =>
    (await read<{ session: { id: string } }>(officer.post('/api/results/sessions', { session: monthOf(month), academy: '10' }))).session.id
  const filesOf = async (session: string) => (await read<{ files: File[] }>(officer.get(`/api/results/sessions/${session}`))).files
  const address = (session: string) => `/api/results/sessions/${session}/files?kind=results`
  const upload = async (session: string, month: number) => (await read<{ file: File }>(
    officer.send(address(session), { method: 'POST', body: text(month), headers: { 'content-type': 'text/csv' } }))).file

  /** Sends the first part of a file and never its end. */
  function sendHalf(session: string, month: number): void {
    const path = address(session)
    const half = request(new URL(path, service.origin), { method: 'POST', headers: { 'content-type': 'text/csv', cookie: officer.cookieFor(path), origin: service.origin } })
    half.on('error', () => undefined)
    half.write(text(month))
  }
  /** What the database holds, with the service stopped. */
  async function inside<Value>(look: (count: (from: string) => Promise<number>) => Promise<Value>): Promise<Value> {
    const database = await openEmbedded(join(dataDir, 'database'))
    try {
      return await look(async (from) => (await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}`.execute(database.db)).rows[0]?.n ?? -1)
    } finally {
      await database.close()
    }
  }

  it('keep nothing of a file whose receiving was killed in the middle', async () => {
    const session = await open(1)
    sendHalf(session, 1)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await service.kill()
    const left = await inside((count) => count(`result_lines`))
    // The kill came in the middle of something: lines were there.
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(ROWS)
    await start()
    expect(await filesOf(session)).toEqual([])
    await service.stop()
    expect(await inside(async (count) => [await count('result_files'), await count('result_lines'), await count('result_faults')])).toEqual([0, 0, 0])
    await start()
    expect(await upload(session, 1)).toMatchObject({ state: 'checked', sound: ROWS })
  })

  it.each([[2, 0], [3, 4], [4, 15], [5, 60]])('confirm the whole or nothing: session %i, killed after %i ms', async (month, ms) => {
    const session = await open(month)
    const file = await upload(session, month)
    const said = officer.post(`/api/results/files/${file.id}/confirm`, { digest: file.digest, leaveOutFaulty: false })
      .then(async (answer) => ((await answer.json()) as { file: File }).file, () => null)
    await new Promise((resolve) => setTimeout(resolve, ms))
    await service.kill()
    const answered = await said
    await start()
    const [after] = await filesOf(session)
    if (answered) expect(after).toEqual(answered)
    expect(['checked', 'confirmed']).toContain(after?.state)
    expect(after?.resultsDigest === null).toBe(after?.state === 'checked')
    // Asked again, it is confirmed once.
    const again = (await read<{ file: File }>(officer.post(`/api/results/files/${file.id}/confirm`, { digest: file.digest, leaveOutFaulty: false }))).file
    expect(again).toMatchObject({ state: 'confirmed', sound: ROWS })
    if (after?.state === 'confirmed') expect(again).toEqual(after)
    await service.stop()
    expect(await inside((count) => count(`result_lines where file = '${file.id}'`))).toBe(ROWS)
    await start()
  })
})
