// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const START_MS = 90_000

export type Killable = {
  origin: string
  /** SIGKILL to the whole group and to the ledger's node, at once: nobody gets to say goodbye. */
  kill(): Promise<void>
  /** As Ctrl-C does. */
  stop(): Promise<void>
}

/** The real service, by its own start command, in a process group of its own; resolves when it answers. */
export async function startKillable(dataDir: string, port: number): Promise<Killable> {
  const origin = `http://localhost:${port}`
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', COMPAGNON_DEV: '1', NO_COLOR: '1' }
  const said: string[] = []
  const child = spawn(process.execPath, ['credential-service/start.ts'], { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(String(part)))
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  await answering(origin, child, said)
  return {
    origin,
    kill: async () => {
      const node = await nodeOf(dataDir)
      endNow(-(child.pid ?? 0))
      if (node) endNow(node)
      await ended
    },
    stop: async () => {
      child.kill('SIGINT')
      await ended
    },
  }
}

async function answering(origin: string, child: ChildProcess, said: string[]): Promise<void> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The service ended (${child.exitCode}): ${said.join('')}`)
    if (await fetch(`${origin}/health`).then(() => true, () => false)) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`The service does not answer: ${said.join('')}`)
}

const readNode = async (dataDir: string) =>
  JSON.parse(await readFile(join(dataDir, 'ledger', 'node.json'), 'utf8').catch(() => '{}')) as { pid?: number; port?: number }

/** The ledger's node runs in a group of its own; its number is kept in the data folder. */
export const nodeOf = async (dataDir: string): Promise<number | null> => (await readNode(dataDir)).pid ?? null

/** Where the ledger's node answers. */
export const nodeUrlOf = async (dataDir: string): Promise<string> => `http://127.0.0.1:${(await readNode(dataDir)).port}`

export const endNow = (pid: number): void => tell(pid, 'SIGKILL')

/** Sends a signal to a process, or to a group (below zero), that may have ended meanwhile. */
export function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause
  }
}
