// SPDX-License-Identifier: EUPL-1.2
// npm run bench:import -- FILE: sends a file of results to the real service, on a PostgreSQL of its own, and watches its memory.
import { openAsBlob } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openPostgres } from '#service/adapters/database/index.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { Visitor } from '#tests/support/service.ts'
import { standing, startReal } from './real-service.ts'
import type { RealService } from './real-service.ts'

const SESSION = '2026-06'
const ACADEMY = '10'

/** Processor seconds of PostgreSQL: of its first process, of those that ended under it, and of those that run. */
async function databaseProcessor(databaseUrl: string): Promise<number> {
  const database = await openPostgres(databaseUrl)
  const { rows: [at] } = await sql<{ data_directory: string }>`show data_directory`.execute(database.db)
  await database.close()
  const first = (await readFile(join(at!.data_directory, 'postmaster.pid'), 'utf8')).split('\n')[0]
  const stats = await Promise.all((await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(async pid =>
    ({ pid, fields: (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ').at(-1)?.split(' ') ?? [] })))
  const own = stats.filter(({ pid, fields }) => pid === first || fields[1] === first)
  return own.reduce((sum, { pid, fields }) => sum + fields.slice(11, pid === first ? 15 : 13).reduce((ticks, one) => ticks + Number(one), 0), 0) / 100
}

async function measure(file: string, { process: { pid = 0 }, origin }: RealService, databaseUrl: string): Promise<void> {
  const officer = await new Visitor(origin).signIn('demo-academy')
  const { session } = await (await officer.post('/api/results/sessions', { session: SESSION, academy: ACADEMY })).json() as { session: { id: string } }
  const body = await openAsBlob(file)
  const [before, databaseBefore] = [await standing(pid), await databaseProcessor(databaseUrl)]
  const memory: number[] = []
  const watch = setInterval(() => void standing(pid).then(({ now }) => memory.push(now)), 1_000)
  const [begun, load] = [performance.now(), loadavg()[0]]
  const answer = await officer.send(`/api/results/sessions/${session.id}/files?kind=results`, { method: 'POST', body, headers: { 'content-type': 'text/csv' } })
  clearInterval(watch)
  const [seconds, after] = [(performance.now() - begun) / 1_000, await standing(pid)]
  const databaseSeconds = await databaseProcessor(databaseUrl) - databaseBefore
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`)
  const { file: { lines, sound, faulty } } = await answer.json() as { file: Record<string, number> }
  const database = await openPostgres(databaseUrl)
  const { rows: [size] } = await sql<{ bytes: number }>`select pg_database_size(current_database())::float8 as bytes`.execute(database.db)
  await database.close()
  const quarter = (n: number) => memory[Math.floor(n * memory.length / 4)]
  console.log(JSON.stringify({
    megabytes: Math.round(body.size / 1e6), lines, sound, faulty, seconds: Math.round(seconds), linesPerSecond: Math.round(lines! / seconds),
    loadAverage: [load, loadavg()[0]].map(one => Math.round(one ?? 0)), processorMicrosecondsALine: { service: Math.round((after.processor - before.processor) * 1e6 / lines!), database: Math.round(databaseSeconds * 1e6 / lines!) },
    residentMegabytes: { before: before.now, quarters: [1, 2, 3].map(quarter), most: after.most }, databaseMegabytes: Math.round(size!.bytes / 1e6),
  }, null, 1))
}

const file = process.argv[2]
if (file === undefined) throw new Error('npm run bench:import -- FILE (npm run results -- generate makes one)')
const dataDir = await mkdtemp(join(tmpdir(), 'compagnon-import-'))
const postgres = await startPostgres()
const service = await startReal(dataDir, postgres.url, { COMPAGNON_DEV: '1' })
try {
  await measure(file, service, postgres.url)
} finally {
  await service.stop()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
