// SPDX-License-Identifier: EUPL-1.2
import { createWriteStream } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import type { Config } from '../config.ts'

const ROTATE_BYTES = 10_000_000

/** Where the log goes: standard output, or a file that is set aside (once) when it has grown. */
export async function openLog({ logFile }: Config): Promise<{ write: (line: string) => void }> {
  if (logFile === '-') return process.stdout
  const size = await stat(logFile).then((found) => found.size, () => 0)
  if (size > ROTATE_BYTES) await rename(logFile, `${logFile}.1`)
  return createWriteStream(logFile, { flags: 'a', mode: 0o600 })
}
