// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { claimDigests, tableCopies, tableDiplomas, tableHolders } from '../adapters/diploma-store/index.ts'
import type { DiplomaTables } from '../adapters/diploma-store/index.ts'
import { confirmedResults } from '../adapters/diploma-lines/index.ts'
import { diplomaWorkers } from '../adapters/diploma-workers/index.ts'
import { fastHashes } from '../adapters/hashing/index.ts'
import { openRegisters } from '../adapters/registers/index.ts'
import { sealWith } from '../adapters/seal/seal.ts'
import { resultsKeys, tableResults } from '../adapters/results-store/index.ts'
import type { ResultsTables } from '../adapters/results-store/index.ts'
import { heldDiplomas } from '../use-cases/diplomas/index.ts'
import type { AdmittedLines, DiplomaNeeds, HolderNeeds } from '../use-cases/diplomas/index.ts'
import type { FormsNeeds } from '../use-cases/issuing/index.ts'
import type { issuingNeeds, IssuingShared } from './issuing.ts'

/** Parts small enough for little memory, large enough that a statement costs nothing; a batch as long as a status list. */
export const SIZES = { part: 2_048, batch: 131_072, block: 1_024 }

type Issuing = Awaited<ReturnType<typeof issuingNeeds>>

/** The admitted lines of the results that were imported here and confirmed. */
export function confirmedLines({ database, secrets }: Pick<IssuingShared, 'database' | 'secrets'>): AdmittedLines {
  const store = tableResults(database.db.withTables<ResultsTables>(), resultsKeys(secrets.keyFor('jury-results')))
  return confirmedResults((results, after, limit) => store.confirmedLines(results, after, limit))
}

/** Everything that issuing diplomas needs, beside the lines, from what issuing has already. */
export async function diplomaNeeds(shared: Pick<IssuingShared, 'database' | 'secrets'>, issuing: Issuing, workers?: number) {
  const { needs: { origin, ledger, issuers, statuses, agent, edge, contexts, renewed }, juries, signingKey } = issuing
  const store = tableDiplomas(shared.database.db.withTables<DiplomaTables>(), origin, sealWith(shared.secrets.keyFor('learner-records'), 'diplomas'))
  const makers = diplomaWorkers(async (did) => signingKey((await issuers.issuerNamed(did))?.signingKid ?? ''), workers)
  const { hashLevel } = await fastHashes()
  const needs: Omit<DiplomaNeeds, 'lines'> = {
    origin, ledger, juries, issuers, statuses, agent, edge, contexts, renewed, store, makers, hashLevel, registers: openRegisters(), bytes: randomBytes, sizes: SIZES,
  }
  const db = shared.database.db.withTables<DiplomaTables>()
  const holding: HolderNeeds = { ...needs, holders: tableHolders(db, SIZES.batch), digestOfCode: claimDigests(shared.secrets.keyFor('diploma-claims')) }
  const forms: FormsNeeds = { ...issuing.forms, held: heldDiplomas(holding), forms: tableCopies(db) }
  return { needs, holding, forms, over: (lines: AdmittedLines): DiplomaNeeds => ({ ...needs, lines }), close: makers.close }
}
