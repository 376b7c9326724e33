// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import { fileReader, knownRegisters } from '../adapters/results-file/index.ts'
import { resultsKeys, tableResults, type ResultsTables } from '../adapters/results-store/index.ts'
import type { Room, Shared } from '../rooms.ts'
import { resultsRoutes } from '../routes/results.ts'
import { resultsUseCases } from '../use-cases/results/index.ts'
import { silenceMs } from '../use-cases/results/upload-file.ts'

/** Two and a half million lines. */
const MOST_BYTES = 600 * 1024 * 1024

/** Results of juries, from a file to what a jury deliberates on. */
export async function resultsRoom({ database, secrets, edge }: Pick<Shared, 'database' | 'secrets' | 'edge'>): Promise<Room> {
  const keys = resultsKeys(secrets.keyFor('jury-results'))
  const store = tableResults(database.db.withTables<ResultsTables>(), keys)
  // An embedded database has this process alone: what is half received was left by one that died.
  const silence = database.kind === 'embedded' ? 0 : silenceMs
  await store.forgetUnfinished(new Date(edge.now().getTime() - silence))
  const useCases = resultsUseCases({
    store, registers: knownRegisters(), candidateOf: keys.candidateOf, reader: fileReader(MOST_BYTES),
    edge: { now: edge.now, uuid: randomUUID },
  })
  return { routes: [resultsRoutes(useCases, { mostBytes: MOST_BYTES })] }
}
