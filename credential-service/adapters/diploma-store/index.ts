// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { DiplomaStore } from '#service/use-cases/diplomas/ports.ts'
import type { Seal } from '../seal/seal.ts'
import { batchesOf } from './batches.ts'
import { partsOf } from './parts.ts'
import { sessionsOf } from './sessions.ts'
import { takenOf } from './taken.ts'
import type { DiplomaTables } from './tables.ts'

export { diplomaCounts } from './counts.ts'
export { diplomaKey, diplomas } from './governed.ts'
export { claimDigests, tableCopies, tableHolders } from './holders.ts'
export type { DiplomaTables } from './tables.ts'

/** Sessions being issued, their diplomas and their trees, in the database; each session's key sealed under `seal`. */
export const tableDiplomas = (db: Kysely<DiplomaTables>, origin: string, seal: Seal): DiplomaStore =>
  ({ ...sessionsOf(db, origin, seal), ...partsOf(db, seal), ...batchesOf(db), ...takenOf(db) })
