// SPDX-License-Identifier: EUPL-1.2
// npm run bench:import -- FILE: sends a file of results to the real service, on a PostgreSQL of its own, and watches its memory.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { openAsBlob } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { openPostgres } from '#service/adapters/database/index.ts'
import { freePort } from '#tests/support/ports.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { Visitor } from '#tests/support/service.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SESSION = '2026-06'
const ACADEMY = '10'

async function startReal(dataDir: string, databaseUrl: string): Promise<{ process: ChildProcess; origin: string }> {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, COMPAGNON_DEV: '1', LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, ['credential-service/start.ts'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const origin = `http://localhost:${port}`
  while (!(await fetch(`${origin}/health`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return { process: child, origin }
}

/** Resident megabytes, now and at most, and processor seconds, as the system counts them (Linux). */
async function standing(pid: number) {
  const [status, stat] = await Promise.all([readFile(`/proc/${pid}/status`, 'utf8'), readFile(`/proc/${pid}/stat`, 'utf8')])
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM'), processor: ((user ?? 0) + (system ?? 0)) / 100 }
}

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

async function measure(file: string, { process: { pid = 0 }, origin }: { process: ChildProcess; origin: string }, databaseUrl: string): Promise<void> {
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
const service = await startReal(dataDir, postgres.url)
try {
  await measure(file, service, postgres.url)
} finally {
  const ended = new Promise(resolve => service.process.once('exit', resolve))
  service.process.kill('SIGTERM')
  await ended
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
