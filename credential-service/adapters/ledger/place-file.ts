// SPDX-License-Identifier: EUPL-1.2
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LedgerPlace } from '#service/use-cases/issuing/ports.ts'

/** Writes DATA_DIR/ledger.json, where the verify command finds the ledger; whole or not at all. */
export async function keepPlace(dataDir: string, place: LedgerPlace): Promise<void> {
  const file = join(dataDir, 'ledger.json')
  const text = `${JSON.stringify(place, null, 2)}\n`
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}
