// SPDX-License-Identifier: EUPL-1.2
// The service as `npm start` runs it, in a process of its own, for benches that watch what it takes.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '#tests/support/ports.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type RealService = { process: ChildProcess; origin: string; stop: () => Promise<void> }

/** Started on this data folder and PostgreSQL; `env` adds to its settings. */
export async function startReal(dataDir: string, databaseUrl: string, env: Record<string, string> = {}): Promise<RealService> {
  const port = await freePort()
  const settings = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', ...env }
  const child = spawn(process.execPath, ['credential-service/start.ts'], { cwd: ROOT, env: settings, stdio: ['ignore', 'ignore', 'inherit'] })
  const origin = `http://localhost:${port}`
  while (!(await fetch(`${origin}/health`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const stop = async () => {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { process: child, origin, stop }
}

/** Resident megabytes, now and at most, and processor seconds, as the system counts them (Linux). */
export async function standing(pid: number) {
  const [status, stat] = await Promise.all([readFile(`/proc/${pid}/status`, 'utf8'), readFile(`/proc/${pid}/stat`, 'utf8')])
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM'), processor: ((user ?? 0) + (system ?? 0)) / 100 }
}
