// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { endNow, nodeOf } from './killable.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** The command, and what it says once its database, its threads and its ledger are open. */
const ISSUE = { script: 'issue-command.ts', opens: 'being registered' }
export const RESEAL = { script: 'issuer-command.ts', opens: 'hashed again' }

export type Issuing = {
  /** When it has opened everything; null when it ended before. */
  opened: Promise<true | null>
  /** Its exit code; null when it was killed. */
  ended: Promise<number | null>
  isRunning(): boolean
  said(): string
  /** When it has said this; null when it ended without. */
  says(words: string): Promise<true | null>
  /** SIGKILL to the whole group and to the ledger's node, at once; false when it had ended by itself. */
  kill(): Promise<boolean>
}

/** The real command that issues, or another, as npm starts it, in a process group of its own. */
export function startIssuing(dataDir: string, databaseUrl: string, args: string[], { script, opens } = ISSUE): Issuing {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', LANG: 'en', NO_COLOR: '1' }
  const child = spawn(process.execPath, [`credential-service/${script}`, ...args], { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  const heard: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += String(part)
      for (const look of heard) look()
    })
  }
  const says = (words: string) => new Promise<true | null>(resolve => {
    heard.push(() => { if (said.includes(words)) resolve(true) })
    void ended.then(() => resolve(null))
  })
  return {
    opened: says(opens), ended, says, said: () => said, isRunning: () => child.exitCode === null,
    async kill() {
      const node = await nodeOf(dataDir)
      if (child.exitCode !== null) return false
      endNow(-(child.pid ?? 0))
      if (node) endNow(node)
      await ended
      return true
    },
  }
}
