// SPDX-License-Identifier: EUPL-1.2
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LedgerPlace } from '#service/use-cases/issuing/ports.ts'

/**
 * Writes DATA_DIR/ledger.json, where the verify command finds the ledger; whole or not at all. For this account alone:
 * the address of an outside node may carry a key.
 */
export async function keepPlace(dataDir: string, place: LedgerPlace): Promise<void> {
  const file = join(dataDir, 'ledger.json')
  const text = `${JSON.stringify(place, null, 2)}\n`
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return
  await rm(`${file}.new`, { force: true })
  await writeFile(`${file}.new`, text, { mode: 0o600 })
  await rename(`${file}.new`, file)
}
