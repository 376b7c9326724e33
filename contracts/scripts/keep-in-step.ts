// SPDX-License-Identifier: EUPL-1.2
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * Writes a generated file; with `--check` on the command line it writes nothing and fails when the file is stale.
 * @returns whether the file is now, or already was, what it has to be
 */
export async function keepInStep(file: URL, fresh: string, command: string): Promise<boolean> {
  const path = fileURLToPath(file)
  if (!process.argv.includes('--check')) {
    await writeFile(path, fresh)
    return true
  }
  const kept = await readFile(path, 'utf8').catch(() => '')
  if (kept !== fresh) console.error(`${path} is stale: run \`npm run ${command}\` and commit the result.`)
  return kept === fresh
}
