// SPDX-License-Identifier: EUPL-1.2
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Writes a generated file; with `--check` on the command line it writes nothing and fails when the file is stale. */
export async function keepInStep(file: URL, fresh: string, command: string): Promise<void> {
  const path = fileURLToPath(file)
  if (!process.argv.includes('--check')) return writeFile(path, fresh)
  const kept = await readFile(path, 'utf8').catch(() => '')
  if (kept === fresh) return
  console.error(`${path} is stale: run \`npm run ${command}\` and commit the result.`)
  process.exitCode = 1
}
